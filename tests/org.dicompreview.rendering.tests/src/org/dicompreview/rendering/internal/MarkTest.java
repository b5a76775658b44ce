package org.dicompreview.rendering.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Interpolation;
import org.dicompreview.rendering.DisplaySettings.Orientation;
import org.junit.jupiter.api.Test;

class MarkTest {

	private static final DisplaySettings PLAIN = DisplaySettings.DEFAULT.withInterpolation(Interpolation.NEAREST);

	private static DisplayFrame square(int side, MadeAttributes attributes) {
		int[] values = new int[side * side];
		Arrays.fill(values, 9);
		return Made.display(Made.bytes(side, Photometric.MONOCHROME2, values), attributes);
	}

	/** An overlay of one group; rows of bits are given as texts of {@code .} and {@code #}. */
	private static MadeAttributes overlay(MadeAttributes to, int plane, int top, int left, String... rows) {
		String bits = String.join("", rows);
		double[] words = new double[(bits.length() + 15) / 16];
		for (int i = 0; i < bits.length(); i++) {
			if (bits.charAt(i) == '#') {
				words[i / 16] += 1 << i % 16;
			}
		}
		return to.with(Tag.overlay(Tag.OVERLAY_ROWS, plane), rows.length)
				.with(Tag.overlay(Tag.OVERLAY_COLUMNS, plane), rows[0].length())
				.with(Tag.overlay(Tag.OVERLAY_ORIGIN, plane), top, left)
				.with(Tag.overlay(Tag.OVERLAY_DATA, plane), words);
	}

