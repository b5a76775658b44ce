package org.dicompreview.codec.internal.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Fixtures;
import org.dicompreview.codec.Fixtures.Fixture;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.codec.TestFrames;
import org.dicompreview.codec.internal.FrameBuilder;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.PixelFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegDecoderTest {

	private final JpegDecoder decoder = new JpegDecoder();

	private Frame decode(String name) throws DecodeException {
		return decoder.decode(Fixtures.of("jpeg", name).frame(), DecodeOptions.DEFAULT);
	}

	@ParameterizedTest
	@CsvSource({ "baseline-grey,MONOCHROME2,MONOCHROME2", "baseline-444,YBR_FULL,YBR_FULL", "baseline-rgb,RGB,RGB",
			"422,YBR_FULL_422,YBR_FULL", "420,YBR_FULL,YBR_FULL", "jfif-stated-rgb,RGB,YBR_FULL",
			"app14-ybr-stated-rgb,RGB,YBR_FULL", "app14-ybr-and-jfif,YBR_FULL_422,YBR_FULL",
			"app14-rgb-stated-ybr,YBR_FULL_422,RGB", "app14-rgb-and-jfif,RGB,RGB",
			"names-rgb-stated-ybr,YBR_FULL_422,RGB", "bare-stated-rgb,RGB,RGB", "bare-stated-ybr,YBR_FULL,YBR_FULL",
			"bare-420-stated-rgb,RGB,YBR_FULL", "bare-stated-palette,PALETTE_COLOR,YBR_FULL",
			"gdcm-420-stated-rgb,RGB,YBR_FULL", "progressive-420,YBR_FULL,YBR_FULL", "gdcm-rgb,RGB,RGB",
			"lossless-rgb-16,RGB,RGB" })
	void statedAndActualColoursAreReported(String name, Photometric stated, Photometric actual) throws DecodeException {
		Frame frame = decode(name);
		assertEquals(stated, frame.stated());
		assertEquals(actual, frame.photometric());
	}

	@ParameterizedTest
	@CsvSource({ "optimized-grey,1", "optimized-grey,2", "optimized-grey,3", "420,1", "420,2", "420,3", "progressive-420,1",
			"progressive-420,2", "progressive-420,3" })
	void reducedSizeIsLikeThatOfLibjpeg(String name, int reduction) throws DecodeException {
		Fixture fixture = Fixtures.of("jpeg", name);
		Frame small = decoder.decode(fixture.frame(), new DecodeOptions(reduction, 1, 1 << 20));
		byte[] expected = Fixtures.expected("jpeg", name + ".reduced-" + reduction);
		byte[] actual = TestFrames.raw(small.samples());
		assertEquals(expected.length, actual.length);
		int sum = 0;
		for (int i = 0; i < actual.length; i += small.channels()) { // libjpeg reduces chrominance in another way
			sum += Math.abs((expected[i] & 0xFF) - (actual[i] & 0xFF));
		}
		double mean = (double) sum * small.channels() / actual.length;
		assertTrue(mean < 4, "mean difference " + mean); // libjpeg takes means of pixels, which are softer at edges
	}

	@ParameterizedTest
	@CsvSource({ "grey-1x1", "420-1x40", "420-40x1", "grey-17x9", "progressive-17x9", "410", "extended-12" })
	void reducedSizeIsRoundedUp(String name) throws DecodeException {
		EncodedFrame frame = Fixtures.of("jpeg", name).frame();
		for (int reduction = 1; reduction <= 5; reduction++) {
			Frame small = decoder.decode(frame, new DecodeOptions(reduction, 2, 1 << 20));
			assertEquals(FrameBuilder.reduced(frame.format().columns(), Math.min(3, reduction)), small.columns());
			assertEquals(FrameBuilder.reduced(frame.format().rows(), Math.min(3, reduction)), small.rows());
		}
	}

	@ParameterizedTest
	@CsvSource({ "extended-12", "progressive-12", "baseline-444", "422", "420" })
	void eighthOfTheSizeIsTheMeanOfEachBlock(String name) throws DecodeException {
		Frame full = decode(name);
		Frame small = decoder.decode(Fixtures.of("jpeg", name).frame(), new DecodeOptions(3, 1, 1 << 20));
		for (int y = 0; y < full.rows() / 8; y++) {
			for (int x = 0; x < full.columns() / 8; x++) {
				double tolerance = full.bitsStored() > 8 ? 16 : 2; // values that were limited move the mean
				assertEquals(mean(full, 8 * x, 8 * y), value(small, x, y), tolerance);
			}
		}
	}

	/** Mean of the first channel. */
	private static double mean(Frame frame, int left, int top) {
		double sum = 0;
		for (int y = top; y < top + 8; y++) {
			for (int x = left; x < left + 8; x++) {
				sum += value(frame, x, y);
			}
		}
		return sum / 64;
	}

	private static int value(Frame frame, int x, int y) {
		int value = TestFrames.at(frame.samples(), (y * frame.columns() + x) * frame.channels());
		return value & (frame.samples().bytesPerValue() == 1 ? 0xFF : 0xFFFF);
	}

	@Test
	void losslessFrameHasItsFullSizeWhateverIsAskedFor() throws DecodeException {
		Fixture fixture = Fixtures.of("jpeg", "lossless-12");
		Frame frame = decoder.decode(fixture.frame(), new DecodeOptions(2, 1, 1 << 20));
		assertArrayEquals(fixture.expected(), TestFrames.raw(frame.samples()));
	}

	@Test
	void arrayIsAsWideAsBitsAllocatedOrThePrecision() throws DecodeException {
		assertInstanceOf(Samples.Shorts.class, decode("grayscale-of-16").samples());
		EncodedFrame deep = Fixtures.of("jpeg", "extended-12").frame();
		Frame stated = decoder.decode(deep, DecodeOptions.DEFAULT);
		PixelFormat f = deep.format();
		for (int allocated : new int[] { 8, 12, 16, 24, 32 }) {
			PixelFormat format = new PixelFormat(f.rows(), f.columns(), 1, allocated, Math.min(allocated, 12),
					Math.min(allocated, 12) - 1, false, 0, f.photometric(), f.sampleKind());
			Frame frame = decoder.decode(new EncodedFrame(deep.transferSyntax(), format, deep.bytes(), 0, deep.length(),
					0), DecodeOptions.DEFAULT);
			assertEquals(allocated <= 16 ? 2 : 4, frame.samples().bytesPerValue());
			assertEquals(12, frame.bitsStored());
			assertArrayEquals(TestFrames.ints(stated.samples()), TestFrames.ints(frame.samples()));
		}
	}

	@Test
	void signOfTheDataSetExtendsUnsignedValues() throws DecodeException {
		EncodedFrame unsigned = Fixtures.of("jpeg", "lossless-12").frame();
		EncodedFrame signed = new EncodedFrame(unsigned.transferSyntax(), TestFrames.signed(unsigned.format()),
				unsigned.bytes(), 0, unsigned.length(), 0);
		Frame frame = decoder.decode(signed, DecodeOptions.DEFAULT);
		assertTrue(frame.signed());
		int[] values = TestFrames.ints(decoder.decode(unsigned, DecodeOptions.DEFAULT).samples());
		for (int i = 0; i < values.length; i++) {
			values[i] = values[i] << 20 >> 20;
		}
		assertArrayEquals(values, TestFrames.ints(frame.samples()));
	}

	@Test
	void bitsAboveTheStoredOnesOfACodestreamStayButAreNotShown() throws DecodeException {
		Fixture fixture = Fixtures.of("jpeg", "lossless-overlay");
		Frame frame = decode("lossless-overlay");
		assertEquals(12, frame.bitsStored());
		assertArrayEquals(fixture.expected(), TestFrames.raw(frame.samples()));
		int[] shown = TestFrames.ints(frame.shown().samples());
		for (int i = 0; i < shown.length; i++) {
			assertEquals(TestFrames.at(frame.samples(), i) & 0xFFF, shown[i]);
		}
	}

	@Test
	void streamWithinALargerArray() throws DecodeException {
		Fixture fixture = Fixtures.of("jpeg", "lossless-restart-1");
		byte[] bytes = new byte[fixture.frame().length() + 20];
		Arrays.fill(bytes, (byte) 0xFF);
		System.arraycopy(fixture.frame().bytes(), 0, bytes, 7, fixture.frame().length());
		EncodedFrame frame = new EncodedFrame(fixture.frame().transferSyntax(), fixture.frame().format(), bytes, 7,
				fixture.frame().length(), 0);
		assertArrayEquals(fixture.expected(), TestFrames.raw(decoder.decode(frame, DecodeOptions.DEFAULT).samples()));
	}
}
