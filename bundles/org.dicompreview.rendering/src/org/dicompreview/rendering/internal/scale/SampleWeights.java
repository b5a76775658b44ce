package org.dicompreview.rendering.internal.scale;

import org.dicompreview.rendering.DisplaySettings.Interpolation;

/**
 * For each visible target pixel of an axis, the run of samples that make it and their weights, which sum to
 * {@link #ONE}. All runs are equally long and lie inside the frame.
 */
final class SampleWeights {

	/** Fixed-point 1: two passes of 14 bits and 8 bits of value fit an int with room for bicubic overshoot. */
	static final int ONE = 1 << 14;

	final int[] start;
	final int[] weights;
	final int width;

	private SampleWeights(int count, int width) {
		this.start = new int[count];
		this.weights = new int[count * width];
		this.width = width;
	}

	/** {@return the weights for an axis: areas where it shrinks, the interpolation asked for where it enlarges} */
	static SampleWeights of(Axis axis, Interpolation interpolation) {
		if (axis.scale() < 1) {
			return areas(axis);
		}
		return switch (axis.scale() == 1 ? Interpolation.NEAREST : interpolation) {
			case NEAREST -> nearest(axis);
			case BILINEAR -> kernel(axis, 2);
			case BICUBIC -> kernel(axis, 4);
		};
	}

	/** {@return number of target pixels} */
	int count() {
		return start.length;
	}

	/** {@return lowest sample in use} */
	int from() {
		return start.length == 0 ? 0 : Math.min(start[0], start[start.length - 1]);
	}

	/** {@return sample after the highest in use} */
	int to() {
		return start.length == 0 ? 0 : Math.max(start[0], start[start.length - 1]) + width;
	}

	/** {@return whether each target pixel is the next sample} */
	boolean isIdentity() {
		return width == 1 && (start.length < 2 || start[1] == start[0] + 1)
				&& start.length == to() - from();
	}

	private static SampleWeights nearest(Axis axis) {
		SampleWeights runs = new SampleWeights(axis.length(), 1);
		for (int i = 0; i < runs.start.length; i++) {
			runs.start[i] = clamp((int) Math.floor(axis.position(axis.first() + i)), axis.samples() - 1);
			runs.weights[i] = ONE;
		}
		return runs;
	}

	private static SampleWeights kernel(Axis axis, int size) {
		SampleWeights runs = new SampleWeights(axis.length(), Math.min(size, axis.samples()));
		int last = axis.samples() - 1;
		double[] run = new double[size];
		for (int i = 0; i < runs.start.length; i++) {
			double place = axis.position(axis.first() + i) - 0.5;
			int low = (int) Math.floor(place) - size / 2 + 1;
			if (size == 2) {
				linear(place - low, run);
			} else {
				cubic(place - low - 1, run);
			}
			runs.start[i] = clamp(low, axis.samples() - runs.width);
			double[] inside = new double[runs.width];
			for (int k = 0; k < size; k++) {
				inside[clamp(low + k, last) - runs.start[i]] += run[k];
			}
			runs.quantize(i, inside);
		}
		return runs;
	}

	private static void linear(double t, double[] out) {
		out[0] = 1 - t;
		out[1] = t;
	}

	/** Catmull-Rom: passes through the samples, and is exact for ramps. */
	private static void cubic(double t, double[] out) {
		out[0] = ((-0.5 * t + 1) * t - 0.5) * t;
		out[1] = (1.5 * t - 2.5) * t * t + 1;
		out[2] = ((-1.5 * t + 2) * t + 0.5) * t;
		out[3] = (0.5 * t - 0.5) * t * t;
	}

	private static SampleWeights areas(Axis axis) {
		double half = 0.5 / axis.scale();
		int width = (int) Math.min(axis.samples(), Math.ceil(2 * half) + 1);
		SampleWeights runs = new SampleWeights(axis.length(), width);
		double[] inside = new double[width];
		for (int i = 0; i < runs.start.length; i++) {
			double centre = axis.position(axis.first() + i);
			double low = Math.max(0, centre - half);
			double high = Math.min(axis.samples(), centre + half);
			int start = clamp((int) Math.floor(low), axis.samples() - width);
			for (int k = 0; k < width; k++) {
				double overlap = Math.min(high, start + k + 1.0) - Math.max(low, start + k);
				inside[k] = Math.max(0, overlap) / (high - low);
			}
			runs.start[i] = start;
			runs.quantize(i, inside);
		}
		return runs;
	}

	/** Rounds running sums, so that the weights sum to exactly {@link #ONE} and even areas stay even. */
	private void quantize(int i, double[] inside) {
		double sum = 0;
		long before = 0;
		for (int k = 0; k < width; k++) {
			sum += inside[k];
			long now = k == width - 1 ? ONE : Math.round(sum * ONE);
			weights[i * width + k] = (int) (now - before);
			before = now;
		}
	}

	private static int clamp(int value, int high) {
		return Math.max(0, Math.min(high, value));
	}
}
