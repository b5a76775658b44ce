package org.dicompreview.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.dicompreview.dicom.DicomReader;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.HeaderIndex;
import org.dicompreview.series.Patient;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.Stack;
import org.dicompreview.series.Study;
import org.dicompreview.series.internal.DefaultSeriesModel;

/**
 * From a folder to a complete tree, beside a bare loop over the same files in the same process: {@code FolderBenchmark
 * FOLDER} makes the files in FOLDER if they are missing. Says files a second, bytes read, bytes retained a slice, and how
 * long reopening from the index takes.
 */
public final class FolderBenchmark {

	private static final int ROUNDS = 12;
	private static final PrintStream OUT = System.out;

	private FolderBenchmark() {
	}

	/** @param arguments the folder */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		Path folder = Path.of(arguments[0]);
		BenchmarkFiles.ct(folder.resolve("ct")); //$NON-NLS-1$
		BenchmarkFiles.small(folder.resolve("small")); //$NON-NLS-1$
		for (String name : List.of("ct", "small")) { //$NON-NLS-1$ //$NON-NLS-2$
			Path root = folder.resolve(name);
			OUT.println(name);
			reopen(root, folder.resolve("index-" + name)); // first, so that it is as cold as a start of the workbench //$NON-NLS-1$
			scan(root);
			retained(root);
		}
	}

	private interface Work {
		long run() throws IOException;
	}

	/** {@return microseconds of this thread in the best of some rounds, so that others on the machine do not count} */
	private static double best(Work work) throws IOException {
		double best = Double.MAX_VALUE;
		for (int i = 0; i < ROUNDS; i++) {
			long start = ownTime();
			work.run();
			best = Math.min(best, (ownTime() - start) / 1e3);
		}
		return best;
	}

	/** {@return the same by the clock on the wall, for work of several threads} */
	private static double bestByClock(Work work) throws IOException {
		double best = Double.MAX_VALUE;
		for (int i = 0; i < ROUNDS; i++) {
			long start = System.nanoTime();
			work.run();
			best = Math.min(best, (System.nanoTime() - start) / 1e3);
		}
		return best;
	}

	private static long ownTime() {
		return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	private static void scan(Path root) throws IOException {
		List<Path> files = BenchmarkFiles.files(root);
		ByteBuffer buffer = ByteBuffer.allocateDirect(32 << 10);
		double bare = best(() -> BenchmarkFiles.bareLoop(files, buffer));
		double listed = best(() -> listedLoop(root, buffer));
		SeriesModel alone = DefaultSeriesModel.plain(List.of(DicomReader.builtIn()), 1);
		double one = best(() -> fill(alone, root).patients().size());
		report("bare loop over known files", bare, files.size(), bare); //$NON-NLS-1$
		report("the same with listing and stat", listed, files.size(), bare); //$NON-NLS-1$
		report("scan into a catalog, one thread", one, files.size(), bare); //$NON-NLS-1$
		double bareByClock = bestByClock(() -> BenchmarkFiles.bareLoop(files, buffer));
		report("by the clock: bare loop", bareByClock, files.size(), bareByClock); //$NON-NLS-1$
		for (int threads : new int[] { 1, 2, 4 }) {
			SeriesModel model = DefaultSeriesModel.plain(List.of(DicomReader.builtIn()), threads);
			double time = bestByClock(() -> fill(model, root).patients().size());
			report("by the clock: scan, threads " + threads, time, files.size(), bareByClock); //$NON-NLS-1$
		}
		long before = bytesRead();
		fill(SeriesModel.create(List.of(DicomReader.builtIn())), root);
		OUT.printf(Locale.ROOT, "  bytes read a file: %d%n", (bytesRead() - before) / files.size()); //$NON-NLS-1$
	}

	private static void report(String what, double micros, int files, double bare) {
		OUT.printf(Locale.ROOT, "  %s: %.2f us a file, %.0f files/s, %.2f x%n", what, micros / files, //$NON-NLS-1$
				files / micros * 1e6, micros / bare);
	}

	private static long listedLoop(Path root, ByteBuffer buffer) throws IOException {
		List<Path> files = new ArrayList<>();
		try (Stream<Path> walk = Files.walk(root)) {
			for (Path file : (Iterable<Path>) walk::iterator) {
				if (Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
					files.add(file);
				}
			}
		}
		return BenchmarkFiles.bareLoop(files, buffer);
	}

	/** {@return bytes that this process has read so far, 0 where the system does not say} */
	private static long bytesRead() throws IOException {
		Path counters = Path.of("/proc/self/io"); //$NON-NLS-1$
		if (!Files.isReadable(counters)) {
			return 0;
		}
		return Files.readAllLines(counters).stream().filter(line -> line.startsWith("rchar: ")) //$NON-NLS-1$
				.mapToLong(line -> Long.parseLong(line.substring(7))).findFirst().orElse(0);
	}

	private static Catalog fill(SeriesModel model, Path root) throws IOException {
		Catalog catalog = model.newCatalog();
		model.scan(root, new Filling(catalog, root));
		return catalog;
	}

	private record Filling(Catalog catalog, Path root) implements ScanListener {

		@Override
		public void found(List<InstanceHeader> instances) {
			catalog.add(root, instances);
		}

		@Override
		public void broken(Path path, String message) {
			throw new IllegalStateException(path + ": " + message); //$NON-NLS-1$
		}

		@Override
		public void foreign(Path path) {
			// they cost time, and that is all
		}

		@Override
		public void progress(int done, int known) {
			// nobody looks
		}

		@Override
		public boolean cancelled() {
			return false;
		}
	}

	private static List<Series> series(Catalog catalog) {
		List<Series> all = new ArrayList<>();
		for (Patient patient : catalog.patients()) {
			for (Study study : patient.studies()) {
				all.addAll(study.series());
			}
		}
		return all;
	}

	private static void reopen(Path root, Path place) throws IOException {
		SeriesModel first = SeriesModel.create(List.of(DicomReader.builtIn()));
		try (HeaderIndex index = first.openIndex(place)) {
			if (index.recall(root).isEmpty()) {
				fill(first, root);
			}
		}
		for (int round = 1; round <= ROUNDS; round++) {
			SeriesModel model = SeriesModel.create(List.of(DicomReader.builtIn()));
			long start = System.nanoTime();
			try (HeaderIndex index = model.openIndex(place)) {
				Catalog catalog = model.newCatalog();
				catalog.add(root, index.recall(root));
				int images = series(catalog).stream().mapToInt(Series::imageCount).sum();
				long tree = System.nanoTime();
				model.refresh(catalog, root, ReadLimits.DEFAULT, new Filling(model.newCatalog(), root));
				long checked = System.nanoTime();
				if (round == 1 || round == ROUNDS) {
					OUT.printf(Locale.ROOT, "  reopen from the index, round %d: %d images after %.0f ms, checked %.0f ms later," //$NON-NLS-1$
							+ " %d KiB%n", round, images, (tree - start) / 1e6, (checked - tree) / 1e6, index.size() >> 10); //$NON-NLS-1$
				}
			}
		}
	}

	private static void retained(Path root) throws IOException, InterruptedException {
		SeriesModel model = SeriesModel.create(List.of(DicomReader.builtIn()));
		long empty = used();
		Catalog catalog = fill(model, root);
		long filled = used();
		List<Series> series = series(catalog);
		int images = series.stream().mapToInt(Series::imageCount).sum();
		long start = ownTime();
		int stacks = series.stream().map(Series::stacks).mapToInt(List<Stack>::size).sum();
		double millis = (ownTime() - start) / 1e6;
		long grouped = used();
		OUT.printf(Locale.ROOT, "  retained a slice: %d bytes in the catalog, %d with its stack; %d stacks in %.0f ms%n", //$NON-NLS-1$
				(filled - empty) / images, (grouped - empty) / images, stacks, millis);
	}

	private static long used() throws InterruptedException {
		for (int i = 0; i < 4; i++) {
			System.gc();
			Thread.sleep(50);
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}
}
