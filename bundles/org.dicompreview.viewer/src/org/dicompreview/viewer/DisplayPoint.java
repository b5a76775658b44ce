package org.dicompreview.viewer;

/**
 * A place on a canvas, with parts of the points that SWT counts in: the centre of the first one is at 0.5.
 *
 * @param x to the right
 * @param y down
 * @since 0.1
 */
public record DisplayPoint(double x, double y) {

	/** {@return the centre of a point, for example where the pointer is in an event of the mouse} */
	public static DisplayPoint centerOf(int x, int y) {
		return new DisplayPoint(x + 0.5, y + 0.5);
	}

	/** {@return how far another point is away} */
	public double distance(DisplayPoint other) {
		return Math.hypot(other.x - x, other.y - y);
	}
}
