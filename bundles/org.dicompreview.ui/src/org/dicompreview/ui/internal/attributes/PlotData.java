package org.dicompreview.ui.internal.attributes;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Slice;

/**
 * Numbers of slices over a place, in a rectangle. Immutable.
 *
 * @param xs by slice; NaN for a slice without a place
 * @param ys by slice; NaN for a slice without a number
 */
record PlotData(double[] xs, double[] ys) {

	/** Over what numbers are plotted. */
	enum Over {
		/** Number of the slice. */
		NUMBER,
		/** Offset along the normal in mm. */
		POSITION,
		/** Acquisition, else content time in seconds of the day. */
		TIME;

		private double of(Slice slice, int index) {
			return switch (this) {
				case NUMBER -> index + 1d;
				case POSITION -> slice.offset().orElse(Double.NaN);
				case TIME -> time(slice);
			};
		}
	}

	/** A span of numbers. @param from smallest @param to largest, above it */
	record Span(double from, double to) {

		private static Span of(double[] numbers) {
			double from = finite(numbers).min().orElse(0);
			double to = finite(numbers).max().orElse(1);
			return to > from ? new Span(from, to) : new Span(from - 0.5, to + 0.5);
		}

		private static DoubleStream finite(double[] numbers) {
			return Arrays.stream(numbers).filter(Double::isFinite);
		}

		/** {@return where a number stands between 0 and 1} */
		double part(double number) {
			return (number - from) / (to - from);
		}
	}

	/** {@return one of the numbers of a column} @param at which of several, from 0 */
	static PlotData of(SeriesValues values, int column, int at, Over over) {
		int count = values.slices().size();
		double[] xs = IntStream.range(0, count).mapToDouble(i -> over.of(values.slices().get(i), i)).toArray();
		double[] ys = IntStream.range(0, count).mapToDouble(i -> values.value(i, column)
				.map(value -> SeriesValues.number(value, at)).orElse(OptionalDouble.empty()).orElse(Double.NaN)).toArray();
		return new PlotData(xs, ys);
	}

	private static double time(Slice slice) {
		String text = slice.attributes().string(Tag.ACQUISITION_TIME).filter(time -> !time.isBlank())
				.or(() -> slice.attributes().string(Tag.CONTENT_TIME)).orElse("").strip(); //$NON-NLS-1$
		if (!text.matches("\\d{6}(\\.\\d{1,6})?")) { //$NON-NLS-1$
			return Double.NaN;
		}
		return Integer.parseInt(text.substring(0, 2)) * 3600 + Integer.parseInt(text.substring(2, 4)) * 60
				+ Double.parseDouble(text.substring(4));
	}

	/** {@return whether the numbers are not all the same} */
	boolean isVarying() {
		return Arrays.stream(ys).filter(Double::isFinite).distinct().limit(2).count() > 1;
	}

	Span xSpan() {
		return Span.of(xs);
	}

	Span ySpan() {
		return Span.of(ys);
	}

	/** {@return whether there is anything to plot} */
	boolean isEmpty() {
		return IntStream.range(0, xs.length).noneMatch(i -> Double.isFinite(xs[i]) && Double.isFinite(ys[i]));
	}

	/** {@return the place of a slice across a width, 0 to width - 1; empty if it has none} */
	OptionalInt x(int slice, int width) {
		return slice < 0 || slice >= xs.length || !Double.isFinite(xs[slice]) ? OptionalInt.empty()
				: OptionalInt.of((int) Math.round(xSpan().part(xs[slice]) * (width - 1)));
	}

	/** {@return the slice whose place is nearest to one across a width; empty if none has a place} */
	OptionalInt nearest(int x, int width) {
		Span span = xSpan();
		double place = span.from() + (span.to() - span.from()) * x / Math.max(1, width - 1);
		int best = -1;
		for (int i = 0; i < xs.length; i++) {
			if (Double.isFinite(xs[i]) && (best < 0 || Math.abs(xs[i] - place) < Math.abs(xs[best] - place))) {
				best = i;
			}
		}
		return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
	}

	/** {@return the number of a slice; empty if it has none} */
	OptionalDouble value(int slice) {
		return slice < 0 || slice >= ys.length || !Double.isFinite(ys[slice]) ? OptionalDouble.empty()
				: OptionalDouble.of(ys[slice]);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof PlotData data && Arrays.equals(xs, data.xs) && Arrays.equals(ys, data.ys);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(xs) * 31 + Arrays.hashCode(ys);
	}
}
