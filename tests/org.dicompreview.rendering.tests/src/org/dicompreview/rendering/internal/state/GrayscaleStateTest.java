package org.dicompreview.rendering.internal.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Interpolation;
import org.dicompreview.rendering.PresentationState;
import org.dicompreview.rendering.TextAnnotation;
import org.dicompreview.rendering.internal.Made;
import org.dicompreview.rendering.internal.MadeAttributes;
import org.dicompreview.rendering.internal.MadeHeader;
import org.dicompreview.rendering.internal.MadeSlice;
import org.dicompreview.series.Slice;
import org.junit.jupiter.api.Test;

class GrayscaleStateTest {

	private static final DisplaySettings PLAIN = DisplaySettings.DEFAULT.withInterpolation(Interpolation.NEAREST);

	private static Slice slice(String uid, int frame) {
		return new MadeSlice(new MadeHeader(Path.of(uid), 9, new MadeAttributes()), frame);
	}

	private static MadeAttributes reference(String uid, double... frames) {
		return new MadeAttributes().with(Tag.REFERENCED_SOP_INSTANCE_UID, uid).with(Tag.REFERENCED_FRAME_NUMBER, frames);
	}

	private static MadeAttributes state() {
		return new MadeAttributes().with(Tag.REFERENCED_SERIES_SEQUENCE, new MadeAttributes()
				.with(Tag.REFERENCED_IMAGE_SEQUENCE, reference("1.2"), reference("1.3", 2, 4)));
	}

	private static PresentationState of(MadeAttributes attributes) {
		return new GrayscaleState(Made.data(attributes));
	}

	private static DisplayFrame frame(int columns, int... values) {
		return Made.display(Made.bytes(columns, Photometric.MONOCHROME1, values),
				new MadeAttributes().with(Tag.WINDOW_CENTER, 3).with(Tag.WINDOW_WIDTH, 4).with(Tag.RESCALE_SLOPE, 5));
	}

	private static int[] shown(MadeAttributes state, DisplayFrame frame) {
		Slice slice = slice("1.2", 0);
		return Made.stored(of(state).apply(slice, frame), PLAIN);
	}

	private static double[] floats(double... values) {
		double[] words = new double[2 * values.length];
		for (int i = 0; i < values.length; i++) {
			int bits = Float.floatToIntBits((float) values[i]);
			words[2 * i] = bits & 0xFFFF;
			words[2 * i + 1] = bits >>> 16;
		}
		return words;
	}

	@Test
	void speaksOfTheImagesAndFramesThatItNames() {
		PresentationState state = of(state().with(Tag.CONTENT_LABEL, "LABEL").with(Tag.CONTENT_DESCRIPTION, "what"));
		assertTrue(state.refersTo(slice("1.2", 0)));
		assertTrue(state.refersTo(slice("1.3", 1)));
		assertTrue(state.refersTo(slice("1.3", 3)));
		assertFalse(state.refersTo(slice("1.3", 0)));
		assertFalse(state.refersTo(slice("1.4", 0)));
		assertEquals("LABEL", state.label());
		assertEquals("what", state.description());
		DisplayFrame frame = frame(1, 7);
		assertSame(frame, state.apply(slice("1.4", 0), frame));
		assertEquals(PLAIN, state.view(slice("1.4", 0), frame, PLAIN, 10, 10));
	}

	@Test
	void whatItDoesNotStateIsAnIdentity() {
		assertArrayEquals(new int[] { 0, 100, 255 }, shown(state(), frame(3, 0, 100, 255)),
				"neither slope nor window nor photometric interpretation of the image count");
		assertArrayEquals(new int[] { 255, 155, 0 },
				shown(state().with(Tag.PRESENTATION_LUT_SHAPE, "INVERSE"), frame(3, 0, 100, 255)));
	}

	@Test
	void lutsOfTheState() {
		MadeAttributes state = state().with(Tag.RESCALE_SLOPE, 2).with(Tag.RESCALE_INTERCEPT, -100)
				.with(Tag.SOFTCOPY_VOI_LUT_SEQUENCE,
						new MadeAttributes().with(Tag.REFERENCED_IMAGE_SEQUENCE, reference("1.3"))
								.with(Tag.WINDOW_CENTER, 9).with(Tag.WINDOW_WIDTH, 1),
						new MadeAttributes().with(Tag.REFERENCED_IMAGE_SEQUENCE, reference("1.2"))
								.with(Tag.WINDOW_CENTER, 0.5).with(Tag.WINDOW_WIDTH, 201));
		assertArrayEquals(new int[] { 0, 128, 255 }, shown(state, frame(3, 0, 50, 200)));
		state.with(Tag.PRESENTATION_LUT_SEQUENCE, new MadeAttributes().with(Tag.LUT_DESCRIPTOR, 3, 0, 8)
				.with(Tag.LUT_DATA, 0x0000, 0x00FF, 0x0010));
		assertArrayEquals(new int[] { 0, 255, 16 }, shown(state, frame(3, 0, 50, 200)));
		Slice other = slice("1.3", 1);
		assertEquals(9, of(state).apply(other, frame(1, 1)).initialWindow().window().center());
	}

