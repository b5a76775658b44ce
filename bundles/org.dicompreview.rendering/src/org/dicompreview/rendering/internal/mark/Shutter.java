package org.dicompreview.rendering.internal.mark;

import java.util.Arrays;

/**
 * A display shutter (PS3.3 C.7.6.11): what lies outside any of its shapes is hidden. Coordinates are edges of pixels, so
 * that the first pixel reaches from 0 to 1. Immutable.
 */
public final class Shutter {

	private static final double[] NOTHING = {};
	/** Pixels whose centre lies on the circle are visible, on all sides alike. */
	private static final double RIM = 1e-6;

	/** Sides of a rectangle. */
	public record Rectangle(double left, double right, double top, double bottom) {
	}

	/** A circle. @param aspect height of a pixel divided by its width: the circle is one on the screen */
	public record Circle(double column, double row, double radius, double aspect) {
	}

	private final Rectangle rectangle;
	private final Circle circle;
	private final double[] polygon;
	private final int value;

	/**
	 * @param rectangle or {@code null}
	 * @param circle    or {@code null}
	 * @param polygon   row and column of each vertex in turn, at least three; or an empty array
	 * @param value     display value of what is hidden, 0-255
	 */
	public Shutter(Rectangle rectangle, Circle circle, double[] polygon, int value) {
		this.rectangle = rectangle;
		this.circle = circle;
		this.polygon = polygon.clone();
		this.value = value;
	}

	/** {@return display value of what is hidden} */
	public int value() {
		return value;
	}

	/** {@return what is visible of a row: pairs of columns from and to, ascending} @param row a place in the image */
	public double[] visible(double row) {
		double from = Double.NEGATIVE_INFINITY;
		double to = Double.POSITIVE_INFINITY;
		if (rectangle != null) {
			if (row < rectangle.top() || row >= rectangle.bottom()) {
				return NOTHING;
			}
			from = rectangle.left();
			to = rectangle.right();
		}
		if (circle != null) {
			double down = (row - circle.row()) * circle.aspect();
			double half = Math.sqrt(circle.radius() * circle.radius() - down * down) + RIM;
			if (Double.isNaN(half)) {
				return NOTHING;
			}
			from = Math.max(from, circle.column() - half);
			to = Math.min(to, circle.column() + half);
		}
		return polygon.length == 0 ? new double[] { from, to } : clipped(crossings(row), from, to);
	}

	/** {@return whether the middle of any pixel of an image is visible} */
	public boolean leavesAny(int columns, int rows) {
		for (int row = 0; row < rows; row++) {
			double[] spans = visible(row + 0.5);
			for (int i = 0; i < spans.length - 1; i += 2) {
				double first = Math.max(0, Math.ceil(spans[i] - 0.5));
				if (first < columns && first + 0.5 < spans[i + 1]) {
					return true;
				}
			}
		}
		return false;
	}

	/** Where the outline crosses a row, in ascending order: the inside begins at each first one and ends at the second. */
	private double[] crossings(double row) {
		double[] found = new double[polygon.length / 2];
		int count = 0;
		for (int i = 0, before = polygon.length - 2; i < polygon.length; before = i, i += 2) {
			double a = polygon[before];
			double b = polygon[i];
			if (a > row != b > row) {
				found[count++] = polygon[before + 1] + (row - a) / (b - a) * (polygon[i + 1] - polygon[before + 1]);
			}
		}
		Arrays.sort(found, 0, count);
		return Arrays.copyOf(found, count);
	}

	private static double[] clipped(double[] spans, double from, double to) {
		for (int i = 0; i < spans.length; i++) {
			spans[i] = Math.max(from, Math.min(to, spans[i]));
		}
		return spans;
	}
}
