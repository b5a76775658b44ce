package org.dicompreview.codec.internal.j2k;

/**
 * The adaptive run-length decoder (MEL) of ISO/IEC 15444-15 7.1.3: whether quads without significant neighbours have
 * significant samples.
 */
final class HtEvents {

	private static final int[] EXPONENTS = { 0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5 };

	private byte[] bytes;
	private int position;
	private int last;
	private int current;
	private int left;
	private int state;
	private int run;

	/** Starts; the bytes are {@code [from .. to]}, of the last of which the lower half is not part of the stream. */
	void start(byte[] source, int from, int to) {
		bytes = source;
		position = from;
		last = to;
		current = 0;
		left = 0;
		state = 0;
		run = 0;
	}

	/** {@return the next event, 0 or 1} */
	int next() {
		if (run == 0) {
			run = nextRun();
		}
		if (run >= 2) {
			run -= 2;
			return 0;
		}
		run = 0;
		return 1;
	}

	/** {@return twice the number of zeros, and one more if a one follows} */
	private int nextRun() {
		int exponent = EXPONENTS[state];
		if (bit() != 0) {
			state = Math.min(state + 1, EXPONENTS.length - 1);
			return 2 << exponent;
		}
		int zeros = 0;
		for (int i = 0; i < exponent; i++) {
			zeros = zeros << 1 | bit();
		}
		state = Math.max(state - 1, 0);
		return 2 * zeros + 1;
	}

	private int bit() {
		if (left == 0) {
			left = current == 0xFF ? 7 : 8;
			if (position < last) {
				current = bytes[position] & 0xFF;
			} else {
				current = position == last ? bytes[position] & 0xFF | 0xF : 0xFF;
			}
			position++;
		}
		left--;
		return current >> left & 1;
	}
}
