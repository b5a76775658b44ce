package org.dicompreview.rendering;

import java.util.Arrays;

/**
 * A closed shape on a frame. Places are in pixels of the frame at its full size, pixel n reaching from n to n + 1, so that
 * shapes lie between pixels where they are drawn between them. A pixel belongs to a shape if its centre does. Immutable.
 *
 * @since 0.1
 */
public sealed interface Region {

	/** {@return the area in pixels, also parts of them} */
	double area();

	/** {@return the row at which it begins} */
	double top();

	/** {@return the row at which it ends} */
	double bottom();

	/**
	 * {@return the parts of a row that lie inside: pairs of columns from and to, ascending}
	 *
	 * @param row a place between {@link #top()} and {@link #bottom()}
	 */
	double[] spans(double row);

	/**
	 * An upright rectangle.
	 *
	 * @param left   column of its left side
	 * @param top    row of its upper side
	 * @param right  column of its right side, at least {@code left}
	 * @param bottom row of its lower side, at least {@code top}
	 */
	record Rectangle(double left, double top, double right, double bottom) implements Region {

		/** Checks that the sides are in order. */
		public Rectangle {
			if (!(right >= left) || !(bottom >= top)) {
				throw new IllegalArgumentException("sides " + left + ", " + top + ", " + right + ", " + bottom); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			}
		}

		/** {@return the rectangle between two opposite corners, in any order} */
		public static Rectangle between(double column1, double row1, double column2, double row2) {
			return new Rectangle(Math.min(column1, column2), Math.min(row1, row2), Math.max(column1, column2),
					Math.max(row1, row2));
		}

		@Override
		public double area() {
			return (right - left) * (bottom - top);
		}

		@Override
		public double[] spans(double row) {
			return row >= top && row < bottom ? new double[] { left, right } : new double[0];
		}
	}

	/**
	 * The largest ellipse in an upright rectangle.
	 *
	 * @param bounds the rectangle
	 */
	record Ellipse(Rectangle bounds) implements Region {

		@Override
		public double area() {
			return Math.PI / 4 * bounds.area();
		}

		@Override
		public double top() {
			return bounds.top();
		}

		@Override
		public double bottom() {
			return bounds.bottom();
		}

		@Override
		public double[] spans(double row) {
			double high = (bounds.bottom() - bounds.top()) / 2;
			double part = (row - bounds.top() - high) / high;
			double half = (bounds.right() - bounds.left()) / 2 * Math.sqrt(1 - part * part);
			double middle = (bounds.left() + bounds.right()) / 2;
			return half >= 0 ? new double[] { middle - half, middle + half } : new double[0];
		}
	}

	/**
	 * What lies within a closed line through points; of a line that crosses itself, what it goes round an odd number of times.
	 *
	 * @param points column and row of each point in turn, at least three points
	 */
	record Polygon(double... points) implements Region {

		/** Copies the points. */
		public Polygon {
			points = points.clone();
			if (points.length < 6 || points.length % 2 != 0 || !Arrays.stream(points).allMatch(Double::isFinite)) {
				throw new IllegalArgumentException("points " + Arrays.toString(points)); //$NON-NLS-1$
			}
		}

		@Override
		public double[] points() {
			return points.clone();
		}

		/** {@return the area of a line that does not cross itself} */
		@Override
		public double area() {
			double twice = 0;
			for (int i = 0, before = points.length - 2; i < points.length; before = i, i += 2) {
				twice += points[before] * points[i + 1] - points[i] * points[before + 1];
			}
			return Math.abs(twice) / 2;
		}

		@Override
		public double top() {
			double top = points[1];
			for (int i = 3; i < points.length; i += 2) {
				top = Math.min(top, points[i]);
			}
			return top;
		}

		@Override
		public double bottom() {
			double bottom = points[1];
			for (int i = 3; i < points.length; i += 2) {
				bottom = Math.max(bottom, points[i]);
			}
			return bottom;
		}

		@Override
		public double[] spans(double row) {
			double[] crossings = new double[points.length / 2];
			int count = 0;
			for (int i = 0, before = points.length - 2; i < points.length; before = i, i += 2) {
				double a = points[before + 1];
				double b = points[i + 1];
				if (a > row != b > row) {
					crossings[count++] = points[before] + (row - a) / (b - a) * (points[i] - points[before]);
				}
			}
			Arrays.sort(crossings, 0, count);
			return Arrays.copyOf(crossings, count);
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Polygon polygon && Arrays.equals(points, polygon.points);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(points);
		}

		@Override
		public String toString() {
			return "Polygon" + Arrays.toString(points); //$NON-NLS-1$
		}
	}
}
