package org.dicompreview.codec.internal.j2k;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Decoders;
import org.dicompreview.codec.Fixtures;
import org.dicompreview.codec.Fixtures.Fixture;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.codec.TestFrames;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Jpeg2000DecoderTest {

	private static final int LIMIT = 1 << 20;
	private static final int SIZ = 2;
	private static final int TILE_WIDTH = 22;
	private static final int MOST = 4095;

	private final FrameDecoders decoders = Decoders.all();

	private Frame decode(EncodedFrame frame, int reduction) throws DecodeException {
		return decoders.decode(frame, new DecodeOptions(reduction, 2, LIMIT));
	}

	private static EncodedFrame frame(Fixture fixture, byte[] bytes) {
		EncodedFrame frame = fixture.frame();
		return new EncodedFrame(frame.transferSyntax(), frame.format(), bytes, 0, bytes.length, 0);
	}

	@ParameterizedTest
	@CsvSource({ "jpeg2000,grey-12", "jpeg2000,style-63", "htj2k,grey-12", "htj2k,block-4x1024" })
	void reducedFramesAreTheLowPassPart(String folder, String name) throws DecodeException {
		Fixture fixture = Fixtures.of(folder, name);
		int columns = fixture.frame().format().columns();
		int[] values = new int[fixture.expected().length / 2];
		ByteBuffer stored = ByteBuffer.wrap(fixture.expected()).order(ByteOrder.LITTLE_ENDIAN);
		Arrays.setAll(values, i -> stored.getShort(2 * i) - (MOST + 1) / 2);
		for (int reduction = 1; reduction <= 5; reduction++) {
			values = lowPass(lowPass(values, columns, false), columns, true);
			columns = (columns + 1) / 2;
			Frame frame = decode(fixture.frame(), reduction);
			assertEquals(Optional.empty(), frame.problem());
			assertEquals(columns, frame.columns());
			int[] shifted = Arrays.stream(values).map(v -> Math.max(0, Math.min(v + (MOST + 1) / 2, MOST))).toArray();
			assertArrayEquals(shifted, TestFrames.ints(frame.samples()), "reduction " + reduction);
		}
	}

	/** The even samples of the reversible analysis, across or down: ISO/IEC 15444-1 F.4.8.1. */
	private static int[] lowPass(int[] from, int columns, boolean across) {
		int rows = from.length / columns;
		int length = across ? columns : rows;
		int step = across ? 1 : columns;
		int lines = across ? rows : columns;
		int kept = (length + 1) / 2;
		int[] result = new int[kept * lines];
		for (int line = 0; line < lines; line++) {
			int start = line * (across ? columns : 1);
			for (int i = 0; i < kept; i++) {
				int[] near = new int[5];
				for (int k = 0; k < 5; k++) {
					int at = Math.abs(2 * i - 2 + k);
					near[k] = from[start + step * (length == 1 ? 0 : at < length ? at : 2 * length - 2 - at)];
				}
				int before = near[1] - (near[0] + near[2] >> 1);
				int after = near[3] - (near[2] + near[4] >> 1);
				int low = length == 1 ? near[2] : near[2] + (before + after + 2 >> 2);
				result[across ? line * kept + i : i * columns + line] = low;
			}
		}
		return result;
	}

	/** PS3.5 8.2.4: what the codestream did to its components counts, not what the data set says of it. */
	@ParameterizedTest
	@CsvSource({ "jpeg2000,rgb-untransformed,YBR_RCT,RGB", "jpeg2000,rgb-untransformed,YBR_ICT,RGB",
			"jpeg2000,rgb-untransformed,RGB,RGB", "jpeg2000,rgb-untransformed,YBR_FULL,YBR_FULL",
			"htj2k,rgb-untransformed,YBR_RCT,RGB", "htj2k,rgb-untransformed,YBR_ICT,RGB",
			"htj2k,rgb-untransformed,YBR_FULL,YBR_FULL", "jpeg2000,half-chrominance,YBR_ICT,YBR_FULL",
			"jpeg2000,half-chrominance-across,YBR_RCT,YBR_FULL", "jpeg2000,half-chrominance,RGB,YBR_FULL",
			"jpeg2000,rgb,YBR_FULL,RGB", "jpeg2000,rgb-lossy,RGB,RGB", "htj2k,rgb,YBR_FULL,RGB" })
	void samplesAreWhatTheCodestreamMadeOfThem(String folder, String name, Photometric stated, Photometric actual)
			throws DecodeException {
		Fixture fixture = Fixtures.of(folder, name);
		PixelFormat format = fixture.frame().format();
		byte[] bytes = fixture.frame().bytes();
		Frame frame = decode(new EncodedFrame(fixture.frame().transferSyntax(), new PixelFormat(format.rows(),
				format.columns(), 3, format.bitsAllocated(), format.bitsStored(), format.highBit(), false, 0, stated,
				PixelFormat.SampleKind.INTEGER), bytes, 0, bytes.length, 0), 0);
		assertEquals(actual, frame.photometric());
		assertEquals(stated, frame.stated());
	}

	@Test
	void reductionEndsWhereTheLevelsEnd() throws DecodeException {
		assertEquals(62, decode(Fixtures.of("jpeg2000", "no-levels").frame(), 3).columns());
		Frame tiles = decode(Fixtures.of("jpeg2000", "many-tiles").frame(), 5); // two levels
		assertEquals(16, tiles.columns());
		assertEquals(11, tiles.rows());
		assertEquals(Optional.empty(), tiles.problem());
	}

	@ParameterizedTest
	@ValueSource(strings = { "many-layers", "style-63-layers", "grey-12", "region-part-layers" })
	void moreOfATruncatedStreamIsBetter(String name) throws DecodeException {
		Fixture fixture = Fixtures.of("jpeg2000", name);
		byte[] bytes = fixture.frame().bytes();
		double before = Double.MAX_VALUE;
		for (int part = 3; part < 10; part += 2) {
			Frame frame = decode(frame(fixture, Arrays.copyOf(bytes, bytes.length * part / 10)), 0);
			assertTrue(frame.problem().get().toString().startsWith("The codestream is truncated"), frame.problem().get().toString());
			double error = error(fixture.expected(), TestFrames.raw(frame.samples()), frame.samples().bytesPerValue());
			assertTrue(error < before, part + " tenths: " + error + " after " + before);
			before = error;
		}
	}

	private static double error(byte[] expected, byte[] actual, int width) {
		ByteBuffer first = ByteBuffer.wrap(expected).order(ByteOrder.LITTLE_ENDIAN);
		ByteBuffer second = ByteBuffer.wrap(actual).order(ByteOrder.LITTLE_ENDIAN);
		double sum = 0;
		for (int i = 0; i < expected.length; i += width) {
			double difference = width == 1 ? first.get(i) - second.get(i) : first.getShort(i) - second.getShort(i);
			sum += difference * difference;
		}
		return sum;
	}

	@ParameterizedTest
	@ValueSource(strings = { "ct-refined", "sparse-refined", "grey-12" })
	void truncatedHighThroughputStreamHasAReason(String name) throws DecodeException {
		Fixture fixture = Fixtures.of("htj2k", name);
		byte[] bytes = fixture.frame().bytes();
		Frame frame = decode(frame(fixture, Arrays.copyOf(bytes, bytes.length - 40)), 0);
		assertTrue(frame.problem().get().toString().startsWith("The codestream is truncated"), frame.problem().get().toString());
		double worst = error(fixture.expected(), new byte[fixture.expected().length], 2);
		assertTrue(error(fixture.expected(), TestFrames.raw(frame.samples()), 2) < worst / 50);
	}

	private String refusal(Fixture fixture, byte[] bytes) {
		return assertThrows(DecodeException.class, () -> decode(frame(fixture, bytes), 0)).getMessage();
	}

	@Test
	void sizeOfTheStreamMustBeTheStatedOne() {
		Fixture fixture = Fixtures.of("jpeg2000", "grey-12");
		byte[] wider = fixture.frame().bytes().clone();
		wider[SIZ + 9]++;
		assertTrue(refusal(fixture, wider).contains("63 x 43 x 1"), refusal(fixture, wider));
		byte[] huge = fixture.frame().bytes().clone();
		for (int number : new int[] { 6, 10, 22, 26 }) { // width, height, and of tiles
			Arrays.fill(huge, SIZ + number, SIZ + number + 4, (byte) 0x7F);
		}
		assertTrue(refusal(fixture, huge).contains("but the data set states 62 x 43 x 1"), refusal(fixture, huge));
		Fixture colour = Fixtures.of("jpeg2000", "rgb");
		assertEquals("The codestream has 3 components, the data set states 1 samples per pixel",
				refusal(fixture, colour.frame().bytes()));
	}

	@Test
	void otherPartsOfPart2HaveAReason() {
		Fixture fixture = Fixtures.of("jpeg2000", "array-transform");
		byte[] reversible = fixture.frame().bytes().clone();
		int collection = indexOf(reversible, 0x75);
		reversible[collection + u16(reversible, collection + 2) - 1] = 1;
		assertTrue(refusal(fixture, reversible).contains("Only irreversible array-based component transforms"));
		byte[] nonLinear = fixture.frame().bytes().clone();
		nonLinear[indexOf(nonLinear, 0x64) + 1] = 0x76;
		assertTrue(refusal(fixture, nonLinear).contains("non-linear point transform"));
		byte[] wavelet = fixture.frame().bytes().clone();
		wavelet[indexOf(wavelet, 0x52) + 13] = 2;
		assertTrue(refusal(fixture, wavelet).contains("wavelet transform 2 of JPEG 2000 part 2"));
	}

	private static int u16(byte[] bytes, int at) {
		return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
	}

	/** {@return where a marker is} */
	private static int indexOf(byte[] stream, int marker) {
		int at = 2;
		while (stream[at] != -1 || stream[at + 1] != (byte) marker) {
			at++;
		}
		return at;
	}

	@ParameterizedTest
	@CsvSource({ "jpeg2000,grey-12", "htj2k,grey-12" })
	void tilesLargerThanAnyImage(String folder, String name) throws DecodeException {
		Fixture fixture = Fixtures.of(folder, name);
		for (byte[] size : new byte[][] { { -1, -1, -1, -1 }, { -128, 0, 0, 0 }, { 127, -1, -1, -1 } }) {
			byte[] bytes = fixture.frame().bytes().clone();
			System.arraycopy(size, 0, bytes, SIZ + TILE_WIDTH, size.length);
			System.arraycopy(size, 0, bytes, SIZ + TILE_WIDTH + size.length, size.length);
			Frame frame = decode(frame(fixture, bytes), 0);
			assertEquals(Optional.empty(), frame.problem());
			assertArrayEquals(TestFrames.ints(decode(fixture.frame(), 0).samples()), TestFrames.ints(frame.samples()));
		}
	}
}
