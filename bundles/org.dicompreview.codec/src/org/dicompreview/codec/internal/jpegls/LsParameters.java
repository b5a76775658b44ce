package org.dicompreview.codec.internal.jpegls;

/**
 * The coding parameters of a scan (T.87 C.2.4.1.1).
 *
 * @param maxVal largest value, MAXVAL
 * @param near   how much a decoded value may differ from the original, NEAR; 0 for lossless
 * @param t1     first threshold of gradients
 * @param t2     second threshold
 * @param t3     third threshold
 * @param reset  number of occurrences at which the statistics of a context are halved, RESET
 */
record LsParameters(int maxVal, int near, int t1, int t2, int t3, int reset) {

	/** RESET of streams that do not state it. */
	static final int DEFAULT_RESET = 64;
	/** MAXVAL beyond which the default thresholds do not grow. */
	private static final int LARGEST_SCALED = 4095;

	/** {@return the default parameters (T.87 C.2.4.1.1.1)} */
	static LsParameters standard(int maxVal, int near) {
		return scaled(maxVal, near, Math.min(maxVal, LARGEST_SCALED));
	}

	/**
	 * {@return what the native encoder of JAI Image I/O used as defaults: it scaled the thresholds without a bound,
	 * which makes a difference above 12 bits, and did not state them}
	 */
	static LsParameters unbounded(int maxVal, int near) {
		return scaled(maxVal, near, maxVal);
	}

	private static LsParameters scaled(int maxVal, int near, int scaledBy) {
		int t1;
		int t2;
		int t3;
		if (maxVal >= 128) {
			int factor = (scaledBy + 128) / 256;
			t1 = factor + 2 + 3 * near;
			t2 = 4 * factor + 3 + 5 * near;
			t3 = 17 * factor + 4 + 7 * near;
		} else {
			int factor = 256 / (maxVal + 1);
			t1 = Math.max(2, 3 / factor + 3 * near);
			t2 = Math.max(3, 7 / factor + 5 * near);
			t3 = Math.max(4, 21 / factor + 7 * near);
		}
		t1 = bounded(t1, near + 1, maxVal);
		t2 = bounded(t2, t1, maxVal);
		t3 = bounded(t3, t2, maxVal);
		return new LsParameters(maxVal, near, t1, t2, t3, DEFAULT_RESET);
	}

	private static int bounded(int value, int low, int maxVal) {
		return value > maxVal || value < low ? low : value;
	}

	/** {@return these with the values that are not 0} */
	LsParameters with(int otherT1, int otherT2, int otherT3, int otherReset) {
		return new LsParameters(maxVal, near, otherT1 != 0 ? otherT1 : t1, otherT2 != 0 ? otherT2 : t2,
				otherT3 != 0 ? otherT3 : t3, otherReset != 0 ? otherReset : reset);
	}

	/** {@return whether the values obey T.87 table C.1} */
	boolean valid() {
		return maxVal >= 1 && maxVal <= 65535 && near >= 0 && near <= Math.min(255, maxVal / 2) && t1 > near
				&& t1 <= maxVal && t2 >= t1 && t2 <= maxVal && t3 >= t2 && t3 <= maxVal && reset >= 3
				&& reset <= Math.max(255, maxVal);
	}

	/** {@return number of differing prediction errors, RANGE} */
	int range() {
		return (maxVal + 2 * near) / step() + 1;
	}

	/** {@return the distance of two values that can be told apart} */
	int step() {
		return 2 * near + 1;
	}

	/** {@return bits of a prediction error that is stored as such, qbpp} */
	int errorBits() {
		return bitsFor(range());
	}

	/** {@return the longest code word, LIMIT} */
	int limit() {
		int bits = Math.max(2, bitsFor(maxVal + 1));
		return 2 * (bits + Math.max(8, bits));
	}

	private static int bitsFor(int count) {
		return 32 - Integer.numberOfLeadingZeros(count - 1);
	}
}
