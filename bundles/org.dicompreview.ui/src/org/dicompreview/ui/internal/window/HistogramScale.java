package org.dicompreview.ui.internal.window;

import org.dicompreview.rendering.Histogram;
import org.dicompreview.rendering.VoiWindow;

/**
 * Where values lie on the picture of a histogram. Plain arithmetic without widgets.
 *
 * @param low   value at the left end
 * @param high  value at the right end, above {@code low}
 * @param width of the picture in points, at least 1
 */
record HistogramScale(double low, double high, int width) {

	/** Beside the values, as a part of their range. */
	private static final double MARGIN = 0.04;

	static HistogramScale of(Histogram histogram, int width) {
		double low = histogram.begin(0);
		double high = histogram.begin(histogram.size());
		double margin = (high - low) * MARGIN;
		return new HistogramScale(low - margin, high + margin, Math.max(1, width));
	}

	/** {@return where a value is seen; at an end of the picture if it lies beyond that} */
	int x(double value) {
		double part = (value - low) / (high - low);
		return (int) Math.round(Math.max(0, Math.min(1, part)) * (width - 1));
	}

	/** {@return the value at a place; whole where the values are} @param whole whether values are whole numbers */
	double value(int x, boolean whole) {
		double value = low + (high - low) * x / Math.max(1, width - 1);
		return whole ? Math.rint(value) : value;
	}

	/** {@return which bound is nearer to a place: LOWER or UPPER; of two that lie together the one on the side of the place} */
	WindowBounds.Part nearest(int x, VoiWindow window) {
		int lower = x(window.lower());
		int upper = x(window.upper());
		int toLower = Math.abs(x - lower);
		int toUpper = Math.abs(x - upper);
		return toLower < toUpper || toLower == toUpper && x < lower ? WindowBounds.Part.LOWER : WindowBounds.Part.UPPER;
	}
}
