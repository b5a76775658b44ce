package org.dicompreview.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.dicompreview.benchmarks.DecodeFiles.Coding;
import org.dicompreview.benchmarks.DecodeFiles.Picture;
import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.codec.internal.j2k.Jpeg2000Decoder;
import org.dicompreview.codec.internal.jpeg.JpegDecoder;
import org.dicompreview.codec.internal.jpegls.JpegLsDecoder;
import org.dicompreview.codec.internal.rle.RleDecoder;
import org.dicompreview.codec.internal.uncompressed.NativeDecoder;
import org.dicompreview.dicom.EncodedFrame;
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
 * Decoding of all frames of a file, by this project in memory and by the command-line tools of DCMTK and GDCM, which
 * also read and write the file and start anew: files are long enough that this matters little. One operation is one
 * file.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class DecodeBenchmark {

	/** The picture. */
	@Param
	public Picture picture;

	/** The transfer syntax. */
	@Param
	public Coding coding;

	private final FrameDecoders decoders = FrameDecoders.of(List.of(new NativeDecoder(), new RleDecoder(),
			new JpegDecoder(), new JpegLsDecoder(), new Jpeg2000Decoder()));
	private Path file;
	private List<EncodedFrame> frames;

	/** Makes the file. */
	@Setup
	public void open() throws IOException {
		file = DecodeFiles.file(picture, coding);
		frames = DecodeFiles.frames(file);
	}

	/** One thread. */
	@Benchmark
	public void oneThread(Blackhole hole) throws DecodeException {
		decode(1, hole);
	}

	/** Two threads that work on the same frame. */
	@Benchmark
	public void twoThreadsAFrame(Blackhole hole) throws DecodeException {
		decode(2, hole);
	}

	/** One thread a frame, as many frames at once as there are cores. */
	@Benchmark
	public void framesInParallel(Blackhole hole) {
		frames.parallelStream().forEach(frame -> {
			try {
				hole.consume(decoders.decode(frame, DecodeOptions.DEFAULT));
			} catch (DecodeException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	/** The tools of DCMTK (of GDCM where DCMTK has none). */
	@Benchmark
	public void dcmtk() throws IOException {
		DecodeFiles.dcmtk(coding, file);
	}

	/** The tools of GDCM, which use CharLS and OpenJPEG. */
	@Benchmark
	public void gdcm() throws IOException {
		DecodeFiles.gdcm(coding, file);
	}

	private void decode(int threads, Blackhole hole) throws DecodeException {
		DecodeOptions options = new DecodeOptions(0, threads, DecodeOptions.DEFAULT.frameBytes());
		for (EncodedFrame frame : frames) {
			hole.consume(decoders.decode(frame, options));
		}
	}
}
