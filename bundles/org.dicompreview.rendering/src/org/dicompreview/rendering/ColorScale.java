package org.dicompreview.rendering;

import java.util.Arrays;

/**
 * The colours of the values of a frame, from the first value that has the colour of all below it to the last one that differs
 * from those above it. Immutable.
 *
 * @param lower  the lower one of these modality values
 * @param upper  the upper one, at least {@code lower}
 * @param unit   of the values, or empty text
 * @param colors 0xRRGGBB at equal distances from {@code lower} to {@code upper}, at least one
 * @since 0.1.0
 */
public record ColorScale(double lower, double upper, String unit, int[] colors) {

	/** Copies the colours. */
	public ColorScale {
		colors = colors.clone();
		if (!(upper >= lower) || colors.length == 0) {
			throw new IllegalArgumentException(colors.length + " colours from " + lower + " to " + upper); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	@Override
	public int[] colors() {
		return colors.clone();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ColorScale scale && lower == scale.lower && upper == scale.upper && unit.equals(scale.unit)
				&& Arrays.equals(colors, scale.colors);
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(colors) + Double.hashCode(lower);
	}

	@Override
	public String toString() {
		return "ColorScale from " + lower + " to " + upper + ' ' + unit; //$NON-NLS-1$ //$NON-NLS-2$
	}
}
