package org.dicompreview.rendering.internal.frame;

/**
 * The integers that a frame can hold.
 *
 * @param low   lowest
 * @param high  highest
 * @param bytes that one takes, 1 or 2
 */
record StoredRange(int low, int high, int bytes) {

	/** {@return the range for values of so many bits in bytes or shorts} */
	static StoredRange of(int bits, boolean signed, int bytes) {
		int used = Math.max(1, Math.min(bits, 8 * bytes));
		return signed ? new StoredRange(-(1 << used - 1), (1 << used - 1) - 1, bytes)
				: new StoredRange(0, (1 << used) - 1, bytes);
	}
}
