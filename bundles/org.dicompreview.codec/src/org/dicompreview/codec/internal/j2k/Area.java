package org.dicompreview.codec.internal.j2k;

/**
 * A rectangle of samples, edges at the right and bottom exclusive.
 *
 * @param x0 left
 * @param y0 top
 * @param x1 right, exclusive
 * @param y1 bottom, exclusive
 */
record Area(int x0, int y0, int x1, int y1) {

	int width() {
		return x1 - x0;
	}

	int height() {
		return y1 - y0;
	}

	boolean isEmpty() {
		return x1 <= x0 || y1 <= y0;
	}

	long samples() {
		return isEmpty() ? 0 : (long) width() * height();
	}

	/** {@return this area on a grid that has one sample where this one has {@code stepX} x {@code stepY}} */
	Area divided(int stepX, int stepY) {
		return new Area(ImageGrid.ceilDiv(x0, stepX), ImageGrid.ceilDiv(y0, stepY), ImageGrid.ceilDiv(x1, stepX),
				ImageGrid.ceilDiv(y1, stepY));
	}

	/** {@return this area after so many halvings} */
	Area halved(int times) {
		return new Area(halve(x0, times), halve(y0, times), halve(x1, times), halve(y1, times));
	}

	/** {@return a sub-band of this tile-component (ISO/IEC 15444-1 B.5): level 1 is the finest} */
	Area band(int level, boolean highX, boolean highY) {
		long dx = highX ? 1L << level - 1 : 0;
		long dy = highY ? 1L << level - 1 : 0;
		return new Area(halve(x0 - dx, level), halve(y0 - dy, level), halve(x1 - dx, level), halve(y1 - dy, level));
	}

	Area intersect(long left, long top, long right, long bottom) {
		return new Area((int) Math.max(x0, left), (int) Math.max(y0, top), (int) Math.min(x1, right),
				(int) Math.min(y1, bottom));
	}

	private static int halve(long value, int times) {
		return (int) (value + (1L << times) - 1 >> times);
	}
}
