package org.dicompreview.rendering.internal.frame;

import java.util.stream.IntStream;

/**
 * Display values from one end of a window to the other.
 *
 * @param lower  the modality value of the first one
 * @param upper  the modality value of the last one
 * @param unit   of modality values, or empty text
 * @param values 0-255, at equal distances
 */
public record DisplayLevels(double lower, double upper, String unit, int[] values) {

	private static final int COUNT = 256;

	static DisplayLevels of(GreyMapping mapping, String unit) {
		double lower = mapping.voi().lower();
		double upper = Math.max(lower, mapping.voi().upper());
		return new DisplayLevels(lower, upper, unit, IntStream.range(0, COUNT)
				.map(i -> mapping.shown(lower + (upper - lower) * i / (COUNT - 1))).toArray());
	}
}
