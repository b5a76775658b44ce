package org.dicompreview.codec.internal.jpeg;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The inverse DCT at full size in integers, columns first. The rounded factors and the rounding between the passes are
 * those of the accurate integer transform of the widespread libraries, so that the results are the same in every bit.
 * <p>
 * Two numbers are worked on at once: {@code a + b * 2^32} in a {@code long}. Sums, differences and products with constants
 * of such pairs are the pairs of the results, as long as these fit into 32 bits, which they do but for damaged data. The
 * first pass has two columns in a pair, the second one two rows.
 */
final class FullDct implements InverseDct {

	/** Bits after the point of the factors. */
	private static final int FRACTION = 13;

	// Even part, a rotation by 3/8 pi: sqrt(2) * cos(3/8 pi), and what to add to it for sqrt(2) * sin and - sqrt(2) * cos.
	private static final int EVEN = 4433;
	private static final int EVEN_2 = 6270;
	private static final int EVEN_6 = -15137;

	// Odd part: what inputs have in common in several outputs, and what each input has for itself.
	private static final int ODD_ALL = 9633;
	private static final int ODD_17 = -7373;
	private static final int ODD_35 = -20995;
	private static final int ODD_37 = -16069;
	private static final int ODD_15 = -3196;
	private static final int ODD_1 = 12299;
	private static final int ODD_3 = 25172;
	private static final int ODD_5 = 16819;
	private static final int ODD_7 = 2446;

	private static final long PAIR = (1L << 32) + 1;
	private static final long FIRST = 0xFFFFFFFFL;
	private static final long BYTES = PAIR * 0xFF;
	/** Makes a number that fits into 32 bits positive. */
	private static final long POSITIVE = 1L << 31;

	private static final long ROWS_BUT_FIRST = 0x0303030303030300L;
	private static final long ROWS_LOWER_HALF = 0x0303030300000000L;
	private static final long COLUMNS_RIGHT_HALF = 0xF0F0F0F0F0F0F0F0L;
	private static final long COLUMNS_BUT_FIRST = 0xFEFEFEFEFEFEFEFEL;
	/** All but the upper left quarter. */
	private static final long BUT_LOWEST = 0xFFFFFFFFF0F0F0F0L;
	private static final long ROWS_BUT_TOP = ~0xFFL;

	/** By precision, see {@link #limited(int, int)}; making a table takes as long as transforming some rows of blocks. */
	private static final Map<Integer, short[]> LIMITED = new ConcurrentHashMap<>();

	/** For each pair of rows the 8 columns. */
	private final long[] between = new long[32];
	private final short[] values = new short[64];
	private final long[] bytes = new long[8];
	private final short[] limited;
	private final int extra;
	private final int columnShift;
	private final long columnBias;
	private final long columnMask;
	private final long columnExcess;
	private final int rowShift;
	private final long rowBias;
	/** As {@link #rowBias} for results that need no table, and which bits of them, shifted, are 0 as long as they do not. */
	private final long byteBias;
	private final long beyondByte;

	/** @param precision bits of a sample, 2-12; values come out around half the range */
	FullDct(int precision) {
		extra = precision <= 8 ? 2 : 1;
		columnShift = FRACTION - extra;
		columnBias = PAIR * (POSITIVE + (1L << columnShift - 1));
		columnMask = PAIR * (FIRST >>> columnShift);
		columnExcess = PAIR * (POSITIVE >>> columnShift);
		rowShift = FRACTION + extra + 3;
		rowBias = PAIR * (POSITIVE + (1L << rowShift - 1));
		byteBias = PAIR * ((1L << rowShift - 1) + (1L << precision - 1 + rowShift));
		beyondByte = precision <= 8 ? PAIR * (FIRST >>> rowShift & -1L << precision) : -1;
		limited = LIMITED.computeIfAbsent(precision, each -> limited(each, rowShift));
	}

	/** For each result of the second pass, shifted, the sample. */
	private static short[] limited(int precision, int shift) {
		short[] table = new short[1 << 32 - shift];
		int zero = (table.length >> 1) - (1 << precision - 1);
		for (int i = 0; i < table.length; i++) {
			table[i] = (short) Math.max(0, Math.min((1 << precision) - 1, i - zero));
		}
		return table;
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
		return limited[(int) (((first << FRACTION + extra) + rowBias & FIRST) >>> rowShift)];
	}

	@Override
	public void transform(long[] block, long nonZero) {
		boolean wide = (nonZero & COLUMNS_RIGHT_HALF) != 0;
		columns(block, nonZero, wide);
		rows(wide, rowBias, null);
	}

