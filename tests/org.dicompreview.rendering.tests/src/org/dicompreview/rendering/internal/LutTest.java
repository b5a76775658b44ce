package org.dicompreview.rendering.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.WindowPreset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LutTest {

	private static MadeAttributes lut(double count, double first, double bits, double... data) {
		return new MadeAttributes().with(Tag.LUT_DESCRIPTOR, count, first, bits).with(Tag.LUT_DATA, data);
	}

	@Test
	void modalityLutMapsAndHoldsItsEnds() {
		MadeAttributes attributes = new MadeAttributes()
				.with(Tag.MODALITY_LUT_SEQUENCE, lut(3, 10, 16, 110, 500, 200).with(Tag.MODALITY_LUT_TYPE, "OD"))
				.with(Tag.RESCALE_SLOPE, 7);
		DisplayFrame frame = Made.display(Made.shorts(5, 12, false, 0, 10, 11, 12, 4000), attributes);
		assertArrayEquals(new int[] { 28, 28, 128, 51, 51 }, Made.stored(frame, Made.window(500.5, 1001)));
		assertEquals("500 OD (stored 11)", Probed.text(frame, 2, 0).orElseThrow());
		assertEquals(VoiWindow.linear(305.5, 391), frame.initialWindow().window(), "from 110 to 500");
	}

	@Test
	void modalityLutOfSignedValuesBeginsAtANegativeOne() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.MODALITY_LUT_SEQUENCE, lut(3, 65535, 8, 0, 100, 200));
		DisplayFrame frame = Made.display(Made.shorts(3, 16, true, -1, 0, 1), attributes);
		assertArrayEquals(new int[] { 0, 100, 200 }, Made.stored(frame, Made.window(128, 256)));
	}

	/** PS3.3 C.8.7.1.1.2: by modality or by SOP class, and whatever the values are said to be. */
	@ParameterizedTest
	@CsvSource({ "XA,LOG,", "XA,LIN,", "XA,DISP,", "XA,,", "RF,LOG,", "RF,LIN,", "RF,,",
			"OT,LIN,1.2.840.10008.5.1.4.1.1.12.1", "'',LOG,1.2.840.10008.5.1.4.1.1.12.2",
			"OT,LIN,1.2.840.10008.5.1.4.1.1.12.1.1", "OT,,1.2.840.10008.5.1.4.1.1.12.2.1",
			"OT,,1.2.840.10008.5.1.4.1.1.12.3" })
	void fluoroscopyIsShownWithoutItsModalityLut(String modality, String relationship, String sopClass) {
		MadeAttributes attributes = new MadeAttributes().with(Tag.MODALITY, modality)
				.with(Tag.PIXEL_INTENSITY_RELATIONSHIP, relationship == null ? "" : relationship)
				.with(Tag.SOP_CLASS_UID, sopClass == null ? "" : sopClass)
				.with(Tag.MODALITY_LUT_SEQUENCE, lut(3, 0, 8, 200, 100, 0).with(Tag.MODALITY_LUT_TYPE, "OD"));
		DisplayFrame frame = Made.display(Made.bytes(3, Photometric.MONOCHROME2, 0, 1, 2), attributes);
		assertArrayEquals(new int[] { 0, 1, 2 }, Made.stored(frame, DisplaySettings.DEFAULT));
		assertEquals(Optional.of("1"), Probed.text(frame, 1, 0), "neither value nor unit of the table");
	}

	@Test
	void otherImagesAreShownThroughTheirModalityLut() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.MODALITY, "DX")
				.with(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.1.1").with(Tag.PIXEL_INTENSITY_RELATIONSHIP, "LOG")
				.with(Tag.MODALITY_LUT_SEQUENCE, lut(3, 0, 8, 200, 100, 0));
		DisplayFrame frame = Made.display(Made.bytes(3, Photometric.MONOCHROME2, 0, 1, 2), attributes);
		assertArrayEquals(new int[] { 200, 100, 0 }, Made.stored(frame, Made.window(128, 256)));
	}

	@Test
	void voiLutComesBeforeWindowsAndScalesItsBits() {
		MadeAttributes attributes = new MadeAttributes()
				.with(Tag.VOI_LUT_SEQUENCE, lut(4, -2, 12, 0, 1024, 4095, 2048).with(Tag.LUT_EXPLANATION, "HARD"))
				.with(Tag.WINDOW_CENTER, 0).with(Tag.WINDOW_WIDTH, 5);
		DisplayFrame frame = Made.display(Made.shorts(6, 16, true, -5, -2, -1, 0, 1, 9), attributes);
		assertArrayEquals(new int[] { 0, 0, 64, 255, 128, 128 }, Made.stored(frame, DisplaySettings.DEFAULT));
		assertEquals("HARD", frame.initialWindow().label().toString());
		assertNull(frame.initialWindow().window());
		assertEquals("file-1", frame.presets().get(1).id(), "its windows can still be chosen");
	}

	@Test
	void anyOfSeveralVoiLutsCanBeChosen() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.VOI_LUT_SEQUENCE,
				lut(3, 0, 8, 0, 100, 200).with(Tag.LUT_EXPLANATION, "SOFT"), lut(0, 0, 8),
				lut(3, 0, 8, 50, 150, 250)).with(Tag.WINDOW_CENTER, 1).with(Tag.WINDOW_WIDTH, 2);
		DisplayFrame frame = Made.display(Made.shorts(3, 16, false, 0, 1, 2), attributes);
		assertEquals(List.of("lut-1", "lut-3", "file-1"),
				frame.presets().stream().limit(3).map(WindowPreset::id).toList(), "the second one has no values");
		assertEquals(List.of("SOFT", "VOI LUT 3"), frame.presets().stream().limit(2).map(preset -> preset.label().toString()).toList());
		DisplaySettings third = DisplaySettings.DEFAULT.withPreset(frame.presets().get(1));
		assertArrayEquals(new int[] { 0, 100, 200 }, Made.stored(frame, DisplaySettings.DEFAULT));
		assertArrayEquals(new int[] { 50, 150, 250 }, Made.stored(frame, third));
		assertArrayEquals(new int[] { 0, 255, 255 }, Made.stored(frame, third.withPreset(frame.presets().get(2))));
		assertArrayEquals(new int[] { 0, 100, 200 }, Made.stored(frame, third.withWindow(Optional.empty())),
				"back to the frame's own choice");
		DisplayFrame other = Made.display(Made.shorts(3, 16, false, 0, 1, 2), new MadeAttributes()
				.with(Tag.VOI_LUT_SEQUENCE, lut(3, 0, 8, 1, 2, 3)));
		assertArrayEquals(new int[] { 1, 2, 3 }, Made.stored(other, third), "a frame with fewer of them shows its first");
	}

	@Test
	void lutOfBytesAndLutThatStatesTooFewBits() {
		MadeAttributes bytes = new MadeAttributes().with(Tag.VOI_LUT_SEQUENCE, lut(4, 0, 8, 0x4000, 0xFF80));
		DisplayFrame packed = Made.display(Made.bytes(4, Photometric.MONOCHROME2, 0, 1, 2, 3), bytes);
		assertArrayEquals(new int[] { 0, 0x40, 0x80, 0xFF }, Made.stored(packed, DisplaySettings.DEFAULT));
		MadeAttributes wrong = new MadeAttributes().with(Tag.VOI_LUT_SEQUENCE, lut(2, 0, 8, 0, 1023));
		DisplayFrame wide = Made.display(Made.bytes(2, Photometric.MONOCHROME2, 0, 1), wrong);
		assertArrayEquals(new int[] { 0, 255 }, Made.stored(wide, DisplaySettings.DEFAULT));
	}

	/** A ramp that states so many bits and ends with fewer of them. */
	private static MadeAttributes ramp(int stated, int used) {
		int last = (1 << used) - 1;
		return lut(4, 0, stated, 0, last / 3, 2 * last / 3, last);
	}

	/** PS3.3 C.11.2.1.1: entries that fill a quarter of the stated range or less show nothing; they tell the range. */
	@ParameterizedTest
	@CsvSource({ "16,14", "16,12", "16,10", "16,8", "16,2", "15,12", "14,12", "12,10", "12,8" })
	void tableThatStatesMoreBitsThanItUses(int stated, int used) {
		Frame frame = Made.shorts(4, 12, false, 0, 1, 2, 3);
		int last = (1 << used) - 1;
		double[] exact = { 0, last / 3, 2 * last / 3, last };
		int[] expected = Arrays.stream(exact).mapToInt(v -> Formulas.rounded(255 * v / last)).toArray();
		DisplayFrame voi = Made.display(frame, new MadeAttributes().with(Tag.VOI_LUT_SEQUENCE, ramp(stated, used)));
		assertArrayEquals(expected, Made.stored(voi, DisplaySettings.DEFAULT));
		DisplayFrame presentation = Made.display(frame,
				new MadeAttributes().with(Tag.PRESENTATION_LUT_SEQUENCE, ramp(stated, used)));
		assertArrayEquals(expected, Made.stored(presentation, Made.window(2, 4)));
	}

	/** Half of the range, or few bits of 8 or 12, can be meant. */
	@ParameterizedTest
	@CsvSource({ "16,15", "12,11", "8,6", "12,7" })
	void tableThatIsJustDark(int stated, int used) {
		DisplayFrame frame = Made.display(Made.shorts(4, 12, false, 0, 1, 2, 3),
				new MadeAttributes().with(Tag.VOI_LUT_SEQUENCE, ramp(stated, used)));
		double whole = (1 << stated) - 1;
		assertEquals(Formulas.rounded(255 * ((1 << used) - 1) / whole), Made.stored(frame, DisplaySettings.DEFAULT)[3]);
	}

	@Test
	void emptyLutsAreAsIfAbsent() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.VOI_LUT_SEQUENCE, lut(4, 0, 8))
				.with(Tag.MODALITY_LUT_SEQUENCE, new MadeAttributes());
		DisplayFrame frame = Made.display(Made.bytes(2, Photometric.MONOCHROME2, 3, 9), attributes);
		assertArrayEquals(new int[] { 3, 9 }, Made.stored(frame, DisplaySettings.DEFAULT));
	}

	@Test
	void paddingIsBlackAndNoPartOfTheRange() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.PIXEL_PADDING_VALUE, 63536)
				.with(Tag.PIXEL_PADDING_RANGE_LIMIT, 63540);
		DisplayFrame frame = Made.display(Made.shorts(6, 16, true, -2000, -1996, -1995, 0, 100, -1997), attributes);
		assertEquals(VoiWindow.linear((-1995 + 100 + 1) / 2.0, 2096), frame.initialWindow().window());
		assertArrayEquals(new int[] { 0, 0, 255, 12, 0, 0 },
				Made.stored(frame, DisplaySettings.DEFAULT.withInvert(true)));
		assertEquals("-1997 (padding)", Probed.text(frame, 5, 0).orElseThrow());
	}

	@Test
	void paddingRangeOfMonochrome1RunsDownwards() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.PIXEL_PADDING_VALUE, 255)
				.with(Tag.PIXEL_PADDING_RANGE_LIMIT, 250);
		DisplayFrame frame = Made.display(Made.bytes(4, Photometric.MONOCHROME1, 255, 250, 249, 0), attributes);
		assertArrayEquals(new int[] { 0, 0, 6, 255 }, Made.stored(frame, DisplaySettings.DEFAULT));
	}

	@Test
	void negativeSlope() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.RESCALE_SLOPE, -1).with(Tag.RESCALE_INTERCEPT, 100);
		DisplayFrame frame = Made.display(Made.shorts(3, 12, false, 0, 50, 100), attributes);
		assertEquals(VoiWindow.linear(50.5, 101), frame.initialWindow().window());
		assertArrayEquals(new int[] { 255, 128, 0 }, Made.stored(frame, DisplaySettings.DEFAULT));
	}

	@Test
	void valuesThatAreAllEqualOrAllPadding() {
		DisplayFrame equal = Made.display(Made.shorts(2, 12, false, 7, 7), new MadeAttributes());
		assertEquals(VoiWindow.linear(7.5, 1), equal.initialWindow().window());
		DisplayFrame padding = Made.display(Made.shorts(2, 12, false, 7, 7),
				new MadeAttributes().with(Tag.PIXEL_PADDING_VALUE, 7));
		assertArrayEquals(new int[] { 0, 0 }, Made.stored(padding, DisplaySettings.DEFAULT));
	}

	@Test
	void windowsThatMakeNoSenseAreLeftOut() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.WINDOW_CENTER, 1, 2, 3).with(Tag.WINDOW_WIDTH, 0, -4, 10);
		DisplayFrame frame = Made.display(Made.bytes(1, Photometric.MONOCHROME2, 1), attributes);
		assertEquals("file-3", frame.initialWindow().id());
		assertEquals(3, frame.presets().size());
	}

	@Test
	void tomographyHasItsCustomaryWindows() {
		DisplayFrame frame = Made.display(Made.shorts(1, 12, false, 1), new MadeAttributes().with(Tag.MODALITY, "CT"));
		for (String id : "soft-tissue lung bone brain liver mediastinum abdomen angio".split(" ")) {
			assertEquals(1, frame.presets().stream().filter(each -> each.id().equals(id)).count(), id);
		}
	}

	@Test
	void doublesWithTheirOwnPadding() {
		DisplayFrame frame = Made.display(
				Made.frame(3, 1, 64, true, Photometric.MONOCHROME2, new Samples.Doubles(new double[] { -9, 0, 1e-3 })),
				new MadeAttributes().with(Tag.DOUBLE_FLOAT_PIXEL_PADDING_VALUE, -9));
		assertArrayEquals(new int[] { 0, 0, 255 }, Made.stored(frame, DisplaySettings.DEFAULT));
	}
}
