package org.dicompreview.rendering;

import java.util.Objects;

import org.dicompreview.rendering.PixelValue.Kind;

/**
 * What the pixels of a region have in common. Padding, and values that are no numbers, do not count. Immutable.
 *
 * @param kind              what the values are
 * @param label             what the file calls them (LUT Label of real world values), or empty text
 * @param unit              their unit, or empty text
 * @param count             number of pixels that count, at least 1
 * @param mean              arithmetic mean
 * @param standardDeviation square root of the sample variance, which divides by {@code count - 1}; 0 for one pixel
 * @param minimum           lowest value
 * @param maximum           highest value
 * @since 0.1
 */
public record RegionStatistics(Kind kind, String label, String unit, long count, double mean, double standardDeviation,
		double minimum, double maximum) {

	/** Checks ranges. */
	public RegionStatistics {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(label);
		Objects.requireNonNull(unit);
		if (count < 1) {
			throw new IllegalArgumentException("statistics of nothing"); //$NON-NLS-1$
		}
	}
}
