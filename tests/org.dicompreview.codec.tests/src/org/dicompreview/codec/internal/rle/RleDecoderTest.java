package org.dicompreview.codec.internal.rle;

import static org.dicompreview.codec.TestFrames.bytes;
import static org.dicompreview.codec.TestFrames.colour;
import static org.dicompreview.codec.TestFrames.frame;
import static org.dicompreview.codec.TestFrames.grey;
import static org.dicompreview.codec.TestFrames.ints;
import static org.dicompreview.codec.TestFrames.signed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RleDecoderTest {

	private static final String UID = "1.2.840.10008.1.2.5";

	private final RleDecoder decoder = new RleDecoder();

	private Frame decode(PixelFormat format, byte[] data) throws DecodeException {
		return decoder.decode(frame(UID, format, data), DecodeOptions.DEFAULT);
	}

	/** Stretches of equal and of random values, and of zeros. */
	private static int[] values(int count, int bits) {
		Random random = new Random(count + bits);
		int[] values = new int[count];
		int mask = bits == 32 ? -1 : (1 << bits) - 1;
		for (int i = 0; i < count; i++) {
			boolean equal = i > 0 && random.nextInt(4) != 0 && i / 500 % 2 == 0;
			values[i] = i / 700 % 5 == 4 ? 0 : equal ? values[i - 1] : random.nextInt() & mask;
		}
		return values;
	}

	private static int[] extended(int[] values, int allocated) {
		int width = allocated <= 8 ? 8 : allocated <= 16 ? 16 : 32;
		return Arrays.stream(values).map(v -> v << 32 - width >> 32 - width).toArray();
	}

	@ParameterizedTest
	@CsvSource({ "1,8", "2,8", "3,8", "4,8", "1,16", "2,16", "3,16", "4,16", "1,24", "1,32", "2,32", "3,32" })
	void decodes(int samples, int allocated) throws DecodeException {
		int[] values = values(157 * 211 * samples, allocated); // more than is decoded in one part
		PixelFormat format = colour(157, 211, samples, allocated, 0, Photometric.RGB);
		Frame frame = decode(format, RleTestEncoder.frame(RleTestEncoder.segments(values, samples, allocated / 8)));
		assertArrayEquals(extended(values, allocated), ints(frame.samples()));
		assertTrue(frame.problem().isEmpty());
		assertEquals(samples, frame.channels());
	}

	/** Where one of two segments ends early, the bytes of the other still count. */
	@ParameterizedTest
	@CsvSource({ "0,0x00FF", "1,0xFF00" })
	void missingBytesAreZero(int cut, String mask) throws DecodeException {
		int[] values = values(157 * 211, 16);
		List<byte[]> segments = RleTestEncoder.segments(values, 1, 2);
		int there = 20_000;
		segments.set(cut, Arrays.copyOf(segments.get(cut), there));
		Frame frame = decode(grey(157, 211, 16, 16), RleTestEncoder.frame(segments));
		int[] expected = values.clone();
		for (int i = there; i < expected.length; i++) {
			expected[i] &= Integer.decode(mask);
		}
		assertArrayEquals(expected, Arrays.stream(ints(frame.samples())).map(v -> v & 0xFFFF).toArray());
		assertEquals("RLE segment " + (cut + 1) + " of 2 holds 20000 bytes of 33127; what is missing is shown as 0",
				frame.problem().orElseThrow().toString());
	}

	@Test
	void segmentsLieInAnyOrder() throws DecodeException {
		int[] values = values(32 * 32 * 3, 16);
		List<byte[]> segments = RleTestEncoder.segments(values, 3, 2);
		Frame frame = decode(colour(32, 32, 3, 16, 1, Photometric.RGB),
				RleTestEncoder.frame(segments, 5, 0, 3, 2, 4, 1));
		assertArrayEquals(extended(values, 16), ints(frame.samples()));
		assertTrue(frame.problem().isEmpty());
	}

	@Test
	void lowestByteFirstIsRecognisedByTheUnusedBits() throws DecodeException {
		int[] values = values(40 * 40, 12);
		List<byte[]> segments = RleTestEncoder.segments(values, 1, 2);
		Collections.reverse(segments);
		assertArrayEquals(values, ints(decode(grey(40, 40, 16, 12), RleTestEncoder.frame(segments)).samples()));
	}

	@Test
	void lowestByteFirstIsRecognisedByTheSign() throws DecodeException {
		int[] values = Arrays.stream(values(40 * 40, 12)).map(v -> v - 2048).toArray();
		List<byte[]> segments = RleTestEncoder.segments(values, 1, 2);
		PixelFormat format = signed(grey(40, 40, 16, 12));
		assertArrayEquals(values, ints(decode(format, RleTestEncoder.frame(segments)).samples()));
		Collections.reverse(segments);
		assertArrayEquals(values, ints(decode(format, RleTestEncoder.frame(segments)).samples()));
	}

	@Test
	void overlayInTheUnusedBitsIsDropped() throws DecodeException {
		int[] values = values(40 * 40, 12);
		int[] withOverlay = values.clone();
		for (int i = 0; i < values.length; i += 3) {
			withOverlay[i] |= 0x8000;
		}
		Frame frame = decode(grey(40, 40, 16, 12),
				RleTestEncoder.frame(RleTestEncoder.segments(withOverlay, 1, 2)));
		assertArrayEquals(values, ints(frame.samples()));
	}

	@Test
	void oneBitSegmentsHoldEightPixelsAByte() throws DecodeException {
		byte[] data = RleTestEncoder.frame(List.of(bytes(0x0F, 0x81, 0x03)));
		assertArrayEquals(new int[] { 1, 1, 1, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1 },
				ints(decode(grey(9, 2, 1, 1), data).samples()));
	}

	@Test
	void controlByteMinus128IsSkipped() throws DecodeException {
		byte[] data = Arrays.copyOf(RleTestEncoder.frame(List.of(new byte[0])), 64 + 8);
		System.arraycopy(bytes(0x80, 1, 7, 8, 0x80, 0xFF, 9, 0), 0, data, 64, 8);
		assertArrayEquals(new int[] { 7, 8, 9, 9 }, ints(decode(grey(2, 2, 8, 8), data).samples()));
	}

	@Test
	void runsBeyondTheFrameAreCut() throws DecodeException {
		byte[] data = Arrays.copyOf(RleTestEncoder.frame(List.of(new byte[0])), 64 + 4);
		System.arraycopy(bytes(0x81, 5, 0x81, 6), 0, data, 64, 4);
		Frame frame = decode(grey(130, 1, 8, 8), data);
		assertEquals(5, ints(frame.samples())[127]);
		assertEquals(6, ints(frame.samples())[129]);
	}

	@Test
	void truncatedSegmentGivesItsBeginning() throws DecodeException {
		int[] values = values(50 * 50, 16);
		byte[] data = RleTestEncoder.frame(RleTestEncoder.segments(values, 1, 2));
		Frame frame = decode(grey(50, 50, 16, 16), Arrays.copyOf(data, data.length - 600));
		int[] decoded = ints(frame.samples());
		assertArrayEquals(Arrays.copyOf(extended(values, 16), 1000), Arrays.copyOf(decoded, 1000));
		assertEquals(values[2499] & 0xFF00, decoded[2499] & 0xFFFF);
		assertTrue(frame.problem().get().toString().contains("segment 2 of 2"), frame.problem().get().toString());
	}

	@Test
	void wrongCountInTheHeaderIsReported() throws DecodeException {
		int[] values = values(50 * 50, 16);
		byte[] data = RleTestEncoder.frame(RleTestEncoder.segments(values, 1, 2));
		data[0] = 99;
		Frame frame = decode(grey(50, 50, 16, 16), data);
		assertArrayEquals(extended(values, 16), ints(frame.samples()));
		assertTrue(frame.problem().get().toString().contains("counts 99 segments"), frame.problem().get().toString());
	}

	@Test
	void missingSegmentsAreZero() throws DecodeException {
		int[] values = values(50 * 50, 8);
		byte[] data = RleTestEncoder.frame(RleTestEncoder.segments(values, 1, 1));
		Frame frame = decode(colour(50, 50, 3, 8, 0, Photometric.RGB), data);
		int[] decoded = ints(frame.samples());
		assertEquals((byte) values[77], decoded[3 * 77]);
		assertEquals(0, decoded[3 * 77 + 1]);
		assertTrue(frame.problem().isPresent());
	}

	@Test
	void offsetsOutsideTheFrameAreErrors() {
		byte[] data = RleTestEncoder.frame(RleTestEncoder.segments(values(100, 8), 1, 1));
		data[4] = 0;
		assertThrows(DecodeException.class, () -> decode(grey(10, 10, 8, 8), data));
		data[7] = (byte) 0xFF;
		assertThrows(DecodeException.class, () -> decode(grey(10, 10, 8, 8), data));
		assertThrows(DecodeException.class, () -> decode(grey(10, 10, 8, 8), new byte[64]));
		assertThrows(DecodeException.class, () -> decode(grey(10, 10, 8, 8), new byte[0]));
	}

	@Test
	void moreSegmentsThanTheHeaderHoldsIsAnError() {
		assertThrows(DecodeException.class, () -> decode(colour(10, 10, 4, 32, 0, Photometric.CMYK), new byte[100]));
	}

	@Test
	void frameWithinALargerArray() throws DecodeException {
		int[] values = values(400, 16);
		byte[] data = RleTestEncoder.frame(RleTestEncoder.segments(values, 1, 2));
		byte[] larger = new byte[data.length + 30];
		Arrays.fill(larger, (byte) 0x7F);
		System.arraycopy(data, 0, larger, 13, data.length);
		var frame = frame(UID, grey(20, 20, 16, 16), larger);
		Frame decoded = decoder.decode(new org.dicompreview.dicom.EncodedFrame(frame.transferSyntax(), frame.format(),
				larger, 13, data.length, 0), DecodeOptions.DEFAULT);
		assertArrayEquals(extended(values, 16), ints(decoded.samples()));
	}
}
