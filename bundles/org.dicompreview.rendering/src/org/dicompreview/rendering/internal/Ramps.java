package org.dicompreview.rendering.internal;

/** Colour maps from straight lines between knots. */
final class Ramps {

	private Ramps() {
	}

	/**
	 * {@return 256 colours}
	 *
	 * @param red   knots {place, value} in ascending place, the first at 0; values are held to 0-255
	 * @param green likewise
	 * @param blue  likewise
	 */
	static int[] colors(int[][] red, int[][] green, int[][] blue) {
		int[] colors = new int[256];
		for (int i = 0; i < 256; i++) {
			colors[i] = value(red, i) << 16 | value(green, i) << 8 | value(blue, i);
		}
		return colors;
	}

	private static int value(int[][] knots, int place) {
		int k = 0;
		while (k + 1 < knots.length && knots[k + 1][0] <= place) {
			k++;
		}
		if (place <= knots[0][0] || k + 1 == knots.length) {
			return Math.max(0, Math.min(255, knots[k][1]));
		}
		int[] a = knots[k];
		int[] b = knots[k + 1];
		long value = Math.round(a[1] + (double) (b[1] - a[1]) * (place - a[0]) / (b[0] - a[0]));
		return (int) Math.max(0, Math.min(255, value));
	}
}
