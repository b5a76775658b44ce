package org.dicompreview.codec.internal.jxl;

import java.util.Arrays;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Parallel;

/** The edge-preserving filter: each pixel becomes the mean of those around that look alike (ISO/IEC 18181-1, J.4). */
final class EdgeFilter {

	private static final int BAND = 16;
	private static final int BLOCK = 8;
	/** Pixels that are needed beside each row. */
	private static final int MARGIN = 3;
	private static final float INVERSE = -1.1715728752538099f;
	/** Blocks whose strength is below this are left as they are. */
	private static final float LEAST = -3.90524291751269967f;
	/** Any difference times this is far below -1. */
	private static final float NOTHING = -1e30f;
	private static final float SMALLEST = -1e20f;
	private static final float STEP = 1.65f;
	private static final int[] WIDE_X = { 0, -1, 0, 1, -2, -1, 1, 2, -1, 0, 1, 0 };
	private static final int[] WIDE_Y = { -2, -1, -1, -1, 0, 0, 0, 0, 1, 1, 1, 2 };

	private final Restoration parameters;
	private final Planes planes;
	private final int[] used;
	private final float[] scales;
	private final int width;
	private final int height;
	/** Width with the margins. */
	private final int stride;
	private final int blocksAcross;
	/** Minus the reciprocal of the strength in each block. */
	private final float[] strengths;

	/**
	 * For a frame.
	 *
	 * @param varDct how it was coded, null if in modular mode
	 * @param used   the colours to filter: all, that of a grey frame, or of XYB luminance alone
	 */
	EdgeFilter(FrameHeader header, VarDct varDct, Planes planes, int[] used) {
		parameters = header.restoration;
		this.used = used;
		scales = parameters.channelScale.clone();
		if (used.length == 1) { // the others are the same, or all 0
			scales[used[0]] = scales[1] + scales[2] + (used[0] == 0 ? scales[0] : 0);
		}
		this.planes = planes;
		width = planes.width;
		height = planes.height;
		stride = width + 2 * MARGIN;
		blocksAcross = Numbers.ceilDiv(width, BLOCK);
		strengths = new float[blocksAcross * Numbers.ceilDiv(height, BLOCK)];
		if (varDct == null) {
			Arrays.fill(strengths, INVERSE / parameters.sigmaForModular);
		} else {
			takeStrengths(varDct);
		}
	}

	private void takeStrengths(VarDct varDct) {
		float scale = varDct.global.globalScale / 65536f;
		for (int y = 0; y < varDct.down; y++) {
			for (int x = 0; x < varDct.across; x++) {
				int at = y * varDct.across + x;
				if (varDct.kinds[at] < 0) {
					continue;
				}
				DctKind kind = DctKind.of(varDct.kinds[at]);
				float quantum = parameters.quantMultiplier / (scale * varDct.quantizers[at] * INVERSE);
				for (int i = 0; i < kind.down; i++) {
					for (int k = 0; k < kind.across; k++) {
						int place = (y + i) * blocksAcross + x + k;
						if (x + k < blocksAcross && place < strengths.length) {
							float sharpness = parameters.sharpness[varDct.sharpness[at + i * varDct.across + k]];
							strengths[place] = 1 / Math.min(-1e-4f, quantum * sharpness);
						}
					}
				}
			}
		}
	}

	/**
	 * Filters the three colours as often as it is asked for.
	 *
	 * @param gaborish whether they are smoothed before
	 */
	void apply(boolean gaborish, int threads) throws DecodeException {
		float[][] from = new float[3][];
		float[][] to = new float[3][];
		for (int c : used) {
			from[c] = new float[stride * (height + 2 * MARGIN)];
			to[c] = parameters.iterations > 1 ? new float[from[c].length] : null;
			for (int y = 0; y < height && !gaborish; y++) {
				System.arraycopy(planes.values[c], y * width, from[c], (y + MARGIN) * stride + MARGIN, width);
			}
		}
		if (gaborish) {
			Gaborish.apply(planes, used, parameters, threads, from, MARGIN * stride + MARGIN, stride);
		}
		if (parameters.iterations >= 3) {
			run(from, to, threads, 0);
			swap(from, to);
		}
		if (parameters.iterations >= 2) {
			run(from, to, threads, 1);
			swap(from, to);
		}
		run(from, planes.values, threads, parameters.iterations >= 2 ? 2 : 1);
	}

