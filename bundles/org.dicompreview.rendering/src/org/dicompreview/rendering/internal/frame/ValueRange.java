package org.dicompreview.rendering.internal.frame;

import java.util.Arrays;

import org.dicompreview.codec.Frame;
import org.dicompreview.codec.Samples;

/**
 * Which modality values a grey frame holds, padding left out.
 *
 * @param minimum lowest value
 * @param maximum highest value
 * @param low     value that 1 of 200 pixels stay below
 * @param high    value that 1 of 200 pixels exceed; at least {@code low}
 */
record ValueRange(double minimum, double maximum, double low, double high) {

	private static final double TAIL = 0.005;
	/** Percentiles of values that have no histogram are taken from so many of them. */
	private static final int SAMPLE = 1 << 16;

	/** Modality values and how often they occur. */
	private record Counts(double[] values, double[] times) {
	}

	/** {@return the range of a frame; 0 to 1 if it holds nothing but padding} */
	static ValueRange of(Frame frame, Modality modality, Padding padding) {
		Counts counts;
		if (frame.samples() instanceof Samples.Bytes bytes) {
			counts = bins(bytes.values(), frame.signed(), modality, padding);
		} else if (frame.samples() instanceof Samples.Shorts shorts) {
			counts = bins(shorts.values(), frame.signed(), modality, padding);
		} else {
			counts = sample(StoredValues.of(frame), modality, padding);
		}
		return counts.values().length == 0 ? new ValueRange(0, 1, 0, 1) : of(ascending(counts, modality));
	}

	private static Counts ascending(Counts counts, Modality modality) {
		double[] values = counts.values();
		int last = values.length - 1;
		if (modality.monotonic() && values[0] <= values[last]) {
			return counts;
		}
		Integer[] order = new Integer[values.length];
		Arrays.setAll(order, i -> modality.monotonic() ? last - i : i);
		if (!modality.monotonic()) {
			Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
		}
		return new Counts(Arrays.stream(order).mapToDouble(i -> values[i]).toArray(),
				Arrays.stream(order).mapToDouble(i -> counts.times()[i]).toArray());
	}

	private static ValueRange of(Counts counts) {
		double[] values = counts.values();
		double[] times = counts.times();
		double tail = TAIL * Arrays.stream(times).sum();
		int low = 0;
		for (double sum = times[0]; sum <= tail; sum += times[low]) {
			low++;
		}
		int high = values.length - 1;
		for (double sum = times[high]; sum <= tail; sum += times[high]) {
			high--;
		}
		return new ValueRange(values[0], values[values.length - 1], values[low], values[Math.max(low, high)]);
	}

	private static Counts bins(byte[] values, boolean signed, Modality modality, Padding padding) {
		int[] counts = new int[0x100];
		for (byte value : values) {
			counts[value & 0xFF]++;
		}
		return bins(counts, signed, modality, padding);
	}

	private static Counts bins(short[] values, boolean signed, Modality modality, Padding padding) {
		int[] counts = new int[0x10000];
		for (short value : values) {
			counts[value & 0xFFFF]++;
		}
		return bins(counts, signed, modality, padding);
	}

	private static Counts bins(int[] counts, boolean signed, Modality modality, Padding padding) {
		double[] values = new double[counts.length];
		double[] times = new double[counts.length];
		int used = 0;
		for (int i = 0; i < counts.length; i++) {
			int index = signed ? i ^ counts.length / 2 : i;
			int stored = signed ? i - counts.length / 2 : i;
			if (counts[index] > 0 && !padding.contains(stored)) {
				values[used] = modality.apply(stored);
				times[used++] = counts[index];
			}
		}
		return new Counts(Arrays.copyOf(values, used), Arrays.copyOf(times, used));
	}

	private static Counts sample(StoredValues stored, Modality modality, Padding padding) {
		int step = Math.max(1, stored.length() / SAMPLE);
		double[] values = new double[stored.length() / step + 3];
		int used = 0;
		double minimum = Double.POSITIVE_INFINITY;
		double maximum = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < stored.length(); i++) {
			double value = stored.get(i);
			if (!Double.isFinite(value) || padding.contains(value)) {
				continue;
			}
			double result = modality.apply(value);
			minimum = Math.min(minimum, result);
			maximum = Math.max(maximum, result);
			if (i % step == 0) {
				values[used++] = result;
			}
		}
		if (minimum > maximum) {
			return new Counts(new double[0], new double[0]);
		}
		values[used++] = minimum;
		values[used++] = maximum;
		Arrays.sort(values, 0, used);
		double[] ones = new double[used];
		Arrays.fill(ones, 1);
		return new Counts(Arrays.copyOf(values, used), ones);
	}
}
