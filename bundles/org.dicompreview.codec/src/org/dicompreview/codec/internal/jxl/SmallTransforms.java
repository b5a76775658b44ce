package org.dicompreview.codec.internal.jxl;

/** The transforms of blocks of 8 x 8 pixels that divide them (ISO/IEC 18181-1, I.2.6 to I.2.8). For one thread. */
final class SmallTransforms {

	private static final int SIDE = 8;
	private static final int HALF = 4;
	/** For each coefficient, what it is in each of 4 x 4 pixels. */
	private static final float[][] AFV = AfvBasis.ROWS;

	private final float[] part = new float[32];
	private final float[] scratch = new float[64];
	private final float[] sums = new float[64];

	/** Averages of the four quarters. */
	private static float quarter(float[] data, int y, int x) {
		float down = y == 0 ? 1 : -1;
		float across = x == 0 ? 1 : -1;
		return data[0] + down * data[1] + across * data[SIDE] + down * across * data[SIDE + 1];
	}

	/** Differences from a pixel in the middle of each quarter (I.2.6). */
	void hornuss(float[] data, float[] to, int at, int stride) {
		for (int y = 0; y < 2; y++) {
			for (int x = 0; x < 2; x++) {
				float sum = 0;
				for (int i = 1; i < 16; i++) {
					sum += data[(y + i / HALF * 2) * SIDE + x + i % HALF * 2];
				}
				float middle = quarter(data, y, x) - sum / 16;
				int from = at + HALF * y * stride + HALF * x;
				for (int i = 0; i < 16; i++) {
					to[from + i / HALF * stride + i % HALF] = data[(y + i / HALF * 2) * SIDE + x + i % HALF * 2] + middle;
				}
				to[from] = data[(y + 2) * SIDE + x + 2] + middle;
				to[from + stride + 1] = middle;
			}
		}
	}

	/** Sums and differences of 2 x 2 values on three levels (I.2.5). */
	void dct2(float[] data, float[] to, int at, int stride) {
		for (int half = 1; half <= HALF; half *= 2) {
			for (int y = 0; y < half; y++) {
				for (int x = 0; x < half; x++) {
					float a = data[y * SIDE + x];
					float b = data[y * SIDE + half + x];
					float c = data[(y + half) * SIDE + x];
					float d = data[(y + half) * SIDE + half + x];
					int place = 2 * y * SIDE + 2 * x;
					sums[place] = a + b + c + d;
					sums[place + 1] = a + b - c - d;
					sums[place + SIDE] = a - b + c - d;
					sums[place + SIDE + 1] = a - b - c + d;
				}
			}
			for (int y = 0; y < 2 * half; y++) {
				System.arraycopy(sums, y * SIDE, data, y * SIDE, 2 * half);
			}
		}
		for (int y = 0; y < SIDE; y++) {
			System.arraycopy(data, y * SIDE, to, at + y * stride, SIDE);
		}
	}

	/** Four transforms of 4 x 4 pixels. */
	void dct4(float[] data, float[] to, int at, int stride) {
		for (int y = 0; y < 2; y++) {
			for (int x = 0; x < 2; x++) {
				for (int i = 1; i < 16; i++) {
					part[i] = data[(y + i / HALF * 2) * SIDE + x + i % HALF * 2];
				}
				part[0] = quarter(data, y, x);
				Dct.block(part, HALF, HALF, to, at + HALF * y * stride + HALF * x, stride, scratch);
			}
		}
	}

	/** Two transforms, one above the other. */
	void dct4x8(float[] data, float[] to, int at, int stride) {
		for (int i = 0; i < 2; i++) {
			takeHalf(data, i, i == 0 ? data[0] + data[SIDE] : data[0] - data[SIDE]);
			Dct.block(part, SIDE, HALF, to, at + HALF * i * stride, stride, scratch);
		}
	}

	/** Two transforms side by side. */
	void dct8x4(float[] data, float[] to, int at, int stride) {
		for (int i = 0; i < 2; i++) {
			takeHalf(data, i, i == 0 ? data[0] + data[SIDE] : data[0] - data[SIDE]);
			Dct.block(part, HALF, SIDE, to, at + HALF * i, stride, scratch);
		}
	}

	private void takeHalf(float[] data, int first, float average) {
		for (int row = 0; row < HALF; row++) {
			System.arraycopy(data, (first + 2 * row) * SIDE, part, row * SIDE, SIDE);
		}
		part[0] = average;
	}

	/**
	 * A transform for a corner that is cut off, one of 4 x 4 pixels beside it, and one of 8 x 4 (I.2.8).
	 *
	 * @param corner 1: at the right, 2: at the bottom, added up
	 */
	void afv(int corner, float[] data, float[] to, int at, int stride) {
		int right = corner & 1;
		int bottom = corner >> 1;
		float a = data[0];
		float b = data[1];
		float c = data[SIDE];
		cutCorner(data, (a + b + c) * 4, to, at, stride, right, bottom);
		for (int i = 0; i < 16; i++) {
			part[i] = data[i / HALF * 2 * SIDE + i % HALF * 2 + 1];
		}
		part[0] = a + c - b;
		Dct.block(part, HALF, HALF, to, at + bottom * HALF * stride + (1 - right) * HALF, stride, scratch);
		takeHalf(data, 1, a - c);
		Dct.block(part, SIDE, HALF, to, at + (1 - bottom) * HALF * stride, stride, scratch);
	}

	private void cutCorner(float[] data, float average, float[] to, int at, int stride, int right, int bottom) {
		for (int i = 0; i < 16; i++) {
			sums[i] = average * AFV[0][i];
		}
		for (int k = 1; k < 16; k++) {
			float value = data[k / HALF * 2 * SIDE + k % HALF * 2];
			for (int i = 0; i < 16; i++) {
				sums[i] += value * AFV[k][i];
			}
		}
		for (int y = 0; y < HALF; y++) {
			for (int x = 0; x < HALF; x++) {
				to[at + (y + bottom * HALF) * stride + right * HALF + x] = sums[(bottom == 1 ? 3 - y : y) * HALF
						+ (right == 1 ? 3 - x : x)];
			}
		}
	}
}
