package org.dicompreview.codec.internal;

import static org.dicompreview.codec.TestFrames.ints;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Decoders;
import org.dicompreview.codec.Fixtures;
import org.dicompreview.codec.Fixtures.Fixture;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.codec.Samples;
import org.dicompreview.codec.TestFrames;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelFormat.SampleKind;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.TransferSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bits Stored and High Bit mean the same whatever the coding; raw values of compressed data stay those of the codec. */
class ShownValuesTest {

	private static final String NATIVE = "1.2.840.10008.1.2.1";

	private final FrameDecoders decoders = Decoders.all();

	private static PixelFormat stated(PixelFormat format, int stored, int high, boolean signed) {
		return new PixelFormat(format.rows(), format.columns(), format.samplesPerPixel(), format.bitsAllocated(), stored,
				high, signed, 0, format.photometric(), SampleKind.INTEGER);
	}

	private Frame decode(String syntax, PixelFormat format, byte[] bytes) throws DecodeException {
		return decoders.decode(new EncodedFrame(TransferSyntax.of(syntax), format, bytes, 0, bytes.length, 0),
				DecodeOptions.DEFAULT);
	}

	static Stream<Arguments> statements() {
		return Stream.of("jpeg2000,noise-16", "jpeg2000,rgb", "htj2k,noise-16", "htj2k,noise-08", "htj2k,rgb",
				"jpeg2000,grey-08", "jpegls,grey-16", "jpegls,grey-08", "jpeg,lossless-noise", "jpeg,predictor-4")
				.flatMap(name -> Stream.of(new int[] { 1, 0 }, new int[] { 4, 3 }, new int[] { 7, 6 },
						new int[] { 4, 6 }, new int[] { 4, 7 }, new int[] { 10, 9 }, new int[] { 12, 11 },
						new int[] { 12, 15 }, new int[] { 10, 12 })
						.flatMap(bits -> Stream.of(false, true)
								.map(signed -> Arguments.of(name, bits[0], bits[1], signed))));
	}

	/** Of a codestream that fills Bits Allocated, the bits that are no part of the image show as in uncompressed data. */
	@ParameterizedTest
	@MethodSource("statements")
	void losslessValuesAreShownAsUncompressedOnes(String name, int stored, int high, boolean signed)
			throws DecodeException {
		Fixture fixture = Fixtures.of(name.split(",")[0], name.split(",")[1]);
		int allocated = fixture.frame().format().bitsAllocated();
		if (high >= allocated) {
			return;
		}
		PixelFormat format = stated(fixture.frame().format(), stored, high, signed);
		Frame expected = decode(NATIVE, format, fixture.expected());
		Frame actual = decode(fixture.frame().transferSyntax().uid(), format, fixture.frame().bytes());
		assertEquals(stored, actual.bitsStored());
		assertEquals(signed, actual.signed());
		assertArrayEquals(ints(expected.samples()), ints(actual.shown().samples()));
		Frame raw = decode(NATIVE, stated(format, signed ? stored : allocated, signed ? stored - 1 : allocated - 1, signed),
				fixture.expected());
		assertArrayEquals(ints(raw.samples()), ints(actual.samples()), "raw values are as they were");
	}

	/** What a native file of few bits looks like does not change when it is compressed in more. */
	@ParameterizedTest
	@CsvSource({ "1,8", "4,8", "7,8", "10,16", "12,16", "4,16" })
	void deeperCodestreamLeavesTheRangeOfBitsStored(int stored, int precision) throws DecodeException {
		PixelFormat format = TestFrames.grey(4, 2, precision, stored);
		FrameBuilder builder = builder(format, precision, false);
		fill(builder.samples(), 0, 1, (1 << stored) - 1, 0, 1, 0, 1, 0);
		Frame frame = builder.build(Photometric.MONOCHROME2, new Damage());
		assertEquals(stored, frame.bitsStored());
		assertSame(frame, frame.shown(), "no copy where no value has further bits");
	}

