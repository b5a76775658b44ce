package org.dicompreview.rendering.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.VoiWindow;
import org.junit.jupiter.api.Test;

/** A window of the file that shows nothing of a frame gives way to an automatic one; one that shows something does not. */
class StoredWindowTest {

	private static final int COLUMNS = 50;
	private static final int PIXELS = 2000;

	@Test
	void aMapOfFractionsUnderAStep() {
		DisplayFrame frame = floats(i -> 0.94 * i / (PIXELS - 1), 0.5, 1);
		assertGivesWay(frame, 0.5, 1);
		assertTrue(Arrays.stream(Made.stored(frame, DisplaySettings.DEFAULT)).distinct().count() > 200);
		DisplayFrame background = floats(i -> i % 2 == 0 ? 0 : 0.94 * i / (PIXELS - 1), 0.5, 1);
		assertGivesWay(background, 0.5, 1);
	}

	@Test
	void aMapOfFractionsUnderAWindowOfAnotherScale() {
		assertGivesWay(floats(i -> 0.94 * i / (PIXELS - 1), 40, 400), 40, 400);
		assertGivesWay(floats(i -> 0.94 * i / (PIXELS - 1), 128, 256), 128, 256);
		assertGivesWay(doubles(i -> 1e-6 * i, 2, 2), 2, 2);
	}

	@Test
	void aWindowBesideTheValues() {
		assertGivesWay(shorts(i -> 1000 + i, 40, 400, ""), 40, 400);
		assertGivesWay(shorts(i -> -1000 + i % 900, 2000, 400, ""), 2000, 400);
		assertGivesWay(shorts(i -> i % 3, 0.5, 1, ""), 0.5, 1);
	}

	@Test
	void theStoredWindowCanStillBeChosen() {
		DisplayFrame frame = shorts(i -> 1000 + i, 40, 400, "");
		assertEquals("file-1", frame.presets().get(0).id());
		int[] white = Made.stored(frame, DisplaySettings.DEFAULT.withWindow(Optional.of(VoiWindow.linear(40, 400))));
		assertTrue(Arrays.stream(white).allMatch(value -> value == 255));
	}

	@Test
	void aWindowThatShowsSomethingStays() {
		assertStays(shorts(i -> i, 1000, 100, ""));
		assertStays(shorts(i -> i == 7 || i == 8 || i == 9 ? 40 : 3000, 40, 400, "")); // a few pixels, but more than noise
		assertStays(floats(i -> i / 100.0, 3, 4));
	}

	@Test
	void twoValuesStayUnderAStep() {
		assertStays(shorts(i -> i % 2, 0.5, 1, ""));
		assertStays(floats(i -> i % 2, 0.5, 1));
	}

	@Test
	void aDarkSliceStaysDark() {
		assertStays(shorts(i -> i % 60, 600, 800, "")); // noise beside the head, black from 200 down
		assertStays(shorts(i -> -1000 + i % 900, 40, 80, "CT")); // air and the table, under a window for the brain
		assertStays(shorts(i -> 0, 600, 800, ""));
	}

	private static void assertGivesWay(DisplayFrame frame, double center, double width) {
		assertEquals("auto", frame.initialWindow().id());
		assertEquals(VoiWindow.linear(center, width), frame.replacedWindow().orElseThrow().window());
	}

	private static void assertStays(DisplayFrame frame) {
		assertEquals("file-1", frame.initialWindow().id());
		assertEquals(Optional.empty(), frame.replacedWindow());
	}

	private static MadeAttributes window(double center, double width) {
		return new MadeAttributes().with(Tag.WINDOW_CENTER, center).with(Tag.WINDOW_WIDTH, width);
	}

	private static DisplayFrame shorts(IntToDoubleFunction value, double center, double width, String modality) {
		int[] values = IntStream.range(0, PIXELS).map(i -> (int) value.applyAsDouble(i)).toArray();
		return Made.display(Made.shorts(COLUMNS, 16, true, values), window(center, width).with(Tag.MODALITY, modality));
	}

	private static DisplayFrame floats(IntToDoubleFunction value, double center, double width) {
		float[] values = new float[PIXELS];
		for (int i = 0; i < PIXELS; i++) {
			values[i] = (float) value.applyAsDouble(i);
		}
		return Made.display(Made.frame(COLUMNS, 1, 32, true, Photometric.MONOCHROME2, new Samples.Floats(values)),
				window(center, width));
	}

	private static DisplayFrame doubles(IntToDoubleFunction value, double center, double width) {
		double[] values = IntStream.range(0, PIXELS).mapToDouble(value).toArray();
		return Made.display(Made.frame(COLUMNS, 1, 64, true, Photometric.MONOCHROME2, new Samples.Doubles(values)),
				window(center, width));
	}
}
