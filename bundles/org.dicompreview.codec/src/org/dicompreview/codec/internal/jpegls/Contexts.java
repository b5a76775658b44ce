package org.dicompreview.codec.internal.jpegls;

import java.util.Arrays;

/**
 * What was learnt about prediction errors in each of the 365 contexts of gradients, and in the two of interrupted runs
 * (T.87 A.2.1).
 */
final class Contexts {

	/** Number of contexts of gradients. */
	private static final int COUNT = 365;
	/** Index of context 0 in the first part of {@link #model}. */
	static final int ZERO = COUNT - 1;
	/** Index of the second part of {@link #model}. */
	static final int STATISTICS = 2 * COUNT;
	/** Bits of the Golomb parameter in the first part of {@link #model}. */
	static final int ORDER = 31;
	/** Number of the bit that follows them. */
	static final int FLIPPED = 5;

	/** Orders of run lengths by RUNindex, J (T.87 A.2.1). */
	static final int[] RUN_ORDERS = { 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10,
			11, 12, 13, 14, 15 };

	/**
	 * The contexts of gradients. The first part is what decoding the next error needs, in one word: bits 0-4 Golomb
	 * parameter k, bit 5 whether errors are mapped the other way round (T.87 A.5.2), from bit 8 on the correction C of
	 * the prediction; at {@code ZERO + q} for gradients as they are, at {@code ZERO - q} for their mirror image, whose
	 * C is the opposite. The second part is, from {@code STATISTICS + 4 * q} on: sum of magnitudes A, sum of errors B,
	 * number N.
	 */
	final int[] model = new int[STATISTICS + 4 * COUNT];

	/** A of the two contexts of interrupted runs, by RItype. */
	final int[] runMagnitude = new int[2];
	/** N of them. */
	final int[] runCount = new int[2];
	/** Negative errors of them, Nn. */
	final int[] runNegative = new int[2];

	private int mostMagnitude;
	private boolean overflow;

	/**
	 * Forgets everything.
	 *
	 * @param range      number of differing errors
	 * @param mostErrors number of errors at which old ones lose weight
	 */
	void reset(int range, int mostErrors) {
		mostMagnitude = (int) Math.min(Integer.MAX_VALUE, (long) range * mostErrors);
		overflow = false;
		int initial = Math.max(2, (range + 32) / 64);
		Arrays.fill(model, 0, STATISTICS, order(1, initial));
		for (int at = STATISTICS; at < model.length; at += 4) {
			model[at] = initial;
			model[at + 1] = 0;
			model[at + 2] = 1;
		}
		Arrays.fill(runMagnitude, initial);
		Arrays.fill(runCount, 1);
		Arrays.fill(runNegative, 0);
	}

	/** {@return the smallest k with {@code count * 2^k >= magnitude}} */
	static int order(int count, int magnitude) {
		int k = Math.max(0, Integer.numberOfLeadingZeros(count) - Integer.numberOfLeadingZeros(magnitude));
		return k + ((count << k) - magnitude >>> 31);
	}

	/**
	 * Takes an error into account (T.87 A.6). Without branches that depend on the values.
	 *
	 * @param q        the context, 0-364
	 * @param correction its C
	 * @param error    the error
	 * @param step     by how much the values of neighbouring errors differ
	 * @param lossless whether NEAR is 0
	 * @param reset    number of errors at which old ones lose weight
	 */
	void learn(int q, int correction, int error, int step, boolean lossless, int reset) {
		int at = STATISTICS + 4 * q;
		int sum = model[at] + Math.abs(error);
		int drift = model[at + 1] + error * step;
		int count = model[at + 2];
		if (count == reset) {
			overflow |= sum > mostMagnitude;
			sum >>= 1;
			drift >>= 1;
			count >>= 1;
		}
		count++;
		int below = drift + count - 1 >> 31;
		int above = -drift >> 31;
		drift = Math.min(0, Math.max(1 - count, drift + (count & below) - (count & above)));
		int corrected = correction + below - above;
		if (corrected != (byte) corrected) { // C stays between -128 and 127
			corrected = correction;
		}
		int order = order(count, sum);
		int flipped = lossless ? (2 * drift + count - 1 & order - 1) >>> 31 << FLIPPED : 0;
		model[ZERO - q] = (flipped | order) - (corrected << 8);
		model[ZERO + q] = (flipped | order) + (corrected << 8); // after its mirror image, which is itself for context 0
		model[at] = sum;
		model[at + 1] = drift;
		model[at + 2] = count;
	}

	/** {@return whether errors were met that are too large for an image} */
	boolean overflow() {
		return overflow;
	}
}