	@Test
	void lossyValuesThatOvershootAreClamped() throws DecodeException {
		FrameBuilder builder = builder(TestFrames.grey(4, 2, 16, 12), 16, false);
		fill(builder.samples(), 0, 5, 4095, 4096, 4200, 7, 8, 9);
		Frame frame = builder.build(Photometric.MONOCHROME2, new Damage(), true);
		assertEquals(12, frame.bitsStored());
		assertArrayEquals(new int[] { 0, 5, 4095, 4095, 4095, 7, 8, 9 }, ints(frame.shown().samples()));
		assertArrayEquals(new int[] { 0, 5, 4095, 4096, 4200, 7, 8, 9 }, ints(frame.samples()));
		builder = builder(TestFrames.signed(TestFrames.grey(4, 2, 16, 12)), 16, true);
		fill(builder.samples(), 0, 5, 2047, 2048, 2100, -2048, -2049, -2100);
		frame = builder.build(Photometric.MONOCHROME2, new Damage(), true);
		assertArrayEquals(new int[] { 0, 5, 2047, 2047, 2047, -2048, -2048, -2048 }, ints(frame.shown().samples()));
	}

	/** An encoder that chose a depth between Bits Stored and Bits Allocated knew what it had. */
	@ParameterizedTest
	@CsvSource({ "12,false", "12,true" })
	void wrongBitsStoredGivesWayToTheCodestream(int precision, boolean lossy) throws DecodeException {
		FrameBuilder builder = builder(TestFrames.grey(4, 2, 16, 8), precision, false);
		fill(builder.samples(), 0, 5, 255, 256, 4000, 7, 8, 9);
		Frame frame = builder.build(Photometric.MONOCHROME2, new Damage(), lossy);
		assertEquals(precision, frame.bitsStored());
		assertSame(frame, frame.shown());
	}

	/** Reversible coding whose last planes were cut off overshoots as well: its transfer syntax allows for that. */
	@ParameterizedTest
	@CsvSource({ "1.2.840.10008.1.2.4.91,true", "1.2.840.10008.1.2.4.90,false" })
	void reversibleStreamOfALossySyntaxMayOvershoot(String syntax, boolean clamped) throws DecodeException {
		Fixture fixture = Fixtures.of("jpeg2000", "grey-16");
		PixelFormat format = stated(fixture.frame().format(), 15, 14, false);
		Frame frame = decode(syntax, format, fixture.frame().bytes());
		int[] raw = ints(frame.samples());
		int[] shown = ints(frame.shown().samples());
		for (int i = 0; i < raw.length; i++) {
			assertEquals((raw[i] & 0xFFFF) & 0x7FFF, shown[i], "far beyond the range: as uncompressed");
		}
		FrameBuilder builder = builder(TestFrames.grey(4, 2, 16, 12), 16, false);
		fill(builder.samples(), 4124, 5, 4095, 0, 0, 7, 8, 9);
		Frame overshot = builder.build(Photometric.MONOCHROME2, new Damage(), clamped);
		assertEquals(clamped ? 4095 : 28, ints(overshot.shown().samples())[0]);
	}

	@Test
	void highBitThatTheCodestreamDoesNotReachIsIgnored() throws DecodeException {
		FrameBuilder builder = builder(TestFrames.highBit(TestFrames.grey(4, 2, 16, 12), 15), 12, false);
		fill(builder.samples(), 0, 5, 255, 256, 4095, 7, 8, 9);
		Frame frame = builder.build(Photometric.MONOCHROME2, new Damage());
		assertEquals(12, frame.bitsStored());
		assertSame(frame, frame.shown());
	}

	@Test
	void bothKindsOfValuesAreCounted() throws DecodeException {
		Fixture fixture = Fixtures.of("jpeg2000", "noise-16");
		Frame frame = decode(fixture.frame().transferSyntax().uid(), stated(fixture.frame().format(), 12, 15, false),
				fixture.frame().bytes());
		assertEquals(4L * frame.columns() * frame.rows(), frame.byteSize());
		assertTrue(frame.withNote(Problem.of(Text.verbatim("note"))).shown().note().isPresent());
	}

	private static FrameBuilder builder(PixelFormat format, int precision, boolean signed) throws DecodeException {
		return FrameBuilder.of(TestFrames.frame("1.2.840.10008.1.2.4.90", format), DecodeOptions.DEFAULT,
				new StreamImage(format.columns(), format.rows(), 1, precision, signed));
	}

	private static void fill(Samples samples, int... values) {
		if (samples instanceof Samples.Bytes bytes) {
			for (int i = 0; i < values.length; i++) {
				bytes.values()[i] = (byte) values[i];
			}
		} else {
			ByteBuffer words = ByteBuffer.allocate(2 * values.length).order(ByteOrder.nativeOrder());
			Arrays.stream(values).forEach(value -> words.putShort((short) value));
			words.flip().asShortBuffer().get(((Samples.Shorts) samples).values());
		}
	}
}
