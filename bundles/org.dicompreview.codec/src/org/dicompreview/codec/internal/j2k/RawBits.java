package org.dicompreview.codec.internal.j2k;

/** The bits of a segment that bypasses the arithmetic coder (ISO/IEC 15444-1 D.6): after FF a byte has seven. */
final class RawBits {

	private byte[] bytes;
	private int position;
	private int end;
	private int current;
	private int left;

	void start(byte[] source, int from, int to) {
		bytes = source;
		position = from;
		end = to;
		current = 0;
		left = 0;
	}

	/** {@return the next bit; ones after the end} */
	int bit() {
		if (left == 0) {
			left = current == 0xFF ? 7 : 8;
			current = position < end ? bytes[position] & 0xFF : 0xFF;
			position++;
		}
		left--;
		return current >> left & 1;
	}

	/** {@return whether bits were read after the end} */
	boolean isExhausted() {
		return position > end;
	}
}
