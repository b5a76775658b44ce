package org.dicompreview.codec.internal.uncompressed;

import static org.dicompreview.codec.TestFrames.bytes;
import static org.dicompreview.codec.TestFrames.colour;
import static org.dicompreview.codec.TestFrames.frame;
import static org.dicompreview.codec.TestFrames.grey;
import static org.dicompreview.codec.TestFrames.highBit;
import static org.dicompreview.codec.TestFrames.ints;
import static org.dicompreview.codec.TestFrames.signed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelFormat.SampleKind;
import org.dicompreview.dicom.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeDecoderTest {

	private static final String EXPLICIT = "1.2.840.10008.1.2.1";

	private final NativeDecoder decoder = new NativeDecoder();

	private Frame decode(PixelFormat format, int... data) throws DecodeException {
		return decoder.decode(frame(EXPLICIT, format, bytes(data)), DecodeOptions.DEFAULT);
	}

	private int[] values(PixelFormat format, int... data) throws DecodeException {
		Frame frame = decode(format, data);
		assertTrue(frame.problem().isEmpty(), () -> frame.problem().get().toString());
		return ints(frame.samples());
	}

	@Test
	void eightBitsAreTheBytes() throws DecodeException {
		Frame frame = decode(grey(3, 2, 8, 8), 0, 1, 127, 128, 254, 255);
		assertArrayEquals(bytes(0, 1, 127, 128, 254, 255), ((Samples.Bytes) frame.samples()).values());
		assertEquals(8, frame.bitsStored());
		assertFalse(frame.signed());
		assertEquals(Photometric.MONOCHROME2, frame.photometric());
	}

	@Test
	void wholeArrayOfEightBitsIsNotCopied() throws DecodeException {
		byte[] data = bytes(1, 2, 3, 4);
		Frame frame = decoder.decode(frame(EXPLICIT, grey(2, 2, 8, 8), data), DecodeOptions.DEFAULT);
		assertSame(data, ((Samples.Bytes) frame.samples()).values());
	}

	@Test
	void paddingAfterAnOddFrameDoesNotCount() throws DecodeException {
		assertArrayEquals(new int[] { 1, 2, 3 }, values(grey(3, 1, 8, 8), 1, 2, 3, 99));
	}

	@Test
	void sixteenBitsAreLittleEndian() throws DecodeException {
		assertArrayEquals(new int[] { 0x0201, -2, 0x7FFF, -0x8000 },
				values(grey(2, 2, 16, 16), 1, 2, 0xFE, 0xFF, 0xFF, 0x7F, 0, 0x80));
	}

	@Test
	void thirtyTwoBitsAreLittleEndian() throws DecodeException {
		assertArrayEquals(new int[] { 0x04030201, -1 }, values(grey(2, 1, 32, 32), 1, 2, 3, 4, 255, 255, 255, 255));
	}

	@Test
	void twentyFourBitsTakeInts() throws DecodeException {
		assertArrayEquals(new int[] { 0x030201, 0xFFFFFF }, values(grey(2, 1, 24, 24), 1, 2, 3, 255, 255, 255));
		assertArrayEquals(new int[] { 0x030201, -1 }, values(signed(grey(2, 1, 24, 24)), 1, 2, 3, 255, 255, 255));
	}

	@Test
	void twelvePackedBitsTakeShorts() throws DecodeException {
		Frame frame = decode(grey(3, 1, 12, 12), 0x21, 0x43, 0x65, 0x87, 0x09);
		assertInstanceOf(Samples.Shorts.class, frame.samples());
		assertArrayEquals(new int[] { 0x321, 0x654, 0x987 }, ints(frame.samples()));
		assertArrayEquals(new int[] { 0x321, 0x654, -0x679 },
				values(signed(grey(3, 1, 12, 12)), 0x21, 0x43, 0x65, 0x87, 0x09));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 7, 9, 10, 12, 13, 17, 20, 31 })
	void anyNumberOfPackedBits(int bits) throws DecodeException {
		int count = 41;
		int[] expected = new Random(bits).ints(count, 0, Integer.MAX_VALUE).map(v -> v & (1 << bits) - 1).toArray();
		byte[] data = new byte[(count * bits + 7) / 8];
		for (int bit = 0; bit < count * bits; bit++) {
			data[bit / 8] |= (byte) ((expected[bit / bits] >> bit % bits & 1) << bit % 8);
		}
		Frame frame = decoder.decode(frame(EXPLICIT, grey(count, 1, bits, bits), data), DecodeOptions.DEFAULT);
		int mask = frame.samples().bytesPerValue() == 1 ? 0xFF : frame.samples().bytesPerValue() == 2 ? 0xFFFF : -1;
		int[] actual = ints(frame.samples());
		for (int i = 0; i < count; i++) {
			assertEquals(expected[i], actual[i] & mask, "value " + i);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 5, 7 })
	void oneBitFramesBeginAtAnyBit(int bitOffset) throws DecodeException {
		Random random = new Random(1);
		byte[] data = new byte[20];
		random.nextBytes(data);
		int pixels = 19 * 8 - 3;
		EncodedFrame frame = new EncodedFrame(TransferSyntax.of(EXPLICIT), grey(pixels, 1, 1, 1), data, 0, data.length,
				bitOffset);
		byte[] values = ((Samples.Bytes) decoder.decode(frame, DecodeOptions.DEFAULT).samples()).values();
		for (int i = 0; i < pixels; i++) {
			int bit = i + bitOffset;
			assertEquals(data[bit / 8] >> bit % 8 & 1, values[i], "pixel " + i);
		}
	}

	@Test
	void signOfOneBitIsIgnored() throws DecodeException {
		assertArrayEquals(new int[] { 1, 0, 1, 1 }, values(signed(grey(4, 1, 1, 1)), 0x0D));
	}

	@Test
	void bitsAboveTheStoredOnesAreDropped() throws DecodeException {
		assertArrayEquals(new int[] { 0x0FFF, 0x0001 }, values(grey(2, 1, 16, 12), 0xFF, 0xFF, 0x01, 0xA0));
		assertArrayEquals(new int[] { 0x7F, 0x01 }, values(grey(2, 1, 8, 7), 0xFF, 0x81));
	}

	@Test
	void signIsExtendedFromTheStoredBits() throws DecodeException {
		assertArrayEquals(new int[] { -1, 0x7FF, -2048 },
				values(signed(grey(3, 1, 16, 12)), 0xFF, 0x0F, 0xFF, 0xF7, 0x00, 0x08));
		assertArrayEquals(new int[] { -1, 63 }, values(signed(grey(2, 1, 8, 7)), 0x7F, 0xBF));
	}

	@Test
	void valuesEndAtTheHighBit() throws DecodeException {
		assertArrayEquals(new int[] { 0xFFF, 0x123 },
				values(highBit(grey(2, 1, 16, 12), 15), 0xF7, 0xFF, 0x3F, 0x12));
		assertArrayEquals(new int[] { -1, 0x123 },
				values(highBit(signed(grey(2, 1, 16, 12)), 15), 0xF7, 0xFF, 0x3F, 0x12));
		assertArrayEquals(new int[] { 0x3F }, values(highBit(grey(1, 1, 8, 6), 6), 0xFF));
	}

	@Test
	void impossibleHighBitMeansTheLowestBits() throws DecodeException {
		assertArrayEquals(new int[] { 0x123 }, values(highBit(grey(1, 1, 16, 12), 3), 0x23, 0xF1));
		assertArrayEquals(new int[] { 0x123 }, values(highBit(grey(1, 1, 16, 12), 16), 0x23, 0xF1));
	}

	@Test
	void planesAreInterleaved() throws DecodeException {
		assertArrayEquals(new int[] { 1, 3, 5, 2, 4, 6 },
				values(colour(2, 1, 3, 8, 1, Photometric.RGB), 1, 2, 3, 4, 5, 6));
		assertArrayEquals(new int[] { 1, 3, 5, 2, 4, 6 }, values(colour(2, 1, 3, 16, 1, Photometric.RGB), //
				1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0));
		assertArrayEquals(new int[] { 1, 3, 2, 4 }, values(colour(2, 1, 2, 32, 1, Photometric.UNKNOWN), //
				1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0));
		assertArrayEquals(new int[] { 1, 3, 5, 7, 2, 4, 6, 8 },
				values(colour(2, 1, 4, 8, 1, Photometric.CMYK), 1, 2, 3, 4, 5, 6, 7, 8));
	}

	@Test
	void samplesByPixelStay() throws DecodeException {
		assertArrayEquals(new int[] { 1, 2, 3, 4, 5, 6 },
				values(colour(2, 1, 3, 8, 0, Photometric.RGB), 1, 2, 3, 4, 5, 6));
	}

	@Test
	void sharedChrominanceIsRepeated() throws DecodeException {
		PixelFormat format = colour(4, 1, 3, 8, 0, Photometric.YBR_FULL_422);
		Frame frame = decode(format, 10, 11, 1, 2, 12, 13, 3, 4);
		assertArrayEquals(new int[] { 10, 1, 2, 11, 1, 2, 12, 3, 4, 13, 3, 4 }, ints(frame.samples()));
		assertEquals(Photometric.YBR_FULL, frame.photometric());
		assertEquals(Photometric.YBR_FULL_422, frame.stated());
		assertTrue(frame.problem().isEmpty());
		assertArrayEquals(new int[] { 10, 1, 2, 11, 1, 2 }, values(colour(2, 1, 3, 16, 0, Photometric.YBR_PARTIAL_422),
				10, 0, 11, 0, 1, 0, 2, 0));
	}

	@Test
	void sharedChrominanceOfAnOddNumberOfColumns() throws DecodeException {
		int[] expected = { 10, 1, 2, 11, 1, 2, 12, 3, 4, 20, 5, 6, 21, 5, 6, 22, 7, 8 };
		PixelFormat format = colour(3, 2, 3, 8, 0, Photometric.YBR_FULL_422);
		assertArrayEquals(expected, values(format, 10, 11, 1, 2, 12, 99, 3, 4, 20, 21, 5, 6, 22, 99, 7, 8));
		assertArrayEquals(expected, values(colour(3, 2, 3, 16, 0, Photometric.YBR_FULL_422), 10, 0, 11, 0, 1, 0, 2, 0, 12,
				0, 99, 0, 3, 0, 4, 0, 20, 0, 21, 0, 5, 0, 6, 0, 22, 0, 99, 0, 7, 0, 8, 0));
		// pairs that go on from row to row
		assertArrayEquals(new int[] { 10, 1, 2, 11, 1, 2, 12, 3, 4, 20, 3, 4, 21, 5, 6, 22, 5, 6 },
				values(format, 10, 11, 1, 2, 12, 20, 3, 4, 21, 22, 5, 6));
	}

	@Test
	void statedSharedChrominanceThatIsNotShared() throws DecodeException {
		PixelFormat format = colour(2, 2, 3, 8, 0, Photometric.YBR_FULL_422);
		assertArrayEquals(new int[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 },
				values(format, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
	}

	@Test
	void floatsAndDoubles() throws DecodeException {
		PixelFormat floats = new PixelFormat(1, 2, 1, 32, 32, 31, false, 0, Photometric.MONOCHROME2, SampleKind.FLOAT);
		ByteBuffer data = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putFloat(-1.5f).putFloat(Float.NaN);
		Frame frame = decoder.decode(frame(EXPLICIT, floats, data.array()), DecodeOptions.DEFAULT);
		assertArrayEquals(new float[] { -1.5f, Float.NaN }, ((Samples.Floats) frame.samples()).values());
		PixelFormat doubles = new PixelFormat(1, 2, 1, 64, 64, 63, false, 0, Photometric.MONOCHROME2,
				SampleKind.DOUBLE);
		data.rewind().putDouble(Math.PI).putDouble(-0.0);
		frame = decoder.decode(frame(EXPLICIT, doubles, data.array()), DecodeOptions.DEFAULT);
		assertArrayEquals(new double[] { Math.PI, -0.0 }, ((Samples.Doubles) frame.samples()).values());
		assertEquals(64, frame.bitsStored());
	}

	@Test
	void truncatedFrameKeepsWhatIsThere() throws DecodeException {
		Frame frame = decode(grey(2, 2, 16, 12), 1, 0x10, 2, 0xF0, 3);
		assertArrayEquals(new int[] { 1, 2, 0, 0 }, ints(frame.samples()));
		assertTrue(frame.problem().get().toString().contains("5 bytes of 8"), frame.problem().get().toString());
	}

	@Test
	void truncatedPlanesKeepTheirPlace() throws DecodeException {
		Frame frame = decode(colour(2, 1, 3, 8, 1, Photometric.RGB), 1, 2, 3);
		assertArrayEquals(new int[] { 1, 3, 0, 2, 0, 0 }, ints(frame.samples()));
		assertTrue(frame.problem().isPresent());
	}

	@Test
	void noDataIsAnError() {
		assertThrows(DecodeException.class, () -> decode(grey(2, 2, 16, 12), 1));
	}

	@Test
	void limitIsCheckedBeforeAllocating() {
		DecodeOptions small = new DecodeOptions(0, 1, 1000);
		PixelFormat format = grey(65535, 65535, 16, 16);
		DecodeException problem = assertThrows(DecodeException.class,
				() -> decoder.decode(frame(EXPLICIT, format, bytes(1, 2, 3, 4)), small));
		assertTrue(problem.getMessage().contains("8589672450"), problem.getMessage());
	}

	@Test
	void sixtyFourBitIntegersAreRefused() {
		assertThrows(DecodeException.class, () -> decode(grey(1, 1, 64, 64), 1, 2, 3, 4, 5, 6, 7, 8));
	}

	@Test
	void colourThatIsReallyGrey() throws DecodeException {
		PixelFormat format = colour(2, 2, 3, 8, 0, Photometric.MONOCHROME2);
		Frame frame = decode(format, 1, 2, 3, 4);
		assertEquals(1, frame.channels());
		assertArrayEquals(new int[] { 1, 2, 3, 4 }, ints(frame.samples()));
		frame = decode(format, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
		assertEquals(3, frame.channels());
		assertEquals(Photometric.RGB, frame.photometric());
	}
}
