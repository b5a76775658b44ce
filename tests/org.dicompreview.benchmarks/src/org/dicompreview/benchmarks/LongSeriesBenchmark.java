package org.dicompreview.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.dicompreview.codec.internal.uncompressed.NativeDecoder;
import org.dicompreview.codec.spi.FrameDecoder;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.rendering.FrameSession;
import org.dicompreview.rendering.internal.cache.SharedFrameLoader;
import org.dicompreview.series.Slice;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A view that walks through 10,000 slices of 512 x 512 x 16 with a budget of 64 MB in a heap of 256 MB: each of them in
 * turn, then 1,000 jumps. The counters say, in MB, the most that the cache held, what was alive for the view at the end,
 * and the most that the heap took.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx256m")
public class LongSeriesBenchmark {

	private static final int SLICES = 10_000;
	private static final int JUMPS = 1_000;
	private static final long BUDGET = 64L << 20;

	/** Memory, as further results. */
	@State(Scope.Thread)
	@AuxCounters(AuxCounters.Type.EVENTS)
	public static class Memory {
		/** Most that the cache held. */
		public double cachedMegabytes;
		/** Alive at the end beside what was alive before the view opened. */
		public double aliveMegabytes;
		/** Most that the heap took at any of the slices, rubbish included. */
		public double peakMegabytes;
	}

	private final DicomReaders reader = DicomReaders.standalone();
	private final List<Slice> path = new ArrayList<>();
	private Path folder;
	private SharedFrameLoader loader;

	/** The files are links to one, each with a header of its own. */
	@Setup
	public void makeFiles() throws IOException {
		folder = Files.createTempDirectory("dicompreview-benchmark");
		Path first = folder.resolve("0");
		MadeFrames.grey(first, 512, 512);
		for (int i = 0; i < SLICES; i++) {
			Path file = i == 0 ? first : Files.createLink(folder.resolve(Integer.toString(i)), first);
			path.add(new LoneSlice(reader.readHeader(file, ReadLimits.DEFAULT), 0));
		}
	}

	@Setup(Level.Iteration)
	public void open() {
		loader = new SharedFrameLoader(reader,
				FrameDecoder.join(List.of(new NativeDecoder())));
		loader.setBudget(BUDGET);
	}

	@TearDown(Level.Iteration)
	public void close() {
		loader.close();
	}

	@TearDown
	public void deleteFiles() throws IOException {
		for (int i = 0; i < SLICES; i++) {
			Files.delete(folder.resolve(Integer.toString(i)));
		}
		Files.delete(folder);
	}

	/** Walks, then jumps; each slice is waited for. */
	@Benchmark
	public void walk(Memory memory) throws InterruptedException {
		double before = alive();
		try (FrameSession session = loader.open()) {
			for (int i = 0; i < SLICES; i++) {
				show(session, i, memory);
			}
			Random random = new Random(1);
			for (int i = 0; i < JUMPS; i++) {
				show(session, random.nextInt(SLICES), memory);
			}
			memory.aliveMegabytes = alive() - before;
		}
	}

	private static double alive() {
		System.gc();
		return used();
	}

	private static double used() {
		return megabytes(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
	}

	private void show(FrameSession session, int index, Memory memory) throws InterruptedException {
		CountDownLatch shown = new CountDownLatch(1);
		session.show(path, index, loaded -> {
			if (loaded.frame().isPresent()) {
				shown.countDown();
			}
		});
		if (!shown.await(1, TimeUnit.MINUTES)) {
			throw new IllegalStateException("slice " + index + " was not shown");
		}
		memory.cachedMegabytes = Math.max(memory.cachedMegabytes, megabytes(loader.cachedBytes()));
		memory.peakMegabytes = Math.max(memory.peakMegabytes, used());
	}

	private static double megabytes(long bytes) {
		return bytes / (double) (1 << 20);
	}
}