	/** Makes bytes without a look at each, and once more with one if any was beyond its range. */
	@Override
	public void transform(long[] block, long nonZero, long[] rows) {
		boolean wide = (nonZero & COLUMNS_RIGHT_HALF) != 0;
		columns(block, nonZero, wide);
		long all;
		if ((nonZero & COLUMNS_BUT_FIRST) == 0) {
			all = equalColumns(rows);
		} else if ((nonZero & ROWS_BUT_TOP) == 0) {
			all = wide ? rows(0, byteBias, rows) : halfRows(0, byteBias, rows);
			Arrays.fill(rows, rows[0]);
		} else {
			all = rows(wide, byteBias, rows);
		}
		if ((all & beyondByte) != 0) {
			rows(wide, rowBias, null);
			pack(rows);
		}
	}

	/** The second pass where only the first column has any coefficients: each row is 8 times the same. */
	private long equalColumns(long[] rows) {
		long all = 0;
		for (int row = 0; row < rows.length; row += 2) {
			long pair = (between[4 * row] << FRACTION) + byteBias >>> rowShift;
			rows[row] = (pair & 0xFF) * BlockTarget.EACH_BYTE;
			rows[row + 1] = (pair >>> 32 & 0xFF) * BlockTarget.EACH_BYTE;
			all |= pair;
		}
		return all;
	}

	private void columns(long[] block, long nonZero, boolean wide) {
		if ((nonZero & BUT_LOWEST) == 0) { // most often
			halfColumns(block, 0);
			halfColumns(block, 1);
			return;
		}
		for (int pair = 0; pair < (wide ? 4 : 2); pair++) {
			long rows = nonZero >>> 2 * pair;
			if ((rows & ROWS_LOWER_HALF) != 0) {
				columns(block, pair);
			} else if ((rows & ROWS_BUT_FIRST) != 0) {
				halfColumns(block, pair);
			} else {
				flatColumns(block[pair], 2 * pair);
			}
		}
	}

	private long rows(boolean wide, long bias, long[] rows) {
		long all = 0;
		for (int pair = 0; pair < 4; pair++) {
			all |= wide ? rows(8 * pair, bias, rows) : halfRows(8 * pair, bias, rows);
		}
		return all;
	}

	private void columns(long[] in, int at) {
		long x1 = in[at + 4];
		long x2 = in[at + 8];
		long x3 = in[at + 12];
		long x4 = in[at + 16];
		long x5 = in[at + 20];
		long x6 = in[at + 24];
		long x7 = in[at + 28];
		long sum = (in[at] + x4 << FRACTION) + columnBias;
		long difference = (in[at] - x4 << FRACTION) + columnBias;
		long common = (x2 + x6) * EVEN;
		long outer = common + x2 * EVEN_2;
		long inner = common + x6 * EVEN_6;
		long all = (x1 + x3 + x5 + x7) * ODD_ALL;
		long x17 = (x1 + x7) * ODD_17;
		long x35 = (x3 + x5) * ODD_35;
		long x37 = (x3 + x7) * ODD_37 + all;
		long x15 = (x1 + x5) * ODD_15 + all;
		long odd0 = x1 * ODD_1 + x17 + x15;
		long odd1 = x3 * ODD_3 + x35 + x37;
		long odd2 = x5 * ODD_5 + x35 + x15;
		long odd3 = x7 * ODD_7 + x17 + x37;
		turn(sum + outer + odd0, difference + inner + odd1, 2 * at);
		turn(difference - inner + odd2, sum - outer + odd3, 2 * at + 8);
		turn(sum - outer - odd3, difference - inner - odd2, 2 * at + 16);
		turn(difference + inner - odd1, sum + outer - odd0, 2 * at + 24);
	}

	/** As {@link #columns} where the last 4 values are 0. */
	private void halfColumns(long[] in, int at) {
		long x1 = in[at + 4];
		long x2 = in[at + 8];
		long x3 = in[at + 12];
		long sum = (in[at] << FRACTION) + columnBias;
		long outer = x2 * (EVEN + EVEN_2);
		long inner = x2 * EVEN;
		long all = (x1 + x3) * ODD_ALL;
		long odd0 = x1 * (ODD_1 + ODD_17 + ODD_15) + all;
		long odd1 = x3 * (ODD_3 + ODD_35 + ODD_37) + all;
		long odd2 = x3 * ODD_35 + x1 * ODD_15 + all;
		long odd3 = x1 * ODD_17 + x3 * ODD_37 + all;
		turn(sum + outer + odd0, sum + inner + odd1, 2 * at);
		turn(sum - inner + odd2, sum - outer + odd3, 2 * at + 8);
		turn(sum - outer - odd3, sum - inner - odd2, 2 * at + 16);
		turn(sum + inner - odd1, sum + outer - odd0, 2 * at + 24);
	}

	/** Scales the pairs of two columns in two rows, and makes of them pairs of two rows in two columns. */
	private void turn(long upper, long lower, int at) {
		long a = upper >>> columnShift & columnMask;
		long b = lower >>> columnShift & columnMask;
		between[at] = (a & FIRST | b << 32) - columnExcess;
		between[at + 1] = (a >>> 32 | b & ~FIRST) - columnExcess;
	}

