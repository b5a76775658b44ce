package org.dicompreview.codec.internal.jxl;

/** Small arithmetic. */
final class Numbers {

	private Numbers() {
	}

	/** {@return how many bits a number of 0 to {@code most} takes} */
	static int bitsFor(int most) {
		return 32 - Integer.numberOfLeadingZeros(most);
	}

	/** {@return the quotient rounded up} */
	static int ceilDiv(int value, int by) {
		return (int) (((long) value + by - 1) / by);
	}

	/** {@return the value shifted to the right, rounded up} */
	static int ceilShift(int value, int shift) {
		return (int) (value + (1L << shift) - 1 >> shift);
	}

	/** {@return the nearest value of the range} */
	static int clamp(int value, int least, int most) {
		return Math.max(least, Math.min(value, most));
	}

	/** {@return the place that stands for one outside of {@code 0 .. size - 1}, mirrored with the edge repeated} */
	static int mirror(int place, int size) {
		int at = place;
		while (at < 0 || at >= size) {
			at = at < 0 ? -at - 1 : 2 * size - 1 - at;
		}
		return at;
	}
}
