package org.dicompreview.codec.internal.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Fixtures;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.TestFrames;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged JPEG frames give what could be decoded with a reason, or a reason alone. */
class JpegDamageTest {

	private static final int SOF = 4;

	private final JpegDecoder decoder = new JpegDecoder();

	private Frame decode(EncodedFrame frame) throws DecodeException {
		return decoder.decode(frame, DecodeOptions.DEFAULT);
	}

	private static EncodedFrame with(EncodedFrame frame, byte[] bytes) {
		return with(frame, bytes, frame.format());
	}

	private static EncodedFrame with(EncodedFrame frame, byte[] bytes, PixelFormat format) {
		return new EncodedFrame(frame.transferSyntax(), format, bytes, 0, bytes.length, 0);
	}

	private static EncodedFrame fixture(String name) {
		return Fixtures.of("jpeg", name).frame();
	}

	/** Index of the FF of the first marker of this kind. */
	private static int find(byte[] bytes, int marker) {
		for (int i = 0; i + 1 < bytes.length; i++) {
			if (bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) marker) {
				return i;
			}
		}
		throw new IllegalArgumentException("no marker " + marker);
	}

	private static byte[] withByte(byte[] bytes, int at, int value) {
		byte[] result = bytes.clone();
		result[at] = (byte) value;
		return result;
	}

	private String failure(EncodedFrame frame) {
		return assertThrows(DecodeException.class, () -> decode(frame)).getMessage();
	}

	@ParameterizedTest
	@ValueSource(strings = { "baseline-grey", "extended-12", "lossless-12", "predictor-1", "gdcm-rgb", "baseline-444" })
	void truncatedFrameKeepsItsBeginning(String name) throws DecodeException {
		EncodedFrame frame = fixture(name);
		byte[] bytes = frame.bytes();
		Frame whole = decode(frame);
		Frame part = decode(with(frame, Arrays.copyOf(bytes, bytes.length * 2 / 3)));
		Matcher reason = Pattern.compile("The image data end at byte (\\d+), \\d+ of \\d+ units are missing")
				.matcher(part.problem().orElseThrow().toString());
		assertTrue(reason.matches(), part.problem().get().toString());
		assertEquals(bytes.length * 2 / 3, Integer.parseInt(reason.group(1)), Long.BYTES);
		byte[] expected = TestFrames.raw(whole.samples());
		byte[] actual = TestFrames.raw(part.samples());
		int intact = Arrays.mismatch(expected, actual);
		assertTrue(intact > expected.length / 4, name + " is intact up to " + intact + " of " + expected.length);
	}

	@ParameterizedTest
	@ValueSource(strings = { "progressive-08", "progressive-12", "spectral-08" })
	void truncatedProgressiveFrameIsCoarse(String name) throws DecodeException {
		EncodedFrame frame = fixture(name);
		byte[] bytes = frame.bytes();
		byte[] expected = TestFrames.raw(decode(frame).samples());
		Frame part = decode(with(frame, Arrays.copyOf(bytes, bytes.length * 2 / 3)));
		assertTrue(part.problem().isPresent());
		byte[] actual = TestFrames.raw(part.samples());
		assertEquals(mean(expected), mean(actual), 8);
	}

	private static double mean(byte[] raw) {
		long sum = 0;
		for (byte each : raw) {
			sum += each & 0xFF;
		}
		return (double) sum / raw.length;
	}

	@ParameterizedTest
	@CsvSource({ "restart-rows,8", "lossless-restart-3,3" })
	void damagedIntervalLeavesTheOthers(String name, int height) throws DecodeException {
		EncodedFrame frame = fixture(name);
		byte[] bytes = frame.bytes().clone();
		int from = find(bytes, 0xD0) + 2;
		int to = find(bytes, 0xD1);
		Arrays.fill(bytes, from, to, (byte) 0);
		Frame damaged = decode(with(frame, bytes));
		int row = damaged.samples().bytesPerValue() * damaged.columns();
		byte[] expected = TestFrames.raw(decode(frame).samples());
		byte[] actual = TestFrames.raw(damaged.samples());
		assertArrayEquals(Arrays.copyOf(expected, height * row), Arrays.copyOf(actual, height * row));
		assertTrue(!Arrays.equals(expected, height * row, 2 * height * row, actual, height * row, 2 * height * row));
		assertArrayEquals(Arrays.copyOfRange(expected, 2 * height * row, expected.length),
				Arrays.copyOfRange(actual, 2 * height * row, actual.length));
	}

	@Test
	void lostIntervalLeavesTheOthersInTheirPlace() throws DecodeException {
		EncodedFrame frame = fixture("restart-rows");
		byte[] bytes = frame.bytes();
		int from = find(bytes, 0xD0);
		int to = find(bytes, 0xD1);
		byte[] shorter = new byte[bytes.length - (to - from)];
		System.arraycopy(bytes, 0, shorter, 0, from);
		System.arraycopy(bytes, to, shorter, from, bytes.length - to);
		Frame damaged = decode(with(frame, shorter));
		assertTrue(damaged.problem().orElseThrow().toString().contains("restart markers"), damaged.problem().get().toString());
		byte[] expected = TestFrames.raw(decode(frame).samples());
		byte[] actual = TestFrames.raw(damaged.samples());
		int row = 8 * damaged.columns();
		assertArrayEquals(Arrays.copyOf(expected, row), Arrays.copyOf(actual, row));
		assertArrayEquals(Arrays.copyOfRange(expected, 2 * row, expected.length),
				Arrays.copyOfRange(actual, 2 * row, actual.length));
	}

	@ParameterizedTest
	@ValueSource(strings = { "baseline-grey", "lossless-12", "progressive-12" })
	void otherSizeThanTheDataSetStatesIsAnError(String name) {
		EncodedFrame frame = fixture(name);
		PixelFormat f = frame.format();
		int height = find(frame.bytes(), sofOf(frame.bytes())) + SOF + 1;
		String reason = failure(with(frame, withByte(frame.bytes(), height, 0xFF)));
		assertTrue(reason.contains("62 x " + (0xFF00 | f.rows()) + " x 1"), reason);
		assertTrue(reason.contains("62 x 43 x 1"), reason);
		reason = failure(with(frame, withByte(frame.bytes(), height + 3, 61)));
		assertTrue(reason.contains("61 x 43 x 1"), reason);
	}

	private static int sofOf(byte[] bytes) {
		for (int marker : new int[] { 0xC0, 0xC1, 0xC2, 0xC3 }) {
			for (int i = 0; i + 3 < bytes.length; i++) {
				if (bytes[i] == (byte) 0xFF && bytes[i + 1] == (byte) marker && bytes[i + 2] == 0) {
					return marker;
				}
			}
		}
		throw new IllegalArgumentException("no frame header");
	}

	@Test
	void otherNumberOfSamplesThanTheDataSetStatesIsAnError() {
		EncodedFrame grey = fixture("baseline-grey");
		PixelFormat three = fixture("baseline-rgb").format();
		assertTrue(failure(with(grey, grey.bytes(), three)).contains("62 x 43 x 1"));
		EncodedFrame rgb = fixture("baseline-rgb");
		assertTrue(failure(with(rgb, rgb.bytes(), grey.format())).contains("62 x 43 x 3"));
	}

	@ParameterizedTest
	@CsvSource({ "0xC9,arithmetic", "0xCA,arithmetic", "0xCB,arithmetic", "0xC5,hierarchical", "0xC7,hierarchical" })
	void processesThatAreNotSupportedAreNamed(String marker, String reason) {
		EncodedFrame frame = fixture("baseline-grey");
		int at = find(frame.bytes(), 0xC0);
		String message = failure(with(frame, withByte(frame.bytes(), at + 1, Integer.decode(marker))));
		assertTrue(message.contains(reason), message);
		assertTrue(message.contains("at byte " + at), message);
	}

	@Test
	void missingTablesAreNamed() {
		EncodedFrame frame = fixture("extended-12");
		byte[] bytes = frame.bytes();
		String quantization = failure(with(frame, withByte(bytes, find(bytes, 0xDB) + 1, 0xFE)));
		assertTrue(quantization.contains("needs quantization table 0, which is missing"), quantization);
		String huffman = failure(with(frame, withByte(bytes, find(bytes, 0xC4) + 1, 0xFE)));
		assertTrue(huffman.contains("needs Huffman table 0, which is missing"), huffman);
	}

	@Test
	void impossibleHuffmanTableIsNamed() {
		EncodedFrame frame = fixture("extended-12");
		byte[] bytes = frame.bytes().clone();
		int counts = find(bytes, 0xC4) + 5;
		int codes = 0;
		for (int i = counts; i < counts + 16; i++) {
			codes += bytes[i];
			bytes[i] = 0;
		}
		bytes[counts] = (byte) codes;
		assertEquals("A Huffman table has more codes of 1 bits than there are", failure(with(frame, bytes)));
	}

	@Test
	void predictorAndPointTransformAreChecked() {
		EncodedFrame frame = fixture("lossless-12");
		byte[] bytes = frame.bytes();
		int selection = find(bytes, 0xDA) + 7;
		for (int wrong : new int[] { 0, 8, 255 }) {
			String message = failure(with(frame, withByte(bytes, selection, wrong)));
			assertTrue(message.contains("predictor " + wrong), message);
		}
		String message = failure(with(frame, withByte(bytes, selection + 2, 12)));
		assertTrue(message.contains("point transform 12"), message);
	}

	@Test
	void noStreamAtAllIsNamed() {
		EncodedFrame frame = fixture("baseline-grey");
		assertTrue(failure(with(frame, new byte[0])).contains("not a JPEG codestream"));
		assertTrue(failure(with(frame, new byte[100])).contains("not a JPEG codestream"));
		byte[] header = Arrays.copyOf(frame.bytes(), find(frame.bytes(), 0xDA));
		assertTrue(failure(with(frame, header)).contains("before any image data"));
	}

	@Test
	void bytesBeforeTheStreamAreReported() throws DecodeException {
		EncodedFrame frame = fixture("baseline-grey");
		byte[] bytes = new byte[frame.length() + 3];
		System.arraycopy(frame.bytes(), 0, bytes, 3, frame.length());
		Frame decoded = decode(with(frame, bytes));
		assertEquals(Optional.of("There are 3 bytes before the JPEG codestream"), decoded.problem().map(Problem::toString));
		assertArrayEquals(TestFrames.raw(decode(frame).samples()), TestFrames.raw(decoded.samples()));
	}

	@Test
	void componentWithoutScanIsBlank() throws DecodeException {
		EncodedFrame frame = fixture("separate-scans");
		byte[] bytes = frame.bytes();
		int second = find(Arrays.copyOfRange(bytes, find(bytes, 0xDA) + 2, bytes.length), 0xDA) + find(bytes, 0xDA) + 2;
		Frame decoded = decode(with(frame, Arrays.copyOf(bytes, second)));
		assertTrue(decoded.problem().orElseThrow().toString().contains("component 2 of 3"), decoded.problem().get().toString());
		byte[] whole = TestFrames.raw(decode(frame).samples());
		byte[] part = TestFrames.raw(decoded.samples());
		for (int i = 0; i < whole.length; i += 3) {
			assertEquals(whole[i], part[i]);
			assertEquals((byte) 128, part[i + 1]);
			assertEquals((byte) 128, part[i + 2]);
		}
	}
}
