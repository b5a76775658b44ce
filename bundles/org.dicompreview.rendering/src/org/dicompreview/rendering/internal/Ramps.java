package org.dicompreview.rendering.internal;

import java.util.function.IntUnaryOperator;

/** Colour maps of 256 entries from straight lines between knots. */
final class Ramps {

	/** How values between knots become whole. */
	enum Rounding {
		NEAREST, DOWN
	}

	private Ramps() {
	}

	/**
	 * {@return 256 colours}
	 *
	 * @param rounding how values between knots become whole
	 * @param red      place and value of each knot in turn, the first place 0, the last 255
	 * @param green    likewise
	 * @param blue     likewise
	 */
	static int[] channels(Rounding rounding, int[] red, int[] green, int[] blue) {
		int[] colors = new int[256];
		for (int i = 0; i < 256; i++) {
			colors[i] = value(red, i, rounding) << 16 | value(green, i, rounding) << 8 | value(blue, i, rounding);
		}
		return colors;
	}

	/** {@return 256 colours through knots at equal distances} @param knots 0xRRGGBB, at least two */
	static int[] through(int... knots) {
		return channels(Rounding.NEAREST, channel(knots, knot -> knot >> 16), channel(knots, knot -> knot >> 8 & 0xFF),
				channel(knots, knot -> knot & 0xFF));
	}

	/** {@return 256 colours in steps of one length, each beginning at the whole place not before its own} */
	static int[] steps(int... steps) {
		int[] colors = new int[256];
		for (int k = 0; k < steps.length; k++) {
			for (int i = (k * 255 + steps.length - 1) / steps.length; i < 256; i++) {
				colors[i] = steps[k];
			}
		}
		return colors;
	}

	private static int[] channel(int[] knots, IntUnaryOperator part) {
		int[] channel = new int[2 * knots.length];
		for (int k = 0; k < knots.length; k++) {
			channel[2 * k] = (int) Math.round(255.0 * k / (knots.length - 1));
			channel[2 * k + 1] = part.applyAsInt(knots[k]);
		}
		return channel;
	}

	private static int value(int[] knots, int place, Rounding rounding) {
		int k = 0;
		while (k + 4 < knots.length && knots[k + 2] <= place) {
			k += 2;
		}
		int length = knots[k + 2] - knots[k];
		int rise = (knots[k + 3] - knots[k + 1]) * (place - knots[k]);
		return knots[k + 1] + (rounding == Rounding.DOWN ? Math.floorDiv(rise, length)
				: Math.floorDiv(2 * rise + length, 2 * length));
	}
}