	private static void swap(float[][] from, float[][] to) {
		float[][] kept = from.clone();
		System.arraycopy(to, 0, from, 0, 3);
		System.arraycopy(kept, 0, to, 0, 3);
	}

	private void run(float[][] from, float[][] to, int threads, int step) throws DecodeException {
		for (int c : used) {
			mirror(from[c]);
		}
		float scale = STEP * (step == 0 ? parameters.firstScale : step == 1 ? 1 : parameters.lastScale);
		Parallel.run(Numbers.ceilDiv(height, BAND), threads, Rows::new, (rows, band) -> {
			int end = Math.min(height, (band + 1) * BAND);
			if (step > 0) {
				rows.differences(from, band * BAND, end);
			}
			for (int y = band * BAND; y < end; y++) {
				takeFactors(rows.factors, y, scale);
				if (step == 0) {
					wideRow(from, to, y, rows.factors);
				} else {
					rows.weigh(y - band * BAND, step == 1);
					int row = (y + MARGIN) * stride + MARGIN;
					rows.mix(from, row, to, to == planes.values ? y * width : row);
				}
			}
		});
	}

	/** What a thread needs for the rows of a band. */
	private final class Rows {

		private final float[] factors = new float[width];
		/**
		 * For each row from the one before the band on, how much pixels differ from those above, with one at each side.
		 */
		private final float[][] above = new float[BAND + 3][width + 2];
		/** How much they differ from those at the left, with one more at the right. */
		private final float[][] left = new float[BAND + 2][width + 3];
		/** Sums of such differences of pixels and of those next to them. */
		private final float[] sumsAbove = new float[width];
		private final float[] sumsBelow = new float[width];
		private final float[] sumsLeft = new float[width + 1];
		private final float[] up = new float[width];
		private final float[] down = new float[width];
		private final float[] before = new float[width];
		private final float[] after = new float[width];

		void differences(float[][] from, int first, int end) {
			for (int y = first - 1; y <= end + 1; y++) {
				int row = (y + MARGIN) * stride + MARGIN - 1;
				Arrays.fill(above[y - first + 1], 0);
				for (int c : used) {
					add(from[c], row, row - stride, above[y - first + 1], scales[c]);
				}
				if (y <= end) {
					Arrays.fill(left[y - first + 1], 0);
					for (int c : used) {
						add(from[c], row, row - 1, left[y - first + 1], scales[c]);
					}
				}
			}
		}

		private static void add(float[] from, int at, int other, float[] to, float scale) {
			for (int x = 0; x < to.length; x++) {
				to[x] += Math.abs(from[at + x] - from[other + x]) * scale;
			}
		}

		/** Weights of the four nearest pixels: by their differences alone, or with those of the pixels next to them. */
		void weigh(int row, boolean around) {
			if (around) {
				sum(above[row], above[row + 1], above[row + 2], sumsAbove);
				sum(above[row + 1], above[row + 2], above[row + 3], sumsBelow);
				sum(left[row], left[row + 1], left[row + 2], sumsLeft);
				weigh(sumsAbove, sumsBelow, sumsLeft, 0);
			} else {
				weigh(above[row + 1], above[row + 2], left[row + 1], 1);
			}
		}

		private static void sum(float[] top, float[] middle, float[] bottom, float[] to) {
			for (int x = 0; x < to.length; x++) {
				to[x] = middle[x + 1] + top[x + 1] + bottom[x + 1] + middle[x] + middle[x + 2];
			}
		}

		private void weigh(float[] top, float[] bottom, float[] side, int at) {
			weigh(top, at, factors, up);
			weigh(bottom, at, factors, down);
			weigh(side, at, factors, before);
			weigh(side, at + 1, factors, after);
			reciprocals(up, down, before, after, factors);
		}

		private static void weigh(float[] differences, int at, float[] factors, float[] to) {
			for (int x = 0; x < to.length; x++) {
				float weight = 1 + differences[x + at] * factors[x];
				to[x] = 0.5f * (weight + Math.abs(weight)); // the larger one of it and 0
			}
		}

