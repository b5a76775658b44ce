package org.dicompreview.video.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.codec.Video;
import org.dicompreview.codec.spi.VideoDecoder;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;

/** Frames are those of FFmpeg's command line, bit for bit in luminance, whatever the order in which they are asked for. */
class FfmpegVideoTest {

	@TempDir
	Path folder;

	static List<String> names() {
		return Streams.NAMES;
	}

	private static Video open(String name) throws IOException, DecodeException {
		return Streams.decoder().open(Streams.stream(name), DecodeOptions.DEFAULT);
	}

	private static String hash(Frame frame) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Streams.luminance(frame)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	private static void check(String name, List<Integer> order) throws IOException, DecodeException {
		List<String> expected = Streams.hashes(name);
		try (Video video = open(name)) {
			assertEquals(expected.size(), video.frameCount());
			for (int frame : order) {
				assertEquals(expected.get(frame), hash(video.frame(frame)), name + " frame " + frame);
			}
		}
	}

	private static List<Integer> all(String name) throws IOException {
		return IntStream.range(0, Streams.hashes(name).size()).boxed().toList();
	}

	@ParameterizedTest
	@MethodSource("names")
	void forward(String name) throws IOException, DecodeException {
		check(name, all(name));
	}

	@ParameterizedTest
	@MethodSource("names")
	void backward(String name) throws IOException, DecodeException {
		List<Integer> order = new ArrayList<>(all(name));
		Collections.reverse(order);
		check(name, order);
	}

	/** A fresh video for each frame: nothing is kept from a frame before. */
	@ParameterizedTest
	@MethodSource("names")
	void anyFrameAtOnce(String name) throws IOException, DecodeException {
		Random random = new Random(1);
		for (int i = 0; i < 5; i++) {
			check(name, List.of(random.nextInt(Streams.hashes(name).size())));
		}
	}

	@ParameterizedTest
	@CsvSource({ "h264-closed-groups.h264, YBR_PARTIAL_420, 8", "h264-full-range.h264, YBR_FULL, 8",
			"h264-bt709.h264, YBR_PARTIAL_709, 8", "h265-10-bit.hevc, YBR_PARTIAL_420, 10", "mpeg2-422.m2v, YBR_PARTIAL_420, 8" })
	void saysWhatTheValuesAre(String name, Photometric photometric, int bits) throws IOException, DecodeException {
		try (Video video = open(name)) {
			Frame frame = video.frame(0);
			assertEquals(photometric, frame.photometric());
			assertEquals(bits, frame.bitsStored());
			assertEquals(3, frame.channels());
			assertEquals(Streams.COLUMNS * Streams.ROWS * 3, frame.samples().length());
		}
	}

	@Test
	void chrominanceIsRepeated() throws IOException, DecodeException {
		try (Video video = open("h264-closed-groups.h264")) {
			byte[] values = ((Samples.Bytes) video.frame(3).samples()).values();
			for (int y = 0; y < Streams.ROWS; y++) {
				for (int x = 0; x < Streams.COLUMNS; x++) {
					int at = 3 * (y * Streams.COLUMNS + x);
					int first = 3 * ((y & ~1) * Streams.COLUMNS + (x & ~1));
					assertEquals(values[first + 1], values[at + 1]);
					assertEquals(values[first + 2], values[at + 2]);
				}
			}
		}
	}

	@Test
	void isAService() {
		BundleContext context = FrameworkUtil.getBundle(FfmpegVideoDecoder.class).getBundleContext();
		var reference = context.getServiceReference(VideoDecoder.class);
		assertEquals("FFmpeg", context.getService(reference).name());
		context.ungetService(reference);
	}

	@Test
	void aVideoOfAnotherSizeThanStatedIsRefused() throws IOException {
		PixelStream stream = Streams.stream(Streams.syntax("h264.mp4"), Streams.bytes("h264.mp4"), 64, 64);
		String reason = assertThrows(DecodeException.class,
				() -> Streams.decoder().open(stream, DecodeOptions.DEFAULT)).getMessage();
		assertTrue(reason.contains("64 x 48") && reason.contains("64 x 64"), reason);
	}

	@Test
	void framesBeyondTheLimitAreRefused() throws IOException, DecodeException {
		try (Video video = Streams.decoder().open(Streams.stream("h264.mp4"), new DecodeOptions(0, 1, 4000))) {
			assertTrue(assertThrows(DecodeException.class, () -> video.frame(0)).getMessage().contains("allowed"));
		}
	}

	/** What goes wrong in the program is the reason of one frame. */
	@ParameterizedTest
	@CsvSource({ "kill -SEGV $$, status", "exit 0, cannot be decoded", "echo broken >&2; exit 3, broken",
			"head -c 100 /dev/zero, ended early", "cat, not supported" })
	void aProgramThatFailsIsAReason(String script, String reason) throws IOException, DecodeException {
		Path program = folder.resolve("ffmpeg");
		Files.writeString(program, "#!/bin/sh\n" + script + "\n");
		assertTrue(program.toFile().setExecutable(true));
		try (Video video = new FfmpegVideoDecoder(() -> program).open(Streams.stream("h264.mp4"), DecodeOptions.DEFAULT)) {
			String text = assertThrows(DecodeException.class, () -> video.frame(5)).getMessage();
			assertTrue(text.contains(reason), text);
		}
	}

	@Test
	void noProcessIsLeftBehind() throws IOException, DecodeException {
		long before = ProcessHandle.current().children().filter(ProcessHandle::isAlive).count();
		Video video = open("h264-one-group.h264");
		video.frame(2);
		assertTrue(ProcessHandle.current().children().filter(ProcessHandle::isAlive).count() > before);
		List<ProcessHandle> children = ProcessHandle.current().children().toList();
		video.close();
		children.stream().filter(each -> each.info().command().orElse("").endsWith("ffmpeg"))
				.forEach(each -> each.onExit().join());
		assertThrows(IOException.class, () -> video.frame(0));
	}

	/** Whatever is missing or wrong in a stream ends in frames or a reason, never in a hang or another exception. */
	@ParameterizedTest
	@MethodSource("names")
	void damageIsAReason(String name) throws IOException {
		byte[] whole = Streams.bytes(name);
		Random random = new Random(name.hashCode());
		for (int i = 0; i < 400; i++) {
			byte[] damaged = whole.clone();
			for (int n = random.nextInt(8); n >= 0; n--) {
				damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
			}
			int length = random.nextBoolean() ? damaged.length : random.nextInt(damaged.length);
			byte[] cut = Arrays.copyOf(damaged, length);
			try (Video video = Streams.decoder().open(Streams.stream(Streams.syntax(name), cut, Streams.COLUMNS, Streams.ROWS),
					DecodeOptions.DEFAULT)) {
				assertTrue(video.frameCount() > 0);
				if (i % 40 == 0) {
					decode(video, video.frameCount() / 2);
				}
			} catch (DecodeException e) {
				assertFalse(e.getMessage().isBlank());
			}
		}
	}

	private static void decode(Video video, int frame) throws IOException {
		try {
			assertEquals(Streams.COLUMNS, video.frame(frame).columns());
		} catch (DecodeException e) {
			assertFalse(e.getMessage().isBlank());
		}
	}
}
