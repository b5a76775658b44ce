package org.dicompreview.codec.internal.jpegls;

import java.util.Arrays;

/**
 * What was learnt about prediction errors: a line of numbers for each of the 365 contexts of gradients, and for the two
 * of interrupted runs (T.87 A.2.1).
 */
final class Contexts {

	/** Contexts of gradients, 0 to 364. */
	static final int COUNT = 365;

	/** Orders of run lengths by RUNindex, J (T.87 A.2.1). */
	static final int[] RUN_ORDERS = { 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11,
			12, 13, 14, 15 };

	/**
	 * What the next error of a context needs, in one word: bits 0-4 Golomb parameter k, bit 7 whether errors are mapped
	 * the other way round (T.87 A.5.2), from bit 8 on the correction C of the prediction.
	 */
	final int[] next = new int[COUNT];
	/** Sum of magnitudes, A. */
	final int[] magnitude = new int[COUNT];
	/** Sum of errors, B. */
	final int[] bias = new int[COUNT];
	/** Number of errors, N. */
	final int[] count = new int[COUNT];

	/** A of the two contexts of interrupted runs, by RItype. */
	final int[] runMagnitude = new int[2];
	/** N of them. */
	final int[] runCount = new int[2];
	/** Negative errors of them, Nn. */
	final int[] runNegative = new int[2];

	/** Forgets everything. */
	void reset(int range) {
		int initial = Math.max(2, (range + 32) / 64);
		int order = order(1, initial);
		Arrays.fill(next, order);
		Arrays.fill(magnitude, initial);
		Arrays.fill(bias, 0);
		Arrays.fill(count, 1);
		Arrays.fill(runMagnitude, initial);
		Arrays.fill(runCount, 1);
		Arrays.fill(runNegative, 0);
	}

	/** {@return the smallest k with {@code count * 2^k >= magnitude}} */
	static int order(int count, int magnitude) {
		int k = Math.max(0, Integer.numberOfLeadingZeros(count) - Integer.numberOfLeadingZeros(magnitude));
		return k + ((count << k) - magnitude >>> 31);
	}
}