	@Test
	void voiLutOfTheState() {
		MadeAttributes lut = new MadeAttributes().with(Tag.LUT_DESCRIPTOR, 2, 10, 8).with(Tag.LUT_DATA, 0x0040, 0x0080);
		MadeAttributes state = state().with(Tag.SOFTCOPY_VOI_LUT_SEQUENCE,
				new MadeAttributes().with(Tag.VOI_LUT_SEQUENCE, lut));
		assertArrayEquals(new int[] { 0x40, 0x40, 0x80 }, shown(state, frame(3, 0, 10, 11)));
	}

	/** Tables that state 16 bits and use 12: the entries tell the range of each stage. */
	@Test
	void narrowTablesOfTheState() {
		MadeAttributes ramp = new MadeAttributes().with(Tag.LUT_DESCRIPTOR, 4, 0, 16)
				.with(Tag.LUT_DATA, 0, 1365, 2730, 4095);
		int[] expected = { 0, 85, 170, 255 };
		assertArrayEquals(expected, shown(state().with(Tag.MODALITY_LUT_SEQUENCE, ramp), frame(4, 0, 1, 2, 3)));
		assertArrayEquals(expected, shown(state().with(Tag.SOFTCOPY_VOI_LUT_SEQUENCE,
				new MadeAttributes().with(Tag.VOI_LUT_SEQUENCE, ramp)), frame(4, 0, 1, 2, 3)));
		assertArrayEquals(expected, shown(state().with(Tag.PRESENTATION_LUT_SEQUENCE, ramp)
				.with(Tag.SOFTCOPY_VOI_LUT_SEQUENCE, new MadeAttributes().with(Tag.WINDOW_CENTER, 2)
						.with(Tag.WINDOW_WIDTH, 4)),
				frame(4, 0, 1, 2, 3)));
	}

	/** The state turns, then flips: 1 2 over 3 4 becomes 3 1 over 4 2, then 1 3 over 2 4. */
	@Test
	void turnsBeforeItFlips() {
		DisplayFrame frame = frame(2, 1, 2, 3, 4);
		MadeAttributes attributes = state().with(StateTags.IMAGE_ROTATION, 90)
				.with(StateTags.IMAGE_HORIZONTAL_FLIP, "Y");
		PresentationState state = of(attributes);
		Slice slice = slice("1.2", 0);
		DisplayFrame applied = state.apply(slice, frame);
		DisplaySettings settings = state.view(slice, applied, PLAIN, 2, 2);
		assertArrayEquals(new int[] { 1, 3, 2, 4 }, Made.pixels(Made.RENDERER.render(applied, settings, 2, 2)));
		DisplaySettings turned = of(attributes.with(StateTags.IMAGE_HORIZONTAL_FLIP, "N")).view(slice, applied, PLAIN, 2,
				2);
		assertArrayEquals(new int[] { 3, 1, 4, 2 }, Made.pixels(Made.RENDERER.render(applied, turned, 2, 2)));
	}

	private static MadeAttributes area(double left, double top, double right, double bottom) {
		return new MadeAttributes().with(StateTags.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER, left, top)
				.with(StateTags.DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER, right, bottom)
				.with(StateTags.PRESENTATION_SIZE_MODE, "SCALE TO FIT");
	}

	@Test
	void displayedAreaFillsTheTarget() {
		int[] values = new int[64];
		Arrays.setAll(values, i -> i + 1);
		DisplayFrame frame = frame(8, values);
		for (int rotation = 0; rotation < 360; rotation += 90) {
			for (String flip : List.of("Y", "N")) {
				PresentationState state = of(state().with(StateTags.IMAGE_ROTATION, rotation)
						.with(StateTags.IMAGE_HORIZONTAL_FLIP, flip)
						.with(StateTags.DISPLAYED_AREA_SELECTION_SEQUENCE, area(6, 3, 7, 4)));
				Slice slice = slice("1.2", 0);
				DisplayFrame applied = state.apply(slice, frame);
				int[] pixels = Made.pixels(
						Made.RENDERER.render(applied, state.view(slice, applied, PLAIN, 4, 4), 4, 4));
				assertArrayEquals(new int[] { 22, 23, 30, 31 },
						Arrays.stream(pixels).distinct().sorted().toArray(), rotation + flip);
			}
		}
	}

