package org.dicompreview.codec.internal.j2k;

import org.dicompreview.codec.DecodeException;

/** The bits of a packet header (ISO/IEC 15444-1 B.10.1): after a byte of FF the next one holds only seven bits. */
final class HeaderBits {

	private byte[] bytes;
	private int position;
	private int end;
	private int current;
	private int left;

	/** Starts at a byte boundary. */
	void start(byte[] source, int from, int to) {
		bytes = source;
		position = from;
		end = to;
		current = 0;
		left = 0;
	}

	int bit() throws DecodeException {
		if (left == 0) {
			if (position >= end) {
				throw new DecodeException(Jpeg2000Text.PACKET_HEADER_ENDS_EARLY);
			}
			left = current == 0xFF ? 7 : 8;
			current = bytes[position++] & 0xFF;
		}
		left--;
		return current >> left & 1;
	}

	int bits(int count) throws DecodeException {
		int value = 0;
		for (int i = 0; i < count; i++) {
			value = value << 1 | bit();
		}
		return value;
	}

	/** Steps to the end of the header. {@return the index after it} */
	int finish() {
		if (current == 0xFF && position < end) {
			position++;
		}
		current = 0;
		left = 0;
		return position;
	}
}
