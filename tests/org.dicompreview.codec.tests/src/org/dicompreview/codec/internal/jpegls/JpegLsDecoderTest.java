package org.dicompreview.codec.internal.jpegls;

import static org.dicompreview.codec.TestFrames.colour;
import static org.dicompreview.codec.TestFrames.frame;
import static org.dicompreview.codec.TestFrames.grey;
import static org.dicompreview.codec.TestFrames.ints;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegLsDecoderTest {

	private static final String UID = "1.2.840.10008.1.2.4.80";
	private static final int COLUMNS = 71;
	private static final int ROWS = 37;

	private final JpegLsDecoder decoder = new JpegLsDecoder();

	/** Flat parts, ramps and noise. */
	private static int[] picture(int components, int maxVal, long seed) {
		Random random = new Random(seed);
		int[] values = new int[COLUMNS * ROWS * components];
		for (int i = 0; i < values.length; i++) {
			int pixel = i / components;
			int x = pixel % COLUMNS;
			int y = pixel / COLUMNS;
			double value = x < 20 ? 0.3 : x * 0.5 / COLUMNS + 0.1 * Math.sin(y * 0.4);
			if (y % 11 > 7) {
				value += random.nextGaussian() * (y > 30 ? 0.3 : 0.02);
			}
			if (random.nextInt(200) == 0) {
				value = random.nextDouble();
			}
			values[i] = (int) Math.max(0, Math.min(maxVal, Math.round(value * maxVal)));
		}
		return values;
	}

	private Frame decode(LsTestEncoder encoder, int components, int precision, int[] values) throws DecodeException {
		return decode(components, precision, encoder.encode(values));
	}

	private Frame decode(int components, int precision, byte[] stream) throws DecodeException {
		int allocated = precision <= 8 ? 8 : 16;
		PixelFormat format = components == 1 ? grey(COLUMNS, ROWS, allocated, precision)
				: colour(COLUMNS, ROWS, components, allocated, 0, Photometric.UNKNOWN);
		return decoder.decode(frame(UID, format, stream), new DecodeOptions(0, 2, 1 << 20));
	}

	private static void check(LsTestEncoder encoder, Frame frame) {
		assertEquals(Optional.empty(), frame.problem());
		int mask = frame.samples().bytesPerValue() == 1 ? 0xFF : 0xFFFF;
		assertArrayEquals(encoder.reconstructed(), Arrays.stream(ints(frame.samples())).map(v -> v & mask).toArray());
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 })
	void everyPrecision(int precision) throws DecodeException {
		int[] values = picture(1, (1 << precision) - 1, precision);
		LsTestEncoder encoder = new LsTestEncoder(COLUMNS, ROWS, 1, precision).defaults();
		encoder.explicit = false;
		check(encoder, decode(encoder, 1, precision, values));
		assertArrayEquals(values, encoder.reconstructed());
	}

	@ParameterizedTest
	@CsvSource({ "8,1", "8,5", "8,127", "2,1", "12,3", "16,255", "10,255", "16,1" })
	void nearLossless(int precision, int near) throws DecodeException {
		int[] values = picture(1, (1 << precision) - 1, near);
		LsTestEncoder encoder = new LsTestEncoder(COLUMNS, ROWS, 1, precision);
		encoder.near = near;
		encoder.explicit = false;
		encoder.defaults();
		check(encoder, decode(encoder, 1, precision, values));
		for (int i = 0; i < values.length; i++) {
			assertTrue(Math.abs(values[i] - encoder.reconstructed()[i]) <= near);
		}
	}

	@ParameterizedTest
	@CsvSource({ "1,0", "2,0", "3,0", "4,0", "2,1", "3,1", "4,1", "2,2", "3,2", "4,2" })
	void everyInterleaving(int components, int interleave) throws DecodeException {
		for (int near = 0; near <= 2; near += 2) {
			LsTestEncoder encoder = new LsTestEncoder(COLUMNS, ROWS, components, 8);
			encoder.interleave = interleave;
			encoder.near = near;
			encoder.defaults();
			check(encoder, decode(encoder, components, 8, picture(components, 255, interleave)));
		}
	}

	@ParameterizedTest
	@CsvSource({ "200,0", "200,3", "5,0", "1,0", "129,0", "254,0", "3000,0", "40000,7" })
	void anyLargestValue(int maxVal, int near) throws DecodeException {
		int precision = maxVal < 256 ? 8 : 16;
		LsTestEncoder encoder = new LsTestEncoder(COLUMNS, ROWS, 1, precision);
		encoder.maxVal = maxVal;
		encoder.near = near;
		encoder.defaults();
		check(encoder, decode(encoder, 1, precision, picture(1, maxVal, maxVal)));
	}

	@ParameterizedTest
	@CsvSource({ "3,7,21,3", "1,1,1,64", "9,9,9,255", "20,200,250,17", "1,255,255,64" })
	void ownThresholdsAndReset(int t1, int t2, int t3, int reset) throws DecodeException {
		for (int interleave = 0; interleave <= 2; interleave++) {
			LsTestEncoder encoder = new LsTestEncoder(COLUMNS, ROWS, 3, 8);
			encoder.interleave = interleave;
			encoder.t1 = t1;
			encoder.t2 = t2;
			encoder.t3 = t3;
			encoder.reset = reset;
			check(encoder, decode(encoder, 3, 8, picture(3, 255, t3)));
		}
	}

	@Test
	void largestReset() throws DecodeException {
		LsTestEncoder encoder = new LsTestEncoder(COLUMNS, ROWS, 1, 16).defaults();
		encoder.reset = 65535;
		check(encoder, decode(encoder, 1, 16, picture(1, 65535, 1)));
	}

	@ParameterizedTest
	@CsvSource({ "0,1", "0,5", "1,1", "1,7", "2,3", "2,36", "0,100" })
	void restartIntervals(int interleave, int interval) throws DecodeException {
		LsTestEncoder encoder = new LsTestEncoder(COLUMNS, ROWS, 3, 8).defaults();
		encoder.interleave = interleave;
		encoder.restartInterval = interval;
		check(encoder, decode(encoder, 3, 8, picture(3, 255, interval)));
	}

	@Test
	void damagedRestartIntervalHarmsNoOther() throws DecodeException {
		int[] values = picture(1, 255, 3);
		LsTestEncoder encoder = new LsTestEncoder(COLUMNS, ROWS, 1, 8).defaults();
		encoder.restartInterval = 5;
		byte[] stream = encoder.encode(values);
		int second = indexOf(stream, 0xD1);
		int third = indexOf(stream, 0xD2);
		Arrays.fill(stream, second + 10, second + 14, (byte) 0);
		int[] decoded = checkDamaged(stream);
		assertArrayEquals(lines(values, 0, 10), lines(decoded, 0, 10));
		assertArrayEquals(lines(values, 15, ROWS), lines(decoded, 15, ROWS));

		byte[] without = new byte[stream.length - (third - second)];
		System.arraycopy(stream, 0, without, 0, second);
		System.arraycopy(stream, third, without, second, stream.length - third);
		decoded = checkDamaged(without);
		assertArrayEquals(lines(values, 0, 10), lines(decoded, 0, 10));
		assertArrayEquals(new int[5 * COLUMNS], lines(decoded, 10, 15));
		assertArrayEquals(lines(values, 15, ROWS), lines(decoded, 15, ROWS));
	}

	private int[] checkDamaged(byte[] stream) throws DecodeException {
		Frame frame = decode(1, 8, stream);
		assertTrue(frame.problem().isPresent());
		return Arrays.stream(ints(frame.samples())).map(v -> v & 0xFF).toArray();
	}

	private static int indexOf(byte[] stream, int marker) {
		for (int i = 0; i < stream.length - 1; i++) {
			if (stream[i] == -1 && stream[i + 1] == (byte) marker) {
				return i;
			}
		}
		throw new AssertionError("no marker");
	}

	private static int[] lines(int[] values, int from, int to) {
		return Arrays.copyOfRange(values, from * COLUMNS, to * COLUMNS);
	}

	@Test
	void truncatedStreamKeepsItsBeginning() throws DecodeException {
		int[] values = picture(1, 4095, 3);
		byte[] stream = new LsTestEncoder(COLUMNS, ROWS, 1, 12).defaults().encode(values);
		Frame frame = decode(1, 12, Arrays.copyOf(stream, stream.length / 2));
		int[] decoded = ints(frame.samples());
		int same = Arrays.mismatch(values, decoded);
		assertTrue(same > values.length / 4 && same < values.length * 3 / 4, () -> same + " values");
		assertEquals(0, decoded[decoded.length - 1]);
		assertTrue(frame.problem().get().toString().contains("incomplete"), frame.problem().get().toString());
	}

	@Test
	void missingComponentIsReported() throws DecodeException {
		LsTestEncoder encoder = new LsTestEncoder(COLUMNS, ROWS, 3, 8).defaults();
		byte[] stream = encoder.encode(picture(3, 255, 4));
		int last = 0;
		for (int i = 0; i < stream.length - 1; i++) {
			last = stream[i] == -1 && stream[i + 1] == (byte) 0xDA ? i : last;
		}
		Frame frame = decode(3, 8, Arrays.copyOf(stream, last));
		assertEquals("The stream holds 2 of 3 components", frame.problem().get().toString());
		assertEquals(0, ints(frame.samples())[2]);
	}

	@Test
	void contradictionsAreErrors() {
		byte[] stream = new LsTestEncoder(COLUMNS, ROWS, 1, 8).defaults().encode(picture(1, 255, 5));
		DecodeException problem = assertThrows(DecodeException.class,
				() -> decoder.decode(frame(UID, grey(COLUMNS, ROWS + 1, 8, 8), stream), DecodeOptions.DEFAULT));
		assertTrue(problem.getMessage().contains("71 x 37 x 1") && problem.getMessage().contains("71 x 38 x 1"),
				problem.getMessage());
	}

	@ParameterizedTest
	@CsvSource({ "-1,0,0,0", "0,0,0,0", "300,0,0,0", "255,9,7,8", "255,300,0,0" })
	void impossibleParametersAreErrors(int maxVal, int t1, int t2, int t3) {
		LsTestEncoder encoder = new LsTestEncoder(COLUMNS, ROWS, 1, 8).defaults();
		byte[] stream = encoder.encode(picture(1, 255, 5));
		int at = indexOf(stream, 0xF8) + 5;
		int[] numbers = { maxVal, t1, t2, t3 };
		for (int i = 0; i < 4; i++) {
			stream[at + 2 * i] = (byte) (numbers[i] >> 8);
			stream[at + 2 * i + 1] = (byte) numbers[i];
		}
		if (maxVal == 0) {
			stream[indexOf(stream, 0xDA) + 7] = (byte) 200; // NEAR
		}
		DecodeException problem = assertThrows(DecodeException.class, () -> decode(1, 8, stream));
		assertTrue(problem.getMessage().contains("not valid"), problem.getMessage());
	}

	@Test
	void otherStreamsAreErrors() {
		assertThrows(DecodeException.class, () -> decode(1, 8, new byte[0]));
		assertThrows(DecodeException.class, () -> decode(1, 8, new byte[1000]));
		byte[] stream = new LsTestEncoder(COLUMNS, ROWS, 1, 8).defaults().encode(picture(1, 255, 5));
		assertThrows(DecodeException.class, () -> decode(1, 8, Arrays.copyOf(stream, 12)));
		assertThrows(DecodeException.class, () -> decode(1, 8, Arrays.copyOf(stream, 30)));
		stream[3] = (byte) 0xC3;
		DecodeException problem = assertThrows(DecodeException.class, () -> decode(1, 8, stream));
		assertTrue(problem.getMessage().contains("another kind of JPEG"), problem.getMessage());
	}
}
