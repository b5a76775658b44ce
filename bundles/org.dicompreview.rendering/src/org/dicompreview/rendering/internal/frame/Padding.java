package org.dicompreview.rendering.internal.frame;

/**
 * Stored values that fill what is outside the image (PS3.3 C.7.5.1.1.2): never part of statistics, always shown black.
 *
 * @param low  lowest padding value
 * @param high highest one; below {@code low} if there is no padding
 */
record Padding(double low, double high) {

	static final Padding NONE = new Padding(1, 0);

	boolean contains(double stored) {
		return stored >= low && stored <= high;
	}
}