	@Test
	void magnificationAndPixelShapeOfTheArea() {
		MadeAttributes area = area(1, 1, 8, 8).with(StateTags.PRESENTATION_SIZE_MODE, "MAGNIFY")
				.with(StateTags.PRESENTATION_PIXEL_MAGNIFICATION_RATIO, 3)
				.with(StateTags.PRESENTATION_PIXEL_ASPECT_RATIO, 2, 1);
		PresentationState state = of(state().with(StateTags.DISPLAYED_AREA_SELECTION_SEQUENCE, area));
		Slice slice = slice("1.2", 0);
		DisplayFrame applied = state.apply(slice, frame(8, new int[64]));
		assertEquals(2, applied.pixelAspect());
		DisplaySettings settings = state.view(slice, applied, PLAIN, 16, 16);
		double[] t = Made.RENDERER.render(applied, settings, 16, 16).transform();
		assertEquals(1 / 3.0, t[0], 1e-9);
		assertEquals(1 / 6.0, t[4], 1e-9);
	}

	private static MadeAttributes graphic(String type, double... points) {
		return new MadeAttributes().with(StateTags.GRAPHIC_TYPE, type).with(StateTags.GRAPHIC_ANNOTATION_UNITS, "PIXEL")
				.with(StateTags.GRAPHIC_DATA, floats(points));
	}

