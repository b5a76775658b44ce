package org.dicompreview.codec.internal.jpeg;

/**
 * An inverse DCT of 1, 2 or 4 points over the lowest coefficients of blocks of 8 x 8: the image at 1/8, 1/4 or 1/2 of its
 * size, for less work than scaling it afterwards.
 */
final class ReducedDct implements InverseDct {

	// sqrt(2) * cos(pi / 8) and sqrt(2) * cos(3 * pi / 8)
	private static final int FRACTION = 12;
	private static final int COSINE_1 = 5352;
	private static final int COSINE_3 = 2217;

	private final int[] between = new int[64];
	private final int[] values = new int[64];
	private final int size;
	private final int bias;

	/** @param precision bits of a sample @param size points, 1, 2 or 4 */
	ReducedDct(int precision, int size) {
		this.size = size;
		bias = (1 << precision - 1 + 3) + 4;
	}

	@Override
	public int[] values() {
		return values;
	}

	@Override
	public void transform(int[] block, long nonZero) {
		if (size == 1) {
			values[0] = block[0] + bias >> 3;
			return;
		}
		for (int i = 0; i < size; i++) {
			transform(block, i, 8, between);
		}
		for (int i = 0; i < size; i++) {
			transform(between, 8 * i, 1, values);
			for (int j = 8 * i; j < 8 * i + size; j++) {
				values[j] = values[j] + bias >> 3;
			}
		}
	}

	private void transform(int[] in, int at, int step, int[] out) {
		int x0 = in[at];
		int x1 = in[at + step];
		if (size == 2) {
			out[at] = x0 + x1;
			out[at + step] = x0 - x1;
			return;
		}
		int x2 = in[at + 2 * step];
		int x3 = in[at + 3 * step];
		int half = 1 << FRACTION - 1;
		int outer = x1 * COSINE_1 + x3 * COSINE_3 + half >> FRACTION;
		int inner = x1 * COSINE_3 - x3 * COSINE_1 + half >> FRACTION;
		out[at] = x0 + x2 + outer;
		out[at + step] = x0 - x2 + inner;
		out[at + 2 * step] = x0 - x2 - inner;
		out[at + 3 * step] = x0 + x2 - outer;
	}
}
