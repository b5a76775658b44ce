package org.dicompreview.rendering.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Optional;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.ColorScale;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.VoiWindow.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GreyRenderingTest {

	@ParameterizedTest
	@EnumSource(Function.class)
	void windowFunctions(Function function) {
		int[] values = new int[4096];
		int[] shown = new int[4096];
		for (int i = 0; i < values.length; i++) {
			values[i] = i;
			shown[i] = Formulas.shown(new VoiWindow(40.5, 400, function), i * 0.5 - 1024);
		}
		DisplayFrame frame = Made.display(Made.shorts(64, 12, false, values),
				new MadeAttributes().with(Tag.RESCALE_SLOPE, 0.5).with(Tag.RESCALE_INTERCEPT, -1024));
		DisplaySettings settings = DisplaySettings.DEFAULT
				.withWindow(Optional.of(new VoiWindow(40.5, 400, function)));
		assertArrayEquals(shown, Made.stored(frame, settings));
	}

	@Test
	void windowOfWidthOneIsAStep() {
		DisplayFrame frame = Made.display(Made.shorts(4, 16, true, 9, 10, 11, -5), new MadeAttributes());
		assertArrayEquals(new int[] { 0, 255, 255, 0 }, Made.stored(frame, Made.window(10, 1)));
	}

	@Test
	void signedValuesAndFileWindow() {
		DisplayFrame frame = Made.display(Made.shorts(2, 16, true, -1000, 0, 1000, -32768),
				new MadeAttributes().with(Tag.WINDOW_CENTER, 0.5, 7).with(Tag.WINDOW_WIDTH, 2001, 8)
						.with(Tag.WINDOW_CENTER_WIDTH_EXPLANATION, "WIDE", ""));
		assertArrayEquals(new int[] { 0, 128, 255, 0 }, Made.stored(frame, DisplaySettings.DEFAULT));
		assertEquals("WIDE", frame.initialWindow().label().toString());
		assertEquals("file-1", frame.initialWindow().id());
		assertEquals(VoiWindow.linear(7, 8), frame.presets().get(1).window());
	}

	@Test
	void theScaleHasTheColoursOfThePicture() {
		int[] values = new int[301];
		for (int i = 0; i < values.length; i++) {
			values[i] = i - 100;
		}
		DisplayFrame frame = Made.display(Made.shorts(301, 16, true, values),
				new MadeAttributes().with(Tag.RESCALE_TYPE, "HU")); //$NON-NLS-1$
		for (boolean inverted : new boolean[] { false, true }) {
			DisplaySettings settings = DisplaySettings.DEFAULT
					.withWindow(Optional.of(VoiWindow.between(-100, 200, Function.LINEAR))).withInvert(inverted);
			ColorScale grey = Made.RENDERER.scale(frame, settings).orElseThrow();
			assertEquals(List.of(-100.0, 200.0, "HU"), List.of(grey.lower(), grey.upper(), grey.unit())); //$NON-NLS-1$
			ColorScale hot = Made.RENDERER.scale(frame, settings.withColorMap("hot-iron")).orElseThrow(); //$NON-NLS-1$
			int[] map = new StandardColorMaps().colors("hot-iron"); //$NON-NLS-1$
			int[] picture = Made.stored(frame, settings);
			for (int i : new int[] { 0, 51, 102, 153, 204, 255 }) {
				int level = picture[i * 300 / 255];
				assertEquals(level * 0x010101, grey.colors()[i]);
				assertEquals(map[level], hot.colors()[i]);
			}
		}
	}

	@Test
	void lowestValueIsWhiteInMonochrome1() {
		DisplayFrame frame = Made.display(Made.bytes(3, Photometric.MONOCHROME1, 0, 100, 255), new MadeAttributes());
		assertArrayEquals(new int[] { 255, 155, 0 }, Made.stored(frame, DisplaySettings.DEFAULT));
		assertArrayEquals(new int[] { 0, 100, 255 }, Made.stored(frame, DisplaySettings.DEFAULT.withInvert(true)));
	}

	@Test
	void bytesWithoutWindowAreShownAsTheyAre() {
		DisplayFrame frame = Made.display(Made.bytes(3, Photometric.MONOCHROME2, 10, 11, 200), new MadeAttributes());
		assertArrayEquals(new int[] { 10, 11, 200 }, Made.stored(frame, DisplaySettings.DEFAULT));
	}

	/** Compressed data with an overlay in bit 4 and junk above: raw values have it, the picture and the probe have not. */
	@ParameterizedTest
	@EnumSource(names = { "LINEAR", "LINEAR_EXACT" })
	void theBoundsOfAWindowAreTheLastBlackAndTheFirstWhiteValue(Function function) {
		VoiWindow window = VoiWindow.between(-100, 300, function);
		assertEquals(List.of(-100.0, 300.0), List.of(window.lower(), window.upper()));
		assertEquals(function == Function.LINEAR ? VoiWindow.linear(100.5, 401) : new VoiWindow(100, 400, function), window);
		DisplayFrame frame = Made.display(Made.shorts(5, 16, true, -101, -100, 100, 300, 301), new MadeAttributes());
		assertArrayEquals(new int[] { 0, 0, 128, 255, 255 },
				Made.stored(frame, DisplaySettings.DEFAULT.withWindow(Optional.of(window))));
	}

	@Test
	void bitsOutsideOfBitsStoredAreNotShown() {
		byte[] decoded = { 0x10, 0x25, (byte) 0xFF, 0x07 };
		Frame frame = new Frame(2, 2, 1, 4, false, Photometric.MONOCHROME2, Photometric.MONOCHROME2,
				new Samples.Bytes(decoded), Optional.empty(), Optional.empty(),
				Optional.of(new Samples.Bytes(new byte[] { 0, 5, 15, 7 })));
		DisplayFrame display = Made.display(frame, new MadeAttributes());
		assertArrayEquals(new int[] { 0, 85, 255, 119 }, Made.stored(display, DisplaySettings.DEFAULT));
		assertEquals(Optional.of("5"), Probed.text(display, 1, 0));
		assertSame(decoded, ((Samples.Bytes) display.frame().samples()).values());
		assertEquals(8, display.byteSize());
		MadeAttributes red = new MadeAttributes();
		for (int tag = Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR; tag <= Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR
				+ 2; tag++) {
			red.with(tag, 16, 0, 8).with(tag + 0x100, 0x0100, 0x0302, 0x0504, 0x0706, 0x0908, 0x0B0A, 0x0D0C, 0x0F0E);
		}
		Frame indices = new Frame(2, 2, 1, 4, false, Photometric.PALETTE_COLOR, Photometric.PALETTE_COLOR,
				new Samples.Bytes(decoded), Optional.empty(), Optional.empty(), frame.display());
		DisplayFrame colored = Made.display(indices, red);
		assertArrayEquals(new int[] { 0, 0, 0, 5, 5, 5, 15, 15, 15, 7, 7, 7 },
				Made.stored(colored, DisplaySettings.DEFAULT));
		assertEquals(Optional.of("#050505 (stored 5)"), Probed.text(colored, 1, 0));
	}

	@Test
	void automaticWindowLeavesOutTheTails() {
		int[] values = new int[1000];
		for (int i = 0; i < values.length; i++) {
			values[i] = 1000 + i;
		}
		values[0] = 0;
		values[999] = 60000;
		DisplayFrame frame = Made.display(Made.shorts(100, 16, false, values), new MadeAttributes());
		VoiWindow auto = frame.initialWindow().window();
		assertEquals("auto", frame.initialWindow().id());
		assertEquals(VoiWindow.linear((1005 + 1994 + 1) / 2.0, 1994 - 1005 + 1), auto);
		assertEquals(VoiWindow.linear(30000.5, 60001), full(frame));
	}

	@Test
	void floatsKeepTheirFractions() {
		DisplayFrame frame = Made.display(Made.frame(5, 1, 32, true, Photometric.MONOCHROME2,
				new Samples.Floats(new float[] { 0f, 0.25f, 0.5f, 1f, Float.NaN })), new MadeAttributes());
		assertEquals(new VoiWindow(0.5, 1, Function.LINEAR_EXACT), frame.initialWindow().window());
		assertArrayEquals(new int[] { 0, 64, 128, 255, 0 }, Made.stored(frame, DisplaySettings.DEFAULT));
		assertEquals("0.25", Probed.text(frame, 1, 0).orElseThrow());
	}

	@Test
	void wideIntegers() {
		DisplayFrame frame = Made.display(Made.frame(3, 1, 32, false, Photometric.MONOCHROME2,
				new Samples.Ints(new int[] { 0, Integer.MIN_VALUE, -1 })), new MadeAttributes());
		assertArrayEquals(new int[] { 0, 128, 255 }, Made.stored(frame, DisplaySettings.DEFAULT));
	}

	private static VoiWindow full(DisplayFrame frame) {
		return frame.presets().stream().filter(each -> each.id().equals("full")).findFirst().orElseThrow().window();
	}
}
