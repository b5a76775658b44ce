package org.dicompreview.rendering.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.dicompreview.codec.Frame;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplaySettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Segmentations (PS3.3 C.8.20.2): values that are labels, or parts of a segment. */
class SegmentTest {

	private static final int LABELS = 24;
	/** Squared distance of colours that an eye can tell apart. */
	private static final int APART = 32 * 32;

	private static MadeAttributes labels(String type, String sopClass) {
		return new MadeAttributes().with(Tag.SEGMENTATION_TYPE, type).with(Tag.SOP_CLASS_UID, sopClass);
	}

	private static int[] shown(Frame frame, MadeAttributes attributes) {
		return Made.stored(Made.display(frame, attributes), DisplaySettings.DEFAULT);
	}

	private static int apart(int[] colors, int a, int b) {
		return IntStream.range(0, 3).map(c -> colors[3 * a + c] - colors[3 * b + c]).map(d -> d * d).sum();
	}

	@ParameterizedTest
	@CsvSource({ "LABELMAP,1.2.840.10008.5.1.4.1.1.66.7,false", "LABELMAP,'',false",
			"'',1.2.840.10008.5.1.4.1.1.66.7,true" })
	void labelsHaveDistinctColorsOnADarkBackground(String type, String sopClass, boolean wide) {
		int[] values = IntStream.rangeClosed(0, LABELS).toArray();
		Frame frame = wide ? Made.shorts(values.length, 16, false, values)
				: Made.bytes(values.length, Photometric.MONOCHROME2, values);
		int[] colors = shown(frame, labels(type, sopClass));
		assertEquals(3 * values.length, colors.length, "colours");
		assertArrayEquals(new int[3], Arrays.copyOf(colors, 3));
		for (int a = 0; a < values.length; a++) {
			for (int b = 0; b < a; b++) {
				int first = a;
				int second = b;
				assertTrue(apart(colors, a, b) > APART, () -> "labels " + first + " and " + second);
			}
		}
	}

	@Test
	void statedColorsAndBackground() {
		MadeAttributes red = new MadeAttributes().with(Tag.SEGMENT_NUMBER, 2).with(Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE,
				35579, (80.80 + 128) / 255 * 65535, (69.89 + 128) / 255 * 65535); // red of sRGB as CIELab under D50
		MadeAttributes white = new MadeAttributes().with(Tag.SEGMENT_NUMBER, 0)
				.with(Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE, 65535, 32896, 32896);
		MadeAttributes attributes = labels("LABELMAP", "").with(Tag.SEGMENT_SEQUENCE, red, white,
				new MadeAttributes().with(Tag.SEGMENT_NUMBER, 3)).with(Tag.PIXEL_PADDING_VALUE, 255);
		int[] colors = shown(Made.bytes(4, Photometric.MONOCHROME2, 2, 0, 255, 3), attributes);
		int[] expected = { 255, 0, 0, 255, 255, 255, 0, 0, 0 };
		for (int i = 0; i < expected.length; i++) {
			assertEquals(expected[i], colors[i], 2, "value " + i);
		}
		assertTrue(apart(colors, 3, 2) > APART);
	}

	@Test
	void labelsWithAPaletteKeepIt() {
		MadeAttributes attributes = labels("LABELMAP", "");
		for (int c = 0; c < 3; c++) {
			attributes.with(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR + c, 2, 0, 8)
					.with(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA + c, 0x6400 + 0x100 * c);
		}
		assertArrayEquals(new int[] { 0, 0, 0, 100, 101, 102 },
				shown(Made.bytes(2, Photometric.PALETTE_COLOR, 0, 1), attributes));
	}

	@ParameterizedTest
	@CsvSource({ "FRACTIONAL,100,100,255", "FRACTIONAL,200,100,128", "FRACTIONAL,255,255,255", "FRACTIONAL,1,1,255",
			"FRACTIONAL,0,200,200", "BINARY,0,1,255", "'',100,100,100" })
	void partsOfASegmentAreShownInPartsOfTheWhole(String type, int most, int value, int expected) {
		MadeAttributes attributes = labels(type, "1.2.840.10008.5.1.4.1.1.66.4").with(Tag.MAXIMUM_FRACTIONAL_VALUE, most);
		assertArrayEquals(new int[] { 0, expected },
				shown(Made.bytes(2, Photometric.MONOCHROME2, 0, value), attributes));
	}

	@Test
	void partsOfMoreThanEightBits() {
		MadeAttributes attributes = labels("FRACTIONAL", "").with(Tag.MAXIMUM_FRACTIONAL_VALUE, 1000);
		assertArrayEquals(new int[] { 0, 128, 128 }, shown(Made.shorts(3, 16, false, 0, 500, 500), attributes));
	}
}