	private static String picture(int[] pixels, int width) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < pixels.length; i++) {
			text.append(i > 0 && i % width == 0 ? "/" : "").append(switch (pixels[i]) {
				case 9 -> '.';
				case 255 -> '#';
				case 132 -> '+';
				case 0 -> ' ';
				default -> '?';
			});
		}
		return text.toString();
	}

	@Test
	void overlaysLieAtTheirOrigin() {
		MadeAttributes attributes = overlay(new MadeAttributes(), 0, 2, 3, "##", ".#");
		overlay(attributes, 15, 0, 0, "##", "##");
		assertEquals("#.../..##/...#/....", picture(Made.stored(square(4, attributes), PLAIN), 4));
		assertEquals("..../..../..../....", picture(Made.stored(square(4, attributes), PLAIN.withOverlays(false)), 4));
	}

	@Test
	void overlaysTurnWithTheFrame() {
		DisplayFrame frame = square(3, overlay(new MadeAttributes(), 1, 1, 1, "##", "#."));
		assertEquals(".##/..#/...", picture(Made.stored(frame, PLAIN.with(new Orientation(0, true))), 3));
		assertEquals(".##/..#/...", picture(Made.stored(frame, PLAIN.with(new Orientation(1, false))), 3));
		assertEquals(".../#../##.", picture(Made.stored(frame, PLAIN.with(new Orientation(3, false))), 3));
	}

	@Test
	void overlaysScaleAndThinLinesStay() {
		DisplayFrame frame = square(2, overlay(new MadeAttributes(), 0, 1, 1, "#.", ".."));
		assertEquals("##../##../..../....", picture(Made.pixels(Made.RENDERER.render(frame, PLAIN, 4, 4)), 4));
		DisplayFrame large = square(100, overlay(new MadeAttributes(), 0, 1, 50, "#"));
		assertEquals(1, Arrays.stream(Made.pixels(Made.RENDERER.render(large, PLAIN, 7, 7))).filter(v -> v == 255)
				.count());
	}

	@Test
	void regionsAreHalfTransparent() {
		MadeAttributes attributes = overlay(new MadeAttributes(), 0, 1, 1, "#.").with(Tag.OVERLAY_TYPE, "R");
		assertEquals("+./..", picture(Made.stored(square(2, attributes), PLAIN), 2));
	}

	@Test
	void overlaysOfSeveralFrames() {
		MadeAttributes attributes = overlay(new MadeAttributes(), 0, 1, 1, "#..#")
				.with(Tag.OVERLAY_ROWS, 2).with(Tag.OVERLAY_COLUMNS, 1).with(Tag.NUMBER_OF_FRAMES_IN_OVERLAY, 2)
				.with(Tag.IMAGE_FRAME_ORIGIN, 2);
		String[] expected = { "../..", "#./..", "../#.", "../.." };
		for (int i = 0; i < expected.length; i++) {
			DisplayFrame frame = Made.display(Made.bytes(2, Photometric.MONOCHROME2, 9, 9, 9, 9), attributes, i, 8,
					new byte[0]);
			assertEquals(expected[i], picture(Made.stored(frame, PLAIN), 2), "frame " + i);
		}
	}

	@Test
	void overlaysInUnusedBits() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.OVERLAY_ROWS, 1).with(Tag.OVERLAY_COLUMNS, 3)
				.with(Tag.OVERLAY_ORIGIN, 1, 1).with(Tag.OVERLAY_BIT_POSITION, 12).with(Tag.WINDOW_CENTER, 128)
				.with(Tag.WINDOW_WIDTH, 256);
		byte[] raw = { 9, 0x10, 9, 0, 9, (byte) 0xF0 };
		DisplayFrame frame = Made.display(Made.shorts(3, 12, false, 9, 9, 9), attributes, 0, 12, raw);
		assertEquals("#.#", picture(Made.stored(frame, PLAIN), 3));
		attributes.with(Tag.OVERLAY_BIT_POSITION, 3);
		DisplayFrame wrong = Made.display(Made.shorts(3, 12, false, 9, 9, 9), attributes, 0, 12, raw);
		assertEquals("...", picture(Made.stored(wrong, PLAIN), 3), "a bit of the image is no overlay");
	}

	@Test
	void overlaysThatContradictThemselvesDoNoHarm() {
		MadeAttributes huge = new MadeAttributes().with(Tag.OVERLAY_ROWS, 65535).with(Tag.OVERLAY_COLUMNS, 65535)
				.with(Tag.OVERLAY_ORIGIN, -32768, -32768).with(Tag.OVERLAY_DATA, 0xFFFF);
		assertEquals("../..", picture(Made.stored(square(2, huge), PLAIN), 2));
		MadeAttributes negative = new MadeAttributes().with(Tag.OVERLAY_ROWS, -1).with(Tag.OVERLAY_COLUMNS, 4)
				.with(Tag.OVERLAY_DATA, 0xFFFF);
		assertEquals("../..", picture(Made.stored(square(2, negative), PLAIN), 2));
	}

	@Test
	void overlaysOnColors() {
		DisplayFrame frame = square(2, overlay(new MadeAttributes(), 0, 1, 2, "#"));
		int[] pixels = Made.stored(frame, PLAIN.withColorMap("hot-iron"));
		assertArrayEquals(new int[] { 18, 0, 0, 255, 255, 255 }, Arrays.copyOf(pixels, 6));
	}

	@Test
	void rectangularShutter() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.SHUTTER_SHAPE, "RECTANGULAR")
				.with(Tag.SHUTTER_LEFT_VERTICAL_EDGE, 2).with(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, 3)
				.with(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, 2).with(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, 4);
		assertEquals("    / .. / .. / .. ", picture(Made.stored(square(4, attributes), PLAIN), 4));
		assertEquals("    / .../ .../    ",
				picture(Made.stored(square(4, attributes), PLAIN.with(new Orientation(3, false))), 4));
		attributes.with(Tag.SHUTTER_PRESENTATION_VALUE, 65535);
		assertEquals("####/#..#/#..#/#..#", picture(Made.stored(square(4, attributes), PLAIN), 4));
	}

	@Test
	void circularShutter() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.SHUTTER_SHAPE, "CIRCULAR")
				.with(Tag.CENTER_OF_CIRCULAR_SHUTTER, 3, 3).with(Tag.RADIUS_OF_CIRCULAR_SHUTTER, 2);
		assertEquals("  .  / ... /....." + "/ ... /  .  ", picture(closed(attributes), 5));
	}

	/** The pixels on the rim are a matter of rounding, so the radius is a little larger. */
	private static int[] closed(MadeAttributes attributes) {
		attributes.with(Tag.RADIUS_OF_CIRCULAR_SHUTTER, 2.1);
		return Made.stored(square(5, attributes), PLAIN);
	}

	@Test
	void polygonalShutterAndShapesTogether() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.SHUTTER_SHAPE, "POLYGONAL")
				.with(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER, 0.9, 0.9, 0.9, 5.1, 5.6, 5.1, 3.4, 3, 5.6, 0.9);
		assertEquals("...../...../...../.. ../.   .", picture(Made.stored(square(5, attributes), PLAIN), 5));
		attributes.with(Tag.SHUTTER_SHAPE, "POLYGONAL", "RECTANGULAR").with(Tag.SHUTTER_LEFT_VERTICAL_EDGE, 2)
				.with(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, 5).with(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, 1)
				.with(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, 4);
		assertEquals(" ..../ ..../ ..../ . ../     ", picture(Made.stored(square(5, attributes), PLAIN), 5));
	}

	/** What leaves nothing of the image is a mistake: beside it, between its pixels, over all of it, or no common part. */
	@Test
	void shuttersThatLeaveNothingAreNone() {
		MadeAttributes[] shutters = {
				new MadeAttributes().with(Tag.SHUTTER_SHAPE, "RECTANGULAR").with(Tag.SHUTTER_LEFT_VERTICAL_EDGE, 9)
						.with(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, 12).with(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, 1)
						.with(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, 3),
				new MadeAttributes().with(Tag.SHUTTER_SHAPE, "RECTANGULAR").with(Tag.SHUTTER_LEFT_VERTICAL_EDGE, 0)
						.with(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, 0).with(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, 0)
						.with(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, 0),
				new MadeAttributes().with(Tag.SHUTTER_SHAPE, "CIRCULAR").with(Tag.CENTER_OF_CIRCULAR_SHUTTER, 30, 30)
						.with(Tag.RADIUS_OF_CIRCULAR_SHUTTER, 5),
				new MadeAttributes().with(Tag.SHUTTER_SHAPE, "POLYGONAL")
						.with(Tag.VERTICES_OF_THE_POLYGONAL_SHUTTER, 1, 1, 1, 1, 1, 1),
				overlay(new MadeAttributes(), 0, 1, 1, "#########").with(Tag.OVERLAY_ROWS, 3)
						.with(Tag.OVERLAY_COLUMNS, 3).with(Tag.SHUTTER_SHAPE, "BITMAP")
						.with(Tag.SHUTTER_OVERLAY_GROUP, 0x6000),
				new MadeAttributes().with(Tag.SHUTTER_SHAPE, "RECTANGULAR", "CIRCULAR")
						.with(Tag.SHUTTER_LEFT_VERTICAL_EDGE, 3).with(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, 3)
						.with(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, 3).with(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, 3)
						.with(Tag.CENTER_OF_CIRCULAR_SHUTTER, 1, 1).with(Tag.RADIUS_OF_CIRCULAR_SHUTTER, 1) };
		for (MadeAttributes shutter : shutters) {
			assertEquals(".../.../...", picture(Made.stored(square(3, shutter), PLAIN), 3));
		}
		MadeAttributes corner = new MadeAttributes().with(Tag.SHUTTER_SHAPE, "RECTANGULAR", "CIRCULAR")
				.with(Tag.SHUTTER_LEFT_VERTICAL_EDGE, 3).with(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, 3)
				.with(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, 3).with(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, 3)
				.with(Tag.CENTER_OF_CIRCULAR_SHUTTER, 30, 30).with(Tag.RADIUS_OF_CIRCULAR_SHUTTER, 1);
		assertEquals("   /   /  .", picture(Made.stored(square(3, corner), PLAIN), 3), "the other shape still counts");
	}

	@Test
	void incompleteShuttersHideNothing() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.SHUTTER_SHAPE, "CIRCULAR", "RECTANGULAR",
				"POLYGONAL");
		assertTrue(Arrays.stream(Made.stored(square(3, attributes), PLAIN)).allMatch(v -> v == 9));
	}
}
