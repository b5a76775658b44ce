package org.dicompreview.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.dicompreview.benchmarks.DecodeFiles.Coding;
import org.dicompreview.benchmarks.DecodeFiles.Picture;
import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.EncodedFrame;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Decoding of all frames of a file, by this project in memory and by what it is compared with; one operation is one file.
 * The rows called {@code megapixels} count pixels (of all samples) a second. A reference that does not know a coding
 * fails, and the run goes on.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class DecodeBenchmark {

	/** Counts what was decoded. */
	@State(Scope.Thread)
	@AuxCounters(AuxCounters.Type.OPERATIONS)
	public static class Count {

		/** Millions of pixels. */
		public double megapixels;
	}

	/** The picture. */
	@Param
	public Picture picture;

	/** The transfer syntax. */
	@Param
	public Coding coding;

	private final FrameDecoders decoders = FrameDecoders.standalone();
	private List<EncodedFrame> frames;

	/** Makes the file. */
	@Setup
	public void open() throws IOException {
		frames = DecodeFiles.frames(DecodeFiles.file(picture, coding));
	}

	/** One thread. */
	@Benchmark
	public void oneThread(Blackhole hole, Count count) throws DecodeException {
		decode(1, hole);
		count(count);
	}

	/** As many threads as there are cores, all on the same frame. */
	@Benchmark
	public void threadsAFrame(Blackhole hole, Count count) throws DecodeException {
		decode(Runtime.getRuntime().availableProcessors(), hole);
		count(count);
	}

	/** One thread a frame, as many frames at once as there are cores. */
	@Benchmark
	public void framesInParallel(Blackhole hole, Count count) {
		frames.parallelStream().forEach(frame -> {
			try {
				hole.consume(decoders.decode(frame, DecodeOptions.DEFAULT));
			} catch (DecodeException e) {
				throw new IllegalStateException(e);
			}
		});
		count(count);
	}

	/** The tools of DCMTK. */
	@Benchmark
	public void dcmtk(Count count) throws IOException {
		References.dcmtk(picture, coding);
		count(count);
	}

	/** The tool of GDCM. */
	@Benchmark
	public void gdcm(Count count) throws IOException {
		References.gdcm(picture, coding);
		count(count);
	}

	/** The tool of OpenJPEG, for JPEG 2000. */
	@Benchmark
	public void openjpeg(Count count) throws IOException {
		References.openjpeg(picture, coding, frames);
		count(count);
	}

	/** The tool of OpenJPH, for HTJ2K. */
	@Benchmark
	public void openjph(Count count) throws IOException {
		References.openjph(picture, coding);
		count(count);
	}

	/** The tool of libjxl, for JPEG XL. */
	@Benchmark
	public void libjxl(Count count) throws IOException {
		References.libjxl(picture, coding, frames);
		count(count);
	}

	/**
	 * In Java: copying for uncompressed frames, the JDK's inflater for deflated ones and its reader for baseline JPEG, JAI
	 * Image I/O for JPEG 2000.
	 */
	@Benchmark
	public void java(Blackhole hole, Count count) throws IOException {
		for (EncodedFrame frame : frames) {
			hole.consume(References.java(coding, frame));
		}
		count(count);
	}

	private void decode(int threads, Blackhole hole) throws DecodeException {
		DecodeOptions options = new DecodeOptions(0, threads, DecodeOptions.DEFAULT.frameBytes());
		for (EncodedFrame frame : frames) {
			hole.consume(decoders.decode(frame, options));
		}
	}

	private void count(Count count) {
		count.megapixels += picture.columns * picture.rows / 1e6 * frames.size();
	}
}
