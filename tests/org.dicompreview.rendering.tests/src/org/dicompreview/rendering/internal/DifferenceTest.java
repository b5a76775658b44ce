package org.dicompreview.rendering.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.FrameDifference;
import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.Test;

/** Differences of frames are those of their values. */
class DifferenceTest {

	private static final double[] ONE_TO_ONE = { 1, 0, 0.5, 0, 1, 0.5 };

	private static DisplayFrame grey(double slope, int... values) {
		return Made.display(Made.shorts(3, 16, true, values), new MadeAttributes().with(Tag.RESCALE_SLOPE, slope)
				.with(Tag.RESCALE_INTERCEPT, 0).with(Tag.PIXEL_PADDING_VALUE, -99));
	}

	private static DisplayFrame color(int... values) {
		byte[] bytes = new byte[values.length];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) values[i];
		}
		return Made.display(Made.frame(values.length / 3, 3, 8, false, Photometric.RGB, new Samples.Bytes(bytes)),
				new MadeAttributes());
	}

	private static FrameDifference difference(DisplayFrame left, DisplayFrame right) {
		return FrameDifference.of(left, right).orElseThrow();
	}

	private static int pixel(ImageData picture, int x, int y) {
		return picture.getPixel(x, y);
	}

	@Test
	void equalFramesDoNotDiffer() {
		FrameDifference same = difference(grey(1, 1, 2, 3, 4, 5, -99), grey(1, 1, 2, 3, 4, 5, -99));
		assertEquals(0, same.differing());
		assertEquals(0, same.maximum());
		assertEquals(0, same.mean());
		assertEquals(6, same.pixels());
		assertEquals(0, pixel(same.paint(ONE_TO_ONE, 3, 2), 1, 1));
	}

	@Test
	void maximumMeanAndNumberAreThoseOfModalityValues() {
		FrameDifference difference = difference(grey(2, 1, 2, 3, 4, 5, 6), grey(1, 2, 4, 6, 8, 20, 2));
		assertEquals(2, difference.differing());
		assertEquals(10, difference.maximum());
		assertEquals(20 / 6.0, difference.mean(), 1e-9);
		assertEquals(10, difference.at(1, 1));
		assertEquals(-10, difference.at(2, 1));
	}

	@Test
	void paddingOfOneOnlyIsADifferenceWithoutAmount() {
		FrameDifference difference = difference(grey(1, 1, 2, -99), grey(1, 1, 5, 3));
		assertEquals(2, difference.differing());
		assertEquals(3, difference.maximum());
		assertEquals(1.5, difference.mean(), 1e-9);
		assertTrue(Float.isNaN(difference.at(2, 0)));
		assertEquals(0xFF00FF, pixel(difference.paint(ONE_TO_ONE, 3, 1), 2, 0));
	}

	@Test
	void coloursDifferByTheComponentThatDiffersMost() {
		FrameDifference difference = difference(color(10, 20, 30, 1, 1, 1), color(11, 15, 30, 1, 1, 1));
		assertEquals(1, difference.differing());
		assertEquals(5, difference.maximum());
		assertEquals(2.5, difference.mean(), 1e-9);
	}

	@Test
	void whatHasOtherSizesOrKindsIsNotCompared() {
		assertEquals(Optional.empty(), FrameDifference.of(grey(1, 1, 2, 3), grey(1, 1, 2, 3, 4, 5, 6)));
		assertEquals(Optional.empty(), FrameDifference.of(grey(1, 1, 2, 3), color(1, 2, 3, 4, 5, 6, 7, 8, 9)));
	}

	@Test
	void whatIsHigherIsOrangeAndWhatIsLowerBlue() {
		ImageData picture = difference(grey(1, 0, 0, 0), grey(1, 100, 0, -100)).paint(ONE_TO_ONE, 4, 1);
		assertEquals(0xFFAA00, pixel(picture, 0, 0));
		assertEquals(0, pixel(picture, 1, 0));
		assertEquals(0x00AAFF, pixel(picture, 2, 0));
		assertEquals(0, pixel(picture, 3, 0), "beside the frame");
	}

	@Test
	void aSmallPictureLosesNoDifference() {
		FrameDifference difference = difference(grey(1, 0, 0, 0, 0, 0, 0, 0, 0, 0), grey(1, 0, 0, 0, 0, 0, 0, 0, 0, 7));
		assertEquals(0xFFAA00, pixel(difference.paint(new double[] { 3, 0, 1.5, 0, 3, 1.5 }, 1, 1), 0, 0));
	}
}