	private static String drawn(int side, MadeAttributes... objects) {
		MadeAttributes state = state().with(StateTags.GRAPHIC_ANNOTATION_SEQUENCE,
				new MadeAttributes().with(StateTags.GRAPHIC_OBJECT_SEQUENCE, objects));
		int[] pixels = shown(state, frame(side, new int[side * side]));
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < pixels.length; i++) {
			text.append(i > 0 && i % side == 0 ? "/" : "").append(pixels[i] == 255 ? '#' : '.');
		}
		return text.toString();
	}

	@Test
	void graphics() {
		assertEquals("...../.###./.#.#./.###./.....",
				drawn(5, graphic("POLYLINE", 1.5, 1.5, 3.5, 1.5, 3.5, 3.5, 1.5, 3.5, 1.5, 1.5)));
		assertEquals("...../.###./.###./.###./.....",
				drawn(5, graphic("POLYLINE", 1.5, 1.5, 3.5, 1.5, 3.5, 3.5, 1.5, 3.5, 1.5, 1.5)
						.with(StateTags.GRAPHIC_FILLED, "Y")));
		assertEquals("..#../..#../#####/..#../..#..", drawn(5, graphic("POINT", 2.5, 2.5)));
		assertEquals(".###./##.##/#...#/##.##/.###.", drawn(5, graphic("CIRCLE", 2.5, 2.5, 4.5, 2.5)));
		assertEquals("...../#####/#...#/#####/.....",
				drawn(5, graphic("ELLIPSE", 0.5, 2.5, 4.5, 2.5, 2.5, 1.4, 2.5, 3.6)));
		assertEquals("#..../.#.../..#../...#./....#", drawn(5, graphic("INTERPOLATED", 0.5, 0.5, 2.5, 2.5, 4.5, 4.5)));
	}

	@Test
	void graphicsThatMakeNoSenseAreLeftOut() {
		assertEquals("../..", drawn(2, graphic("CIRCLE", 1), graphic("WHAT", 0, 0, 1, 1), graphic("POLYLINE"),
				graphic("POLYLINE", 0, Double.NaN, 1, 1), graphic("POLYLINE", 0, 0, 1e30, 1)));
	}

	@Test
	void graphicsRelativeToTheDisplayedArea() {
		MadeAttributes state = state().with(StateTags.IMAGE_ROTATION, 90)
				.with(StateTags.DISPLAYED_AREA_SELECTION_SEQUENCE, area(1, 1, 4, 4))
				.with(StateTags.GRAPHIC_ANNOTATION_SEQUENCE, new MadeAttributes().with(StateTags.GRAPHIC_OBJECT_SEQUENCE,
						graphic("POLYLINE", 0.01, 0.01, 0.99, 0.01).with(StateTags.GRAPHIC_ANNOTATION_UNITS, "DISPLAY")));
		PresentationState presentation = of(state);
		Slice slice = slice("1.2", 0);
		DisplayFrame applied = presentation.apply(slice, frame(8, new int[64]));
		int[] pixels = Made
				.pixels(Made.RENDERER.render(applied, presentation.view(slice, applied, PLAIN, 4, 4), 4, 4));
		assertArrayEquals(new int[] { 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, pixels);
	}

	@Test
	void layersHaveTheirGreyAndOrder() {
		MadeAttributes upper = new MadeAttributes().with(StateTags.GRAPHIC_LAYER, "UP")
				.with(StateTags.GRAPHIC_LAYER_ORDER, 2)
				.with(StateTags.GRAPHIC_LAYER_RECOMMENDED_DISPLAY_GRAYSCALE_VALUE, 0x8080);
		MadeAttributes lower = new MadeAttributes().with(StateTags.GRAPHIC_LAYER, "LOW")
				.with(StateTags.GRAPHIC_LAYER_ORDER, 1);
		MadeAttributes line = graphic("POLYLINE", 0.5, 0.5, 1.5, 0.5);
		MadeAttributes state = state().with(StateTags.GRAPHIC_LAYER_SEQUENCE, upper, lower).with(
				StateTags.GRAPHIC_ANNOTATION_SEQUENCE,
				new MadeAttributes().with(StateTags.GRAPHIC_LAYER, "UP").with(StateTags.GRAPHIC_OBJECT_SEQUENCE, line),
				new MadeAttributes().with(StateTags.GRAPHIC_LAYER, "LOW").with(StateTags.GRAPHIC_OBJECT_SEQUENCE, line));
		assertArrayEquals(new int[] { 128, 128, 0, 0 }, shown(state, frame(2, 0, 0, 0, 0)));
	}

	@Test
	void overlaysAreShownIfTheyAreActive() {
		MadeAttributes state = state().with(Tag.OVERLAY_ROWS, 1).with(Tag.OVERLAY_COLUMNS, 2)
				.with(Tag.OVERLAY_ORIGIN, 1, 1).with(Tag.OVERLAY_DATA, 1);
		assertArrayEquals(new int[] { 7, 7 }, shown(state, frame(2, 7, 7)));
		assertArrayEquals(new int[] { 255, 7 }, shown(state.with(0x60001001, "LAYER"), frame(2, 7, 7)));
		state.with(Tag.SHUTTER_SHAPE, "BITMAP").with(Tag.SHUTTER_OVERLAY_GROUP, 0x6000)
				.with(Tag.SHUTTER_PRESENTATION_VALUE, 0x4040);
		assertArrayEquals(new int[] { 64, 7 }, shown(state, frame(2, 7, 7)));
	}

	@Test
	void texts() {
		MadeAttributes text = new MadeAttributes().with(StateTags.UNFORMATTED_TEXT_VALUE, "one\r\ntwo")
				.with(StateTags.BOUNDING_BOX_ANNOTATION_UNITS, "DISPLAY")
				.with(StateTags.BOUNDING_BOX_TOP_LEFT_HAND_CORNER, 0.25, 0.5)
				.with(StateTags.BOUNDING_BOX_BOTTOM_RIGHT_HAND_CORNER, 1, 1)
				.with(StateTags.ANCHOR_POINT_ANNOTATION_UNITS, "PIXEL").with(StateTags.ANCHOR_POINT, 3, 4)
				.with(StateTags.ANCHOR_POINT_VISIBILITY, "Y");
		MadeAttributes nowhere = new MadeAttributes().with(StateTags.UNFORMATTED_TEXT_VALUE, "lost");
		PresentationState state = of(state().with(StateTags.GRAPHIC_ANNOTATION_SEQUENCE,
				new MadeAttributes().with(StateTags.TEXT_OBJECT_SEQUENCE, text, nowhere)));
		List<TextAnnotation> texts = state.texts(slice("1.2", 0), frame(8, new int[64]));
		assertEquals(1, texts.size());
		assertEquals("one\ntwo", texts.get(0).text());
		assertArrayEquals(new double[] { 2, 4, 8, 8 }, texts.get(0).box().orElseThrow());
		assertArrayEquals(new double[] { 3, 4 }, texts.get(0).anchor().orElseThrow());
		assertTrue(texts.get(0).line());
		assertEquals(List.of(), state.texts(slice("9", 0), frame(1, 1)));
	}
}
