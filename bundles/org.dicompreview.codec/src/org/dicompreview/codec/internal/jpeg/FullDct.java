package org.dicompreview.codec.internal.jpeg;

import java.util.Arrays;

/**
 * The inverse DCT at full size in integers, columns first. Each output is a sum of products of the inputs with
 * cosines; even and odd inputs are summed apart, as they give the outputs from both ends. The cosines have 13 bits after
 * the point and are made up of the rounded factors that the accurate integer transform of the widespread libraries uses,
 * and the rounding between the passes is theirs, so that the results are the same in every bit.
 */
final class FullDct implements InverseDct {

	// sqrt(2) * cos(k * pi / 16) with 13 bits after the point, in the even part ...
	private static final int FRACTION = 13;
	private static final int EVEN_2 = 10703;
	private static final int EVEN_6 = 4433;
	private static final int EVEN_2_AGAIN = 10704;
	// ... and in the odd part; sums of rounded factors, which is why equal cosines differ in the last place
	private static final int ODD_1 = 11363;
	private static final int ODD_1_AGAIN = 11362;
	private static final int ODD_3 = 9633;
	private static final int ODD_5 = 6437;
	private static final int ODD_5_AGAIN = 6436;
	private static final int ODD_7 = 2260;
	private static final int ODD_7_LESS = 2259;
	private static final int ODD_7_MORE = 2261;

	private static final long COLUMN_BUT_FIRST = 0x0101010101010100L;
	private static final long COLUMN_LOWER_HALF = 0x0101010100000000L;

	private final int[] between = new int[64];
	private final int[] values = new int[64];
	private final int extra;
	private final int columnShift;
	private final int rowShift;
	private final int rowBias;

	/** @param precision bits of a sample, 2-12; values come out around half the range */
	FullDct(int precision) {
		extra = precision <= 8 ? 2 : 1;
		columnShift = FRACTION - extra;
		rowShift = FRACTION + extra + 3;
		rowBias = (1 << precision - 1 << rowShift) + (1 << rowShift - 1);
	}

	@Override
	public int[] values() {
		return values;
	}

	@Override
	public void transform(int[] block, long nonZero) {
		if ((nonZero & ~1L) == 0) {
			Arrays.fill(values, (block[0] << FRACTION + extra) + rowBias >> rowShift);
			return;
		}
		columns(block, nonZero);
		long columns = nonZero | nonZero >>> 32;
		columns |= columns >>> 16;
		columns |= columns >>> 8;
		if ((columns & 0xF0) != 0) {
			for (int i = 0; i < 64; i += 8) {
				whole(between, i, 1, values, rowBias, rowShift);
			}
		} else if ((columns & 0x0E) != 0) {
			for (int i = 0; i < 64; i += 8) {
				firstHalf(between, i, 1, values, rowBias, rowShift);
			}
		} else {
			for (int i = 0; i < 64; i += 8) {
				Arrays.fill(values, i, i + 8, (between[i] << FRACTION) + rowBias >> rowShift);
			}
		}
	}

	private void columns(int[] block, long nonZero) {
		int bias = 1 << columnShift - 1;
		for (int column = 0; column < 8; column++) {
			long rows = nonZero >>> column;
			if ((rows & COLUMN_LOWER_HALF) != 0) {
				whole(block, column, 8, between, bias, columnShift);
			} else if ((rows & COLUMN_BUT_FIRST) != 0) {
				firstHalf(block, column, 8, between, bias, columnShift);
			} else {
				int value = block[column] << extra;
				for (int i = column; i < 64; i += 8) {
					between[i] = value;
				}
			}
		}
	}

	/** Transforms 8 values that lie {@code step} apart; the results lie likewise. */
	private static void whole(int[] in, int at, int step, int[] out, int bias, int shift) {
		int x0 = in[at];
		int x1 = in[at + step];
		int x2 = in[at + 2 * step];
		int x3 = in[at + 3 * step];
		int x4 = in[at + 4 * step];
		int x5 = in[at + 5 * step];
		int x6 = in[at + 6 * step];
		int x7 = in[at + 7 * step];
		int sum = (x0 + x4 << FRACTION) + bias;
		int difference = (x0 - x4 << FRACTION) + bias;
		int outer = x2 * EVEN_2 + x6 * EVEN_6;
		int inner = x2 * EVEN_6 - x6 * EVEN_2_AGAIN;
		int odd0 = x1 * ODD_1 + x3 * ODD_3 + x5 * ODD_5 + x7 * ODD_7;
		int odd1 = x1 * ODD_3 - x3 * ODD_7_LESS - x5 * ODD_1_AGAIN - x7 * ODD_5_AGAIN;
		int odd2 = x1 * ODD_5 - x3 * ODD_1_AGAIN + x5 * ODD_7_MORE + x7 * ODD_3;
		int odd3 = x1 * ODD_7 - x3 * ODD_5_AGAIN + x5 * ODD_3 - x7 * ODD_1;
		out[at] = sum + outer + odd0 >> shift;
		out[at + 7 * step] = sum + outer - odd0 >> shift;
		out[at + step] = difference + inner + odd1 >> shift;
		out[at + 6 * step] = difference + inner - odd1 >> shift;
		out[at + 2 * step] = difference - inner + odd2 >> shift;
		out[at + 5 * step] = difference - inner - odd2 >> shift;
		out[at + 3 * step] = sum - outer + odd3 >> shift;
		out[at + 4 * step] = sum - outer - odd3 >> shift;
	}

	/** As {@link #whole}, where the last 4 values are 0. */
	private static void firstHalf(int[] in, int at, int step, int[] out, int bias, int shift) {
		int x1 = in[at + step];
		int x2 = in[at + 2 * step];
		int x3 = in[at + 3 * step];
		int first = (in[at] << FRACTION) + bias;
		int outer = x2 * EVEN_2;
		int inner = x2 * EVEN_6;
		int odd0 = x1 * ODD_1 + x3 * ODD_3;
		int odd1 = x1 * ODD_3 - x3 * ODD_7_LESS;
		int odd2 = x1 * ODD_5 - x3 * ODD_1_AGAIN;
		int odd3 = x1 * ODD_7 - x3 * ODD_5_AGAIN;
		out[at] = first + outer + odd0 >> shift;
		out[at + 7 * step] = first + outer - odd0 >> shift;
		out[at + step] = first + inner + odd1 >> shift;
		out[at + 6 * step] = first + inner - odd1 >> shift;
		out[at + 2 * step] = first - inner + odd2 >> shift;
		out[at + 5 * step] = first - inner - odd2 >> shift;
		out[at + 3 * step] = first - outer + odd3 >> shift;
		out[at + 4 * step] = first - outer - odd3 >> shift;
	}
}