		private static void reciprocals(float[] up, float[] down, float[] before, float[] after, float[] to) {
			for (int x = 0; x < to.length; x++) {
				to[x] = 1 / (1 + up[x] + down[x] + before[x] + after[x]);
			}
		}

		/** Writes the row that begins at {@code row} to where it begins at {@code at}. */
		void mix(float[][] from, int row, float[][] to, int at) {
			for (int c : used) {
				mix(from[c], row, to[c], at, stride, up, down, factors);
				mixSides(from[c], row, to[c], at, before, after, factors);
			}
		}

		private static void mix(float[] values, int row, float[] result, int at, int stride, float[] up, float[] down,
				float[] factors) {
			int top = row - stride;
			int bottom = row + stride;
			for (int x = 0; x < factors.length; x++) {
				float sum = values[row + x] + up[x] * values[top + x] + down[x] * values[bottom + x];
				result[at + x] = sum * factors[x];
			}
		}

		private static void mixSides(float[] values, int row, float[] result, int at, float[] before, float[] after,
				float[] factors) {
			for (int x = 0; x < factors.length; x++) {
				result[at + x] += (before[x] * values[row + x - 1] + after[x] * values[row + x + 1]) * factors[x];
			}
		}
	}

	private void mirror(float[] values) {
		for (int y = 0; y < height; y++) {
			int row = (y + MARGIN) * stride + MARGIN;
			for (int i = 1; i <= MARGIN; i++) {
				values[row - i] = values[row + Numbers.mirror(-i, width)];
				values[row + width - 1 + i] = values[row + Numbers.mirror(width - 1 + i, width)];
			}
		}
		for (int i = 1; i <= MARGIN; i++) {
			System.arraycopy(values, (Numbers.mirror(-i, height) + MARGIN) * stride, values, (MARGIN - i) * stride, stride);
			System.arraycopy(values, (Numbers.mirror(height - 1 + i, height) + MARGIN) * stride, values,
					(MARGIN + height - 1 + i) * stride, stride);
		}
	}

	/** How differences count in each column; so much that none is left where nothing is to be done. */
	private void takeFactors(float[] factors, int y, float scale) {
		boolean border = (y & 7) == 0 || (y & 7) == 7;
		int row = y / BLOCK * blocksAcross;
		for (int block = 0; block < blocksAcross; block++) {
			float strength = strengths[row + block];
			float inner = strength < LEAST ? NOTHING : strength * scale;
			float outer = inner * parameters.borderMultiplier;
			int from = block * BLOCK;
			int end = Math.min(width, from + BLOCK);
			Arrays.fill(factors, from, end, border ? outer : inner);
			factors[from] = outer;
			if (end - from == BLOCK) {
				factors[end - 1] = outer;
			}
		}
	}

	private void wideRow(float[][] from, float[][] to, int y, float[] factors) {
		int start = (y + MARGIN) * stride + MARGIN;
		float[] sums = new float[3];
		for (int x = 0; x < width; x++) {
			int at = start + x;
			float weights = 1;
			for (int c : used) {
				sums[c] = from[c][at];
			}
			for (int i = 0; i < WIDE_X.length && factors[x] > SMALLEST; i++) {
				int other = at + WIDE_Y[i] * stride + WIDE_X[i];
				float difference = 0;
				for (int c : used) {
					difference += plus(from[c], at, other) * scales[c];
				}
				float weight = Math.max(0, 1 + difference * factors[x]);
				weights += weight;
				for (int c : used) {
					sums[c] += weight * from[c][other];
				}
			}
			for (int c : used) {
				to[c][at] = sums[c] / weights;
			}
		}
	}

	/** {@return how much two pixels and those next to them differ} */
	private float plus(float[] values, int at, int other) {
		return Math.abs(values[at] - values[other]) + Math.abs(values[at - 1] - values[other - 1])
				+ Math.abs(values[at + 1] - values[other + 1]) + Math.abs(values[at - stride] - values[other - stride])
				+ Math.abs(values[at + stride] - values[other + stride]);
	}
}
