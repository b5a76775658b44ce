package org.dicompreview.rendering;

import java.util.Arrays;

/**
 * How often modality values occur. Padding, and values that are no numbers, do not count. Immutable.
 *
 * @param low    lowest value, where the first bin begins
 * @param width  of a bin, above 0; a whole number for values that are
 * @param counts number of pixels in each bin, at least one bin
 * @param unit   of the values, or empty text
 * @since 0.1
 */
public record Histogram(double low, double width, int[] counts, String unit) {

	/** Copies the counts. */
	public Histogram {
		counts = counts.clone();
		if (!(width > 0) || counts.length == 0) {
			throw new IllegalArgumentException(counts.length + " bins of " + width); //$NON-NLS-1$
		}
	}

	@Override
	public int[] counts() {
		return counts.clone();
	}

	/** {@return number of bins} */
	public int size() {
		return counts.length;
	}

	/** {@return number of pixels in a bin} @param bin from 0 */
	public int count(int bin) {
		return counts[bin];
	}

	/** {@return where a bin begins} @param bin from 0; {@link #size()} is where the last one ends */
	public double begin(int bin) {
		return low + bin * width;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Histogram histogram && low == histogram.low && width == histogram.width
				&& Arrays.equals(counts, histogram.counts) && unit.equals(histogram.unit);
	}

	@Override
	public int hashCode() {
		return 31 * Arrays.hashCode(counts) + Double.hashCode(low);
	}

	@Override
	public String toString() {
		return "Histogram of " + counts.length + " bins of " + width + " from " + low; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}
}