	/** Two columns where all values but the first are 0. */
	private void flatColumns(long in, int at) {
		long left = (int) in;
		long right = in - left >> 32;
		for (int i = at; i < 32; i += 8) {
			between[i] = (left << extra) * PAIR;
			between[i + 1] = (right << extra) * PAIR;
		}
	}

	/**
	 * The second pass for a pair of rows.
	 *
	 * @param at   where the pair stands in {@link #between}
	 * @param bias what all results get for their rounding and their range
	 * @param rows gets bytes without a look at each; {@code null} for samples in {@link #values}, each looked at
	 * @return bits of all results, of which {@link #beyondByte} are 0 if all bytes are right; 0 without {@code rows}
	 */
	private long rows(int at, long bias, long[] rows) {
		long x1 = between[at + 1];
		long x2 = between[at + 2];
		long x3 = between[at + 3];
		long x4 = between[at + 4];
		long x5 = between[at + 5];
		long x6 = between[at + 6];
		long x7 = between[at + 7];
		long sum = (between[at] + x4 << FRACTION) + bias;
		long difference = (between[at] - x4 << FRACTION) + bias;
		long common = (x2 + x6) * EVEN;
		long outer = common + x2 * EVEN_2;
		long inner = common + x6 * EVEN_6;
		long all = (x1 + x3 + x5 + x7) * ODD_ALL;
		long x17 = (x1 + x7) * ODD_17;
		long x35 = (x3 + x5) * ODD_35;
		long x37 = (x3 + x7) * ODD_37 + all;
		long x15 = (x1 + x5) * ODD_15 + all;
		long odd0 = x1 * ODD_1 + x17 + x15;
		long odd1 = x3 * ODD_3 + x35 + x37;
		long odd2 = x5 * ODD_5 + x35 + x15;
		long odd3 = x7 * ODD_7 + x17 + x37;
		return finish(sum + outer, difference + inner, difference - inner, sum - outer, odd0, odd1, odd2, odd3, at, rows);
	}

	/** As {@link #rows} where the last 4 values are 0. */
	private long halfRows(int at, long bias, long[] rows) {
		long x1 = between[at + 1];
		long x2 = between[at + 2];
		long x3 = between[at + 3];
		long sum = (between[at] << FRACTION) + bias;
		long outer = x2 * (EVEN + EVEN_2);
		long inner = x2 * EVEN;
		long all = (x1 + x3) * ODD_ALL;
		long odd0 = x1 * (ODD_1 + ODD_17 + ODD_15) + all;
		long odd1 = x3 * (ODD_3 + ODD_35 + ODD_37) + all;
		long odd2 = x3 * ODD_35 + x1 * ODD_15 + all;
		long odd3 = x1 * ODD_17 + x3 * ODD_37 + all;
		return finish(sum + outer, sum + inner, sum - inner, sum - outer, odd0, odd1, odd2, odd3, at, rows);
	}

	/** The last step of the second pass: sums and differences of what the even and the odd inputs make. */
	private long finish(long even0, long even1, long even2, long even3, long odd0, long odd1, long odd2, long odd3, int at,
			long[] rows) {
		if (rows != null) {
			return pack(even0, even1, even2, even3, odd0, odd1, odd2, odd3, at / 4, rows);
		}
		int to = 2 * at;
		finish(even0 + odd0, to);
		finish(even1 + odd1, to + 1);
		finish(even2 + odd2, to + 2);
		finish(even3 + odd3, to + 3);
		finish(even3 - odd3, to + 4);
		finish(even2 - odd2, to + 5);
		finish(even1 - odd1, to + 6);
		finish(even0 - odd0, to + 7);
		return 0;
	}

	private long pack(long even0, long even1, long even2, long even3, long odd0, long odd1, long odd2, long odd3, int row,
			long[] rows) {
		long v0 = even0 + odd0 >>> rowShift;
		long v1 = even1 + odd1 >>> rowShift;
		long v2 = even2 + odd2 >>> rowShift;
		long v3 = even3 + odd3 >>> rowShift;
		long v4 = even3 - odd3 >>> rowShift;
		long v5 = even2 - odd2 >>> rowShift;
		long v6 = even1 - odd1 >>> rowShift;
		long v7 = even0 - odd0 >>> rowShift;
		long left = v0 & BYTES | (v1 & BYTES) << 8 | (v2 & BYTES) << 16 | (v3 & BYTES) << 24;
		long right = v4 & BYTES | (v5 & BYTES) << 8 | (v6 & BYTES) << 16 | (v7 & BYTES) << 24;
		rows[row] = left & FIRST | right << 32;
		rows[row + 1] = left >>> 32 | right & ~FIRST;
		return v0 | v1 | v2 | v3 | v4 | v5 | v6 | v7;
	}

	/** Makes the samples of a pair of rows. */
	private void finish(long pair, int at) {
		values[at] = limited[(int) pair >>> rowShift];
		values[at + 8] = limited[(int) (pair >>> 32 + rowShift)];
	}
}
