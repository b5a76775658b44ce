package org.dicompreview.video.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Video;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.dicom.TransferSyntax;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * H.264 of 1920 x 1080 and 30 frames a second, in groups of 30, on two threads: forward, jumping, and FFmpeg's program alone
 * over the same video as what that is compared with. On Linux with x86_64.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 5)
@Measurement(iterations = 3, time = 10)
@Fork(1)
public class VideoBenchmark {

	private static final String PLATFORM = "org/bytedeco/ffmpeg/linux-x86_64/";
	private static final int COLUMNS = 1920;
	private static final int ROWS = 1080;
	private static final int FRAMES = 300;

	/** Counts what was decoded. */
	@State(Scope.Thread)
	@AuxCounters(AuxCounters.Type.OPERATIONS)
	public static class Count {

		/** Frames. */
		public double frames;
	}

	private final Random random = new Random(1);
	private Path folder;
	private Path file;
	private FfmpegVideoDecoder decoder;
	private Video jumping;

	/** Unpacks the program, makes the video and opens it. */
	@Setup
	public void make() throws IOException, InterruptedException, DecodeException {
		folder = Files.createTempDirectory("video");
		unpack();
		file = folder.resolve("video.h264");
		run(List.of("-f", "lavfi", "-i", "testsrc2=size=" + COLUMNS + "x" + ROWS + ":rate=30", "-frames:v", "" + FRAMES,
				"-c:v", "libopenh264", "-g", "30", "-b:v", "8M", file.toString()));
		decoder = new FfmpegVideoDecoder(this::program);
		jumping = open();
	}

	private Path program() {
		return folder.resolve("ffmpeg");
	}

	private void unpack() throws IOException {
		JarURLConnection jar = (JarURLConnection) getClass().getResource("/" + PLATFORM + "ffmpeg").openConnection();
		jar.setUseCaches(false);
		try (JarFile all = jar.getJarFile()) {
			for (JarEntry entry : Collections.list(all.entries())) {
				if (entry.getName().startsWith(PLATFORM) && !entry.isDirectory()) {
					Files.copy(all.getInputStream(entry), folder.resolve(entry.getName().substring(PLATFORM.length())));
				}
			}
		}
		program().toFile().setExecutable(true);
	}

	private void run(List<String> arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(program().toString(), "-hide_banner", "-nostdin", "-loglevel", "error", "-y"));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).inheritIO().redirectOutput(ProcessBuilder.Redirect.DISCARD);
		builder.environment().put("LD_LIBRARY_PATH", folder.toString());
		int exit = builder.start().waitFor();
		if (exit != 0) {
			throw new IOException("FFmpeg ended with status " + exit);
		}
	}

	private Video open() throws IOException, DecodeException {
		byte[] bytes = Files.readAllBytes(file);
		return decoder.open(new PixelStream() {
			@Override
			public TransferSyntax transferSyntax() {
				return TransferSyntax.of("1.2.840.10008.1.2.4.102");
			}

			@Override
			public PixelFormat format() {
				return new PixelFormat(ROWS, COLUMNS, 3, 8, 8, 7, false, 0, Photometric.YBR_PARTIAL_420,
						PixelFormat.SampleKind.INTEGER);
			}

			@Override
			public int statedFrames() {
				return FRAMES;
			}

			@Override
			public long length() {
				return bytes.length;
			}

			@Override
			public int read(long position, byte[] target, int offset, int length) {
				int count = (int) Math.max(0, Math.min(length, bytes.length - position));
				System.arraycopy(bytes, (int) Math.min(position, bytes.length), target, offset, count);
				return count;
			}

			@Override
			public void close() {
				// an array
			}
		}, new DecodeOptions(0, 2, 1 << 30));
	}

	/** Opens the video and decodes all frames in turn. */
	@Benchmark
	@BenchmarkMode(Mode.AverageTime)
	public long forward(Count count) throws IOException, DecodeException {
		long bytes = 0;
		try (Video video = open()) {
			for (int i = 0; i < video.frameCount(); i++) {
				bytes += video.frame(i).byteSize();
				count.frames++;
			}
		}
		return bytes;
	}

	/** FFmpeg's program decodes all frames and throws them away. */
	@Benchmark
	@BenchmarkMode(Mode.AverageTime)
	public void forwardByProgramAlone(Count count) throws IOException, InterruptedException {
		run(List.of("-threads", "2", "-i", file.toString(), "-fps_mode", "passthrough", "-f", "rawvideo", "pipe:1"));
		count.frames += FRAMES;
	}

	/** Decodes one frame anywhere in a video that is open. */
	@Benchmark
	@BenchmarkMode(Mode.SampleTime)
	public Frame jump() throws IOException, DecodeException {
		return jumping.frame(random.nextInt(FRAMES));
	}

	/** Deletes what was made. */
	@TearDown
	public void clean() throws IOException {
		jumping.close();
		try (var files = Files.list(folder)) {
			files.forEach(each -> {
				try {
					Files.delete(each);
				} catch (IOException e) {
					throw new UncheckedIOException(e);
				}
			});
		}
		Files.delete(folder);
	}
}
