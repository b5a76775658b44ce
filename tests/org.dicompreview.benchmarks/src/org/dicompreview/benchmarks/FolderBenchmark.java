package org.dicompreview.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.HeaderIndex;
import org.dicompreview.series.Patient;
import org.dicompreview.series.ScanListener;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.Study;
import org.dicompreview.series.internal.model.DefaultSeriesModel;

/**
 * From a folder to a complete tree, beside a bare loop over the same files in the same process: {@code FolderBenchmark
 * FOLDER} makes the files in FOLDER if they are missing. Says files a second, bytes read a file, bytes retained a slice,
 * how long a tree of 100,000 files keeps others waiting while it fills, and how long reopening from the index takes.
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
			headers(BenchmarkFiles.files(root));
			scan(root);
			retained(root);
		}
		grow(BenchmarkFiles.large(folder.resolve("large"))); //$NON-NLS-1$
	}

	private interface Work {
		long run() throws IOException;
	}

	/** {@return microseconds of the best of some rounds} */
	private static double best(Work work) throws IOException {
		double best = Double.MAX_VALUE;
		for (int i = 0; i < ROUNDS; i++) {
			long start = System.nanoTime();
			work.run();
			best = Math.min(best, (System.nanoTime() - start) / 1e3);
		}
		return best;
	}

	/** Headers alone, beside the bare loop: in turn, so that both meet the same moods of the machine. */
	private static void headers(List<Path> files) throws IOException {
		DicomReaders reader = DicomReaders.standalone();
		List<BasicFileAttributes> attributes = new ArrayList<>();
		for (Path file : files) {
			attributes.add(Files.readAttributes(file, BasicFileAttributes.class));
		}
		int rounds = ROUNDS * Math.max(1, 5000 / files.size());
		for (int threads = 1; threads <= 2; threads++) {
			int parts = threads;
			double bare = Double.MAX_VALUE;
			double read = Double.MAX_VALUE;
			for (int i = 0; i < rounds; i++) {
				bare = Math.min(bare, time(parts, (from, to) -> BenchmarkFiles.bareLoop(files.subList(from, to),
						ByteBuffer.allocateDirect(32 << 10)), files.size()));
				read = Math.min(read, time(parts, (from, to) -> read(reader, files.subList(from, to),
						attributes.subList(from, to)), files.size()));
			}
			report("bare loop, threads " + threads, bare, files.size(), bare); //$NON-NLS-1$
			report("headers, threads " + threads, read, files.size(), bare); //$NON-NLS-1$
		}
	}

	private interface Part {
		long read(int from, int to) throws IOException;
	}

	/** {@return microseconds that so many threads take for their parts of the files} */
	private static double time(int threads, Part part, int files) {
		long start = System.nanoTime();
		List<CompletableFuture<Long>> parts = new ArrayList<>();
		for (int i = 1; i < threads; i++) {
			int from = files / threads * i;
			int to = i == threads - 1 ? files : from + files / threads;
			parts.add(CompletableFuture.supplyAsync(() -> unchecked(part, from, to)));
		}
		unchecked(part, 0, files / threads);
		parts.forEach(CompletableFuture::join);
		return (System.nanoTime() - start) / 1e3;
	}

	private static long unchecked(Part part, int from, int to) {
		try {
			return part.read(from, to);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static long read(DicomReaders reader, List<Path> files, List<BasicFileAttributes> attributes)
			throws IOException {
		long frames = 0;
		for (int i = 0; i < files.size(); i++) {
			try {
				frames += reader.readHeader(FileLocation.of(files.get(i), attributes.get(i)), ReadLimits.DEFAULT).frameCount();
			} catch (NotDicomException e) {
				continue; // they are part of what is measured
			}
		}
		return frames;
	}

	private static void scan(Path root) throws IOException {
		List<Path> files = BenchmarkFiles.files(root);
		ByteBuffer buffer = ByteBuffer.allocateDirect(32 << 10);
		double bare = best(() -> BenchmarkFiles.bareLoop(files, buffer));
		report("bare loop over known files", bare, files.size(), bare); //$NON-NLS-1$
		report("the same with listing and stat", best(() -> listedLoop(root, buffer)), files.size(), bare); //$NON-NLS-1$
		for (int threads : new int[] { 1, 2 }) {
			SeriesModel model = DefaultSeriesModel.standalone(DicomReaders.standalone(), threads);
			double time = best(() -> fill(model, root).patients().size());
			report("scan into a catalog, threads " + threads, time, files.size(), bare); //$NON-NLS-1$
		}
		long before = bytesRead();
		fill(SeriesModel.standalone(DicomReaders.standalone()), root);
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
		Filling filling = new Filling(model.newCatalog(), root);
		model.scan(root, filling);
		return filling.catalog;
	}

	/** Fills a catalog, and after each batch walks the tree as a view of it does. */
	private static final class Filling implements ScanListener {

		private final Catalog catalog;
		private final Path root;
		private boolean watched;
		private int batches;
		private long longestAdd;
		private long longestWalk;

		Filling(Catalog catalog, Path root) {
			this.catalog = catalog;
			this.root = root;
		}

		@Override
		public void found(List<InstanceHeader> instances) {
			long start = System.nanoTime();
			catalog.add(root, instances);
			long added = System.nanoTime();
			batches++;
			longestAdd = Math.max(longestAdd, added - start);
			if (watched) {
				labels(catalog);
				longestWalk = Math.max(longestWalk, System.nanoTime() - added);
			}
		}

		@Override
		public void broken(InstanceLocation path, Problem problem) {
			throw new IllegalStateException(path + ": " + problem); //$NON-NLS-1$
		}

		@Override
		public void foreign(InstanceLocation path) {
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

	private static int labels(Catalog catalog) {
		int length = 0;
		for (Series series : series(catalog)) {
			length += series.description().length() + series.modality().length() + series.imageCount()
					+ series.documents().size();
		}
		return length;
	}

	private static void grow(Path root) throws IOException {
		OUT.println("large"); //$NON-NLS-1$
		SeriesModel model = SeriesModel.standalone(DicomReaders.standalone());
		for (int round = 1; round <= 2; round++) {
			Filling filling = new Filling(model.newCatalog(), root);
			filling.watched = true;
			long start = System.nanoTime();
			model.scan(root, filling);
			OUT.printf(Locale.ROOT, "  %d images of %d series after %.0f ms in %d batches; the longest took %.1f ms to add," //$NON-NLS-1$
					+ " the longest walk over the tree %.1f ms%n", filling.catalog.instances(root).size(), //$NON-NLS-1$
					series(filling.catalog).size(), (System.nanoTime() - start) / 1e6, filling.batches,
					filling.longestAdd / 1e6, filling.longestWalk / 1e6);
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
		SeriesModel first = SeriesModel.standalone(DicomReaders.standalone());
		try (HeaderIndex index = first.openIndex(place)) {
			if (index.recall(root).isEmpty()) {
				fill(first, root);
			}
		}
		for (int round = 1; round <= ROUNDS; round++) {
			SeriesModel model = SeriesModel.standalone(DicomReaders.standalone());
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

	/** The second catalog is measured: the first has loaded the classes, which are not of the slices. */
	private static void retained(Path root) throws IOException, InterruptedException {
		SeriesModel model = SeriesModel.standalone(DicomReaders.standalone());
		series(fill(model, root)).forEach(Series::stacks);
		long empty = used();
		Catalog catalog = fill(model, root);
		long filled = used();
		List<Series> series = series(catalog);
		int images = series.stream().mapToInt(Series::imageCount).sum();
		long start = System.nanoTime();
		int stacks = series.stream().map(Series::stacks).mapToInt(List::size).sum();
		double millis = (System.nanoTime() - start) / 1e6;
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
