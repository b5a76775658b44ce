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
	private static final float STEP = 1.65f;
	private static final int[] PLUS_X = { 0, 0, -1, 1 };
	private static final int[] PLUS_Y = { -1, 1, 0, 0 };
	private static final int[] WIDE_X = { 0, -1, 0, 1, -2, -1, 1, 2, -1, 0, 1, 0 };
	private static final int[] WIDE_Y = { -2, -1, -1, -1, 0, 0, 0, 0, 1, 1, 1, 2 };

	private final Restoration parameters;
	private final Planes planes;
	private final int width;
	private final int height;
	/** Width with the margins. */
	private final int stride;
	private final int blocksAcross;
	/** Minus the reciprocal of the strength in each block. */
	private final float[] strengths;

	EdgeFilter(FrameHeader header, VarDct varDct, Planes planes) {
		parameters = header.restoration;
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

	/** Filters the three colours as often as it is asked for. */
	void apply(int threads) throws DecodeException {
		float[][] from = new float[3][];
		float[][] to = new float[3][];
		for (int c = 0; c < 3; c++) {
			from[c] = new float[stride * (height + 2 * MARGIN)];
			to[c] = new float[from[c].length];
			for (int y = 0; y < height; y++) {
				System.arraycopy(planes.values[c], y * width, from[c], (y + MARGIN) * stride + MARGIN, width);
			}
		}
		if (parameters.iterations >= 3) {
			run(from, to, threads, 0);
			swap(from, to);
		}
		run(from, to, threads, 1);
		if (parameters.iterations >= 2) {
			swap(from, to);
			run(from, to, threads, 2);
		}
		for (int c = 0; c < 3; c++) {
			for (int y = 0; y < height; y++) {
				System.arraycopy(to[c], (y + MARGIN) * stride + MARGIN, planes.values[c], y * width, width);
			}
		}
	}

	private static void swap(float[][] from, float[][] to) {
		float[][] kept = from.clone();
		System.arraycopy(to, 0, from, 0, 3);
		System.arraycopy(kept, 0, to, 0, 3);
	}

	private void run(float[][] from, float[][] to, int threads, int step) throws DecodeException {
		for (float[] each : from) {
			mirror(each);
		}
		float scale = STEP * (step == 0 ? parameters.firstScale : step == 1 ? 1 : parameters.lastScale);
		Parallel.run(Numbers.ceilDiv(height, BAND), threads, () -> new float[width], (factors, band) -> {
			for (int y = band * BAND; y < Math.min(height, (band + 1) * BAND); y++) {
				takeFactors(factors, y, scale);
				if (step == 2) {
					lastRow(from, to, y, factors);
				} else {
					row(from, to, y, factors, step == 0);
				}
			}
		});
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

	/** How differences count in each column, 0 where nothing is to be done. */
	private void takeFactors(float[] factors, int y, float scale) {
		boolean border = (y & 7) == 0 || (y & 7) == 7;
		int row = y / BLOCK * blocksAcross;
		for (int x = 0; x < width; x++) {
			float strength = strengths[row + x / BLOCK];
			boolean edge = border || (x & 7) == 0 || (x & 7) == 7;
			factors[x] = strength < LEAST ? 0 : strength * scale * (edge ? parameters.borderMultiplier : 1);
		}
	}

	private void row(float[][] from, float[][] to, int y, float[] factors, boolean wide) {
		int[] besideX = wide ? WIDE_X : PLUS_X;
		int[] besideY = wide ? WIDE_Y : PLUS_Y;
		int start = (y + MARGIN) * stride + MARGIN;
		float[] sums = new float[3];
		for (int x = 0; x < width; x++) {
			int at = start + x;
			if (factors[x] == 0) {
				keep(from, to, at);
				continue;
			}
			float weights = 1;
			sums[0] = from[0][at];
			sums[1] = from[1][at];
			sums[2] = from[2][at];
			for (int i = 0; i < besideX.length; i++) {
				int other = at + besideY[i] * stride + besideX[i];
				float difference = 0;
				for (int c = 0; c < 3; c++) {
					difference += plus(from[c], at, other) * parameters.channelScale[c];
				}
				float weight = Math.max(0, 1 + difference * factors[x]);
				weights += weight;
				sums[0] += weight * from[0][other];
				sums[1] += weight * from[1][other];
				sums[2] += weight * from[2][other];
			}
			for (int c = 0; c < 3; c++) {
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

	private static void keep(float[][] from, float[][] to, int at) {
		for (int c = 0; c < 3; c++) {
			to[c][at] = from[c][at];
		}
	}

	private void lastRow(float[][] from, float[][] to, int y, float[] factors) {
		int start = (y + MARGIN) * stride + MARGIN;
		float[] first = from[0];
		float[] second = from[1];
		float[] third = from[2];
		float scale0 = parameters.channelScale[0];
		float scale1 = parameters.channelScale[1];
		float scale2 = parameters.channelScale[2];
		for (int x = 0; x < width; x++) {
			int at = start + x;
			if (factors[x] == 0) {
				keep(from, to, at);
				continue;
			}
			float a = first[at];
			float b = second[at];
			float c = third[at];
			float sumA = a;
			float sumB = b;
			float sumC = c;
			float weights = 1;
			for (int i = 0; i < PLUS_X.length; i++) {
				int other = at + PLUS_Y[i] * stride + PLUS_X[i];
				float difference = Math.abs(first[other] - a) * scale0 + Math.abs(second[other] - b) * scale1
						+ Math.abs(third[other] - c) * scale2;
				float weight = Math.max(0, 1 + difference * factors[x]);
				weights += weight;
				sumA += weight * first[other];
				sumB += weight * second[other];
				sumC += weight * third[other];
			}
			float reciprocal = 1 / weights;
			to[0][at] = sumA * reciprocal;
			to[1][at] = sumB * reciprocal;
			to[2][at] = sumC * reciprocal;
		}
	}
}
