package org.dicompreview.rendering.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Interpolation;
import org.dicompreview.rendering.DisplaySettings.Orientation;
import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.rendering.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeometryTest {

	/** Three columns, two rows: 1 2 3 over 4 5 6. */
	private static final DisplayFrame SIX = Made.display(Made.bytes(3, Photometric.MONOCHROME2, 1, 2, 3, 4, 5, 6),
			new MadeAttributes());
	private static final DisplaySettings NEAREST = DisplaySettings.DEFAULT.withInterpolation(Interpolation.NEAREST);

	@ParameterizedTest
	@CsvSource({ "0,false,1 2 3 4 5 6", "1,false,4 1 5 2 6 3", "2,false,6 5 4 3 2 1", "3,false,3 6 2 5 1 4",
			"0,true,3 2 1 6 5 4", "1,true,6 3 5 2 4 1", "2,true,4 5 6 1 2 3", "3,true,1 4 2 5 3 6" })
	void turnsAfterFlipping(int turns, boolean flip, String expected) {
		Picture picture = Made.RENDERER.renderAtStoredResolution(SIX,
				DisplaySettings.DEFAULT.with(new Orientation(turns, flip)));
		assertArrayEquals(numbers(expected), Made.pixels(picture));
		assertEquals(turns % 2 == 0 ? 3 : 2, picture.data().width);
		assertEquals(turns % 2 == 0 ? 2 : 3, picture.data().height);
	}

	@ParameterizedTest
	@CsvSource({ "0,false", "1,false", "2,false", "3,false", "0,true", "1,true", "2,true", "3,true" })
	void flipsAndTurnsWhatIsOnTheScreen(int turns, boolean flip) {
		Orientation orientation = new Orientation(turns, flip);
		int[] before = rows(orientation);
		int width = orientation.swapsAxes() ? 2 : 3;
		int height = 6 / width;
		int[] mirrored = new int[6];
		int[] upsideDown = new int[6];
		int[] turned = new int[6];
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int value = before[y * width + x];
				mirrored[y * width + width - 1 - x] = value;
				upsideDown[(height - 1 - y) * width + x] = value;
				turned[x * height + height - 1 - y] = value;
			}
		}
		assertArrayEquals(mirrored, rows(orientation.flippedHorizontally()));
		assertArrayEquals(upsideDown, rows(orientation.flippedVertically()));
		assertArrayEquals(turned, rows(orientation.turned(1)));
		assertEquals(orientation.turned(3), orientation.turned(-1));
	}

	private static int[] rows(Orientation orientation) {
		return Made.stored(SIX, DisplaySettings.DEFAULT.with(orientation));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3 })
	void transformFindsTheFramePixelOfEachTargetPixel(int turns) {
		for (boolean flip : new boolean[] { false, true }) {
			for (double zoom : new double[] { 1, 2.5, 0.7 }) {
				DisplaySettings settings = NEAREST.with(new Orientation(turns, flip)).with(new Placement(zoom, 0.1, -0.2));
				checkTransform(Made.RENDERER.render(SIX, settings, 41, 37));
			}
		}
	}

	private static void checkTransform(Picture picture) {
		double[] t = picture.transform();
		int[] pixels = Made.pixels(picture);
		int inside = 0;
		for (int y = 0; y < 37; y++) {
			for (int x = 0; x < 41; x++) {
				int column = (int) Math.floor(t[0] * x + t[1] * y + t[2]);
				int row = (int) Math.floor(t[3] * x + t[4] * y + t[5]);
				boolean in = column >= 0 && row >= 0 && column < 3 && row < 2;
				assertEquals(in ? 1 + column + 3 * row : 0, pixels[y * 41 + x], "at " + x + ' ' + y);
				inside += in ? 1 : 0;
			}
		}
		assertTrue(inside > 100);
	}

	@Test
	void keepsTheShapeOfPixels() {
		DisplayFrame tall = Made.display(Made.bytes(2, Photometric.MONOCHROME2, 10, 20, 30, 40),
				new MadeAttributes().with(Tag.PIXEL_SPACING, 2, 1));
		Picture picture = Made.RENDERER.renderAtStoredResolution(tall, NEAREST);
		assertEquals(2, tall.pixelAspect());
		assertEquals(4, picture.data().height);
		assertArrayEquals(new int[] { 10, 20, 10, 20, 30, 40, 30, 40 }, Made.pixels(picture));
		DisplayFrame wide = Made.display(Made.bytes(2, Photometric.MONOCHROME2, 10, 20, 30, 40),
				new MadeAttributes().with(Tag.PIXEL_ASPECT_RATIO, 1, 2));
		assertArrayEquals(new int[] { 10, 10, 20, 20, 30, 30, 40, 40 }, Made.stored(wide, NEAREST));
	}

	@Test
	void fitsAndLeavesBlackBeside() {
		Picture picture = Made.RENDERER.render(SIX, NEAREST, 6, 8);
		assertArrayEquals(numbers("0 0 0 0 0 0 0 0 0 0 0 0 1 1 2 2 3 3 1 1 2 2 3 3 4 4 5 5 6 6 4 4 5 5 6 6 "
				+ "0 0 0 0 0 0 0 0 0 0 0 0"), Made.pixels(picture));
	}

	@Test
	void shrinkingAveragesAreas() {
		DisplayFrame frame = Made.display(Made.bytes(4, Photometric.MONOCHROME2, 0, 100, 10, 10, 200, 100, 30, 50),
				new MadeAttributes());
		assertArrayEquals(new int[] { 100, 25 }, Made.pixels(Made.RENDERER.render(frame, NEAREST, 2, 1)));
		DisplayFrame three = Made.display(Made.bytes(3, Photometric.MONOCHROME2, 0, 120, 240), new MadeAttributes());
		assertArrayEquals(new int[] { 40, 200 }, Made.pixels(Made.RENDERER.render(three, NEAREST, 2, 1)));
	}

	/** As many strips as there are processors: no seam shows, in either direction. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3 })
	void largeFramesShrinkAlikeEverywhere(int turns) {
		int side = 2500;
		byte[] values = new byte[side * side];
		for (int i = 0; i < values.length; i++) {
			values[i] = (byte) (i / side / 10 % 2 * 100 + i % side * 100 / side);
		}
		DisplayFrame frame = Made.display(
				Made.frame(side, 1, 8, false, Photometric.MONOCHROME2, new Samples.Bytes(values)), new MadeAttributes());
		Picture picture = Made.RENDERER.render(frame, DisplaySettings.DEFAULT.with(new Orientation(turns, false)), 250, 250);
		int[] pixels = Made.pixels(picture);
		double[] t = picture.transform();
		for (int i = 0; i < pixels.length; i++) {
			int x = i % 250;
			int y = i / 250;
			double column = t[0] * x + t[1] * y + t[2];
			double row = t[3] * x + t[4] * y + t[5];
			double expected = (int) row / 10 % 2 * 100 + (column - 0.5) * 100 / side;
			assertEquals(expected, pixels[i], 1.1, "at " + x + ' ' + y);
		}
	}

	@Test
	void bilinear() {
		DisplayFrame frame = Made.display(Made.bytes(2, Photometric.MONOCHROME2, 0, 100), new MadeAttributes());
		assertArrayEquals(new int[] { 0, 25, 75, 100, 0, 25, 75, 100 },
				Made.pixels(Made.RENDERER.render(frame, DisplaySettings.DEFAULT, 4, 2)));
	}

	@ParameterizedTest
	@EnumSource(Interpolation.class)
	void evenAreasStayEven(Interpolation interpolation) {
		int[] values = new int[49];
		Arrays.fill(values, 173);
		DisplayFrame frame = Made.display(Made.bytes(7, Photometric.MONOCHROME2, values), new MadeAttributes());
		for (int size = 1; size < 40; size++) {
			for (int pixel : Made.pixels(Made.RENDERER.render(frame,
					DisplaySettings.DEFAULT.withInterpolation(interpolation), size, size))) {
				assertEquals(173, pixel, interpolation + " at " + size);
			}
		}
	}

	@Test
	void bicubicFollowsRampsAndStaysInRange() {
		DisplayFrame ramp = Made.display(Made.bytes(6, Photometric.MONOCHROME2, 0, 40, 80, 120, 160, 200),
				new MadeAttributes());
		DisplaySettings bicubic = DisplaySettings.DEFAULT.withInterpolation(Interpolation.BICUBIC);
		int[] pixels = Made.pixels(Made.RENDERER.render(ramp, bicubic, 24, 4));
		for (int x = 8; x < 16; x++) {
			assertEquals(((x + 0.5) / 4 - 0.5) * 40, pixels[x], 0.51);
		}
		DisplayFrame step = Made.display(Made.bytes(6, Photometric.MONOCHROME2, 0, 0, 0, 255, 255, 255),
				new MadeAttributes());
		int[] edge = Made.pixels(Made.RENDERER.render(step, bicubic, 48, 8));
		for (int x = 0; x < 48; x++) {
			assertTrue(x < 24 ? edge[x] < 128 : edge[x] > 127, "no wrap-around at " + x);
		}
	}

	@Test
	void colorsScaleLikeGrey() {
		byte[] rgb = { 0, 100, (byte) 200, 100, (byte) 200, 0 };
		Frame frame = Made.frame(2, 3, 8, false, Photometric.RGB, new Samples.Bytes(rgb));
		DisplayFrame display = Made.display(frame, new MadeAttributes());
		assertArrayEquals(numbers("0 100 200 25 125 150 75 175 50 100 200 0"),
				Arrays.copyOf(Made.pixels(Made.RENDERER.render(display, DisplaySettings.DEFAULT, 4, 2)), 12));
		assertArrayEquals(numbers("100 200 0 0 100 200"),
				Made.stored(display, DisplaySettings.DEFAULT.with(new Orientation(0, true))));
		assertArrayEquals(numbers("255 155 55 155 55 255"),
				Made.stored(display, DisplaySettings.DEFAULT.withInvert(true)));
	}

	@Test
	void extremeTargetsAndViews() {
		int[] values = new int[2000];
		Arrays.fill(values, 9);
		DisplayFrame line = Made.display(Made.bytes(2000, Photometric.MONOCHROME2, values), new MadeAttributes());
		int[] pixels = Made.pixels(Made.RENDERER.render(line, DisplaySettings.DEFAULT, 10, 3));
		assertArrayEquals(numbers("9 9 9 9 9 9 9 9 9 9"), Arrays.copyOfRange(pixels, 10, 20),
				"a line is still seen");
		for (int turns = 0; turns < 4; turns++) {
			DisplaySettings far = DisplaySettings.DEFAULT.with(new Orientation(turns, false))
					.with(new Placement(1000, 1e6, -1e6));
			assertEquals(0, Arrays.stream(Made.pixels(Made.RENDERER.render(line, far, 5, 5))).sum());
		}
	}

	@Test
	void edgesFollowTheDirectionCosines() {
		DisplayFrame axial = Made.display(Made.bytes(1, Photometric.MONOCHROME2, 1),
				new MadeAttributes().with(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0));
		assertEquals(List.of("R", "L", "A", "P"), axial.edges());
		DisplayFrame oblique = Made.display(Made.bytes(1, Photometric.MONOCHROME2, 1),
				new MadeAttributes().with(Tag.IMAGE_ORIENTATION_PATIENT, 0.8, 0.6, 0, 0, 0, -1));
		assertEquals(List.of("RA", "LP", "H", "F"), oblique.edges());
		DisplayFrame stated = Made.display(Made.bytes(1, Photometric.MONOCHROME2, 1),
				new MadeAttributes().with(Tag.PATIENT_ORIENTATION, "P", "FR"));
		assertEquals(List.of("A", "P", "HL", "FR"), stated.edges());
	}

	private static int[] numbers(String text) {
		return Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
	}

	@Test
	void framesOfSomebodyElseAreRefused() {
		DisplayFrame foreign = (DisplayFrame) Proxy.newProxyInstance(DisplayFrame.class.getClassLoader(),
				new Class<?>[] { DisplayFrame.class }, (proxy, method, arguments) -> method.invoke(SIX, arguments));
		assertEquals(3, foreign.frame().columns());
		assertThrows(IllegalArgumentException.class,
				() -> Made.RENDERER.render(foreign, DisplaySettings.DEFAULT, 10, 10));
		assertThrows(IllegalArgumentException.class,
				() -> Made.RENDERER.renderAtStoredResolution(foreign, DisplaySettings.DEFAULT));
	}
}
