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
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.dicompreview.dicom.DicomReader;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.NotDicomException;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.internal.BuiltInReader;

/**
 * How fast headers are read, beside a bare loop over the same files in the same process. {@code ScanBenchmark FOLDER}
 * makes the files in FOLDER if they are missing; {@code ScanBenchmark FOLDER any} measures the files that are there.
 */
public final class ScanBenchmark {

	private static final int ROUNDS = 9;
	private static final int WARM_UP_FILES = 60_000;
	private static final PrintStream OUT = System.out;

	private ScanBenchmark() {
	}

	/** @param arguments the folder */
	public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
		Path folder = Path.of(arguments[0]);
		if (arguments.length > 1) {
			measure(folder.toString(), BenchmarkFiles.files(folder));
			return;
		}
		measure("500 CT images", BenchmarkFiles.ct(folder.resolve("ct"))); //$NON-NLS-1$ //$NON-NLS-2$
		measure("21,000 small files", BenchmarkFiles.small(folder.resolve("small"))); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static void measure(String what, List<Path> files)
			throws IOException, InterruptedException, ExecutionException {
		List<BasicFileAttributes> attributes = new ArrayList<>();
		for (Path file : files) {
			attributes.add(Files.readAttributes(file, BasicFileAttributes.class));
		}
		ByteBuffer buffer = ByteBuffer.allocateDirect(32 << 10);
		double bare = best(files.size(), () -> BenchmarkFiles.bareLoop(files, buffer));
		double bareTwo = best(files.size(),
				() -> two(half -> BenchmarkFiles.bareLoop(half, ByteBuffer.allocateDirect(32 << 10)), files));
		double headers = best(files.size(), () -> headers(new BuiltInReader(), files, null));
		double known = best(files.size(), () -> headers(new BuiltInReader(), files, attributes));
		DicomReader shared = new BuiltInReader();
		double twoThreads = best(files.size(), () -> two(half -> headers(shared, half, null), files));
		OUT.printf(Locale.ROOT, "%s: bare loop %.2f us a file, two threads %.2f%n", what, bare, bareTwo); //$NON-NLS-1$
		OUT.printf(Locale.ROOT,
				"  headers %.2f us (%.2f x), attributes known %.2f us (%.2f x), two threads %.2f us (%.2f x faster)%n", //$NON-NLS-1$
				headers, headers / bare, known, known / bare, twoThreads, headers / twoThreads);
		OUT.printf(Locale.ROOT, "  retained: %d bytes a header%n", retained(files)); //$NON-NLS-1$
	}

	/** {@return microseconds a file in the best of some rounds} */
	private static double best(int files, Callable<?> work) throws IOException {
		double best = Double.MAX_VALUE;
		for (int i = 0; i < WARM_UP_FILES / files + ROUNDS; i++) {
			long start = now();
			try {
				work.call();
			} catch (IOException | RuntimeException e) {
				throw e;
			} catch (Exception e) {
				throw new IllegalStateException(e);
			}
			best = Math.min(best, (now() - start) / 1e3 / files);
		}
		return best;
	}

	/** Time of this thread, so that others on the machine do not count, unless wall-clock time is asked for. */
	private static long now() {
		return Boolean.getBoolean("wall") ? System.nanoTime() //$NON-NLS-1$
				: ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
	}

	private interface Part {
		Object read(List<Path> files) throws IOException;
	}

	private static int two(Part part, List<Path> files) throws InterruptedException, ExecutionException {
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			int half = files.size() / 2;
			Future<?> first = threads.submit(() -> part.read(files.subList(0, half)));
			Future<?> second = threads.submit(() -> part.read(files.subList(half, files.size())));
			first.get();
			second.get();
			return files.size();
		} finally {
			threads.shutdown();
		}
	}

	private static List<InstanceHeader> headers(DicomReader reader, List<Path> files,
			List<BasicFileAttributes> attributes)
			throws IOException {
		List<InstanceHeader> headers = new ArrayList<>();
		for (int i = 0; i < files.size(); i++) {
			try {
				headers.add(attributes == null ? reader.readHeader(files.get(i), ReadLimits.DEFAULT)
						: reader.readHeader(files.get(i), attributes.get(i), ReadLimits.DEFAULT));
			} catch (NotDicomException e) {
				continue; // they are part of what is measured
			}
		}
		return headers;
	}

	private static long retained(List<Path> files) throws IOException, InterruptedException {
		long before = used();
		List<InstanceHeader> headers = headers(new BuiltInReader(), files, null);
		long after = used();
		return (after - before) / Math.max(1, headers.size());
	}

	private static long used() throws InterruptedException {
		for (int i = 0; i < 4; i++) {
			System.gc();
			Thread.sleep(50);
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}
}
