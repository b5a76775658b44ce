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

	private final int[] rows = new int[64];
	private final short[] values = new short[64];
	private final long[] bytes = new long[8];
	private final int maximum;
	private final int size;
	private final int bias;

	/** @param precision bits of a sample @param size points, 1, 2 or 4 */
	ReducedDct(int precision, int size) {
		this.size = size;
		maximum = (1 << precision) - 1;
		bias = (1 << precision - 1 + 3) + 4;
	}

	@Override
	public short[] values() {
		return values;
	}

	@Override
	public long[] rows() {
		return bytes;
	}

	@Override
	public int flat(long first) {
		return limit((int) first);
	}

	@Override
	public void transform(long[] block, long nonZero) {
		for (int row = 0; row < size; row++) {
			for (int column = 0; column < size; column += 2) {
				long pair = block[4 * row + column / 2];
				rows[8 * row + column] = (int) pair;
				rows[8 * row + column + 1] = (int) (pair - (int) pair >> 32);
			}
		}
		for (int i = 0; i < size; i++) {
			transform(rows, i, 8);
		}
		for (int i = 0; i < 8 * size; i += 8) {
			transform(rows, i, 1);
			for (int j = i; j < i + size; j++) {
				values[j] = limit(rows[j]);
			}
		}
	}

	private short limit(int value) {
		return (short) Math.max(0, Math.min(maximum, value + bias >> 3));
	}

	private void transform(int[] line, int at, int step) {
		if (size == 1) {
			return;
		}
		int x0 = line[at];
		int x1 = line[at + step];
		if (size == 2) {
			line[at] = x0 + x1;
			line[at + step] = x0 - x1;
			return;
		}
		int x2 = line[at + 2 * step];
		int x3 = line[at + 3 * step];
		int half = 1 << FRACTION - 1;
		int outer = x1 * COSINE_1 + x3 * COSINE_3 + half >> FRACTION;
		int inner = x1 * COSINE_3 - x3 * COSINE_1 + half >> FRACTION;
		line[at] = x0 + x2 + outer;
		line[at + step] = x0 - x2 + inner;
		line[at + 2 * step] = x0 - x2 - inner;
		line[at + 3 * step] = x0 + x2 - outer;
	}
}
