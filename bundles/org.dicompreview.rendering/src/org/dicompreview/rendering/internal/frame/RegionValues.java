package org.dicompreview.rendering.internal.frame;

import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleUnaryOperator;

import org.dicompreview.codec.Frame;
import org.dicompreview.rendering.Histogram;
import org.dicompreview.rendering.Region;
import org.dicompreview.rendering.RegionStatistics;

/** The stored values of a frame that count in a region. */
final class RegionValues {

	private final Frame frame;
	private final StoredValues stored;
	private final Padding padding;
	private final Region region;

	/**
	 * @param frame   a grey frame
	 * @param padding stored values that do not count
	 * @param region  the region
	 */
	RegionValues(Frame frame, Padding padding, Region region) {
		this.frame = frame;
		stored = StoredValues.of(frame);
		this.padding = padding;
		this.region = region;
	}

	/** {@return what the values have in common on a scale; absent if none counts} */
	Optional<RegionStatistics> statistics(Scale scale) {
		Moments moments = moments(scale.values());
		return moments.count == 0 ? Optional.empty() : Optional.of(new RegionStatistics(scale.kind(), scale.label(),
				scale.unit(), moments.count, moments.mean, moments.deviation(), moments.minimum, moments.maximum));
	}

	/**
	 * {@return how often values of a scale occur; absent if none counts}
	 *
	 * @param scale the scale
	 * @param most  number of bins at most
	 * @param whole whether values are whole numbers, so that bins are too
	 */
	Optional<Histogram> histogram(Scale scale, int most, boolean whole) {
		Moments moments = moments(scale.values());
		if (moments.count == 0) {
			return Optional.empty();
		}
		double low = moments.minimum;
		double range = moments.maximum - low;
		double width = whole ? Math.ceil((range + 1) / most) : range / most;
		if (!(width > 0)) {
			return Optional.of(new Histogram(low, 1, new int[] { (int) moments.count }, scale.unit()));
		}
		int[] counts = new int[whole ? (int) Math.floor(range / width) + 1 : most];
		each(scale.values(), value -> counts[Math.min(counts.length - 1, (int) ((value - low) / width))]++);
		return Optional.of(new Histogram(low, width, counts, scale.unit()));
	}

	private Moments moments(DoubleUnaryOperator scale) {
		Moments moments = new Moments();
		each(scale, moments);
		return moments;
	}

	/** Visits the pixels whose centres lie in the region and whose values are finite numbers. */
	private void each(DoubleUnaryOperator scale, DoubleConsumer visitor) {
		int first = (int) Math.max(0, Math.ceil(region.top() - 0.5));
		int end = (int) Math.min(frame.rows(), Math.floor(region.bottom() - 0.5) + 1);
		for (int row = first; row < end; row++) {
			double[] spans = region.spans(row + 0.5);
			for (int i = 0; i + 1 < spans.length; i += 2) {
				int from = (int) Math.max(0, Math.ceil(spans[i] - 0.5));
				int to = (int) Math.min(frame.columns(), Math.ceil(spans[i + 1] - 0.5));
				for (int at = row * frame.columns() + from; at < row * frame.columns() + to; at++) {
					double value = stored.get(at);
					double scaled = padding.contains(value) ? Double.NaN : scale.applyAsDouble(value);
					if (Double.isFinite(scaled)) {
						visitor.accept(scaled);
					}
				}
			}
		}
	}

	/** Mean and variance in one pass, without the loss of digits that sums of squares have (Welford). */
	private static final class Moments implements DoubleConsumer {

		private long count;
		private double mean;
		private double squares;
		private double minimum = Double.POSITIVE_INFINITY;
		private double maximum = Double.NEGATIVE_INFINITY;

		@Override
		public void accept(double value) {
			count++;
			double difference = value - mean;
			mean += difference / count;
			squares += difference * (value - mean);
			minimum = Math.min(minimum, value);
			maximum = Math.max(maximum, value);
		}

		double deviation() {
			return count < 2 ? 0 : Math.sqrt(squares / (count - 1));
		}
	}
}
