package org.dicompreview.video.internal.stream;

/**
 * Reads bits of a NAL unit or header, most significant first, without its emulation prevention bytes (ISO/IEC 14496-10
 * 7.3.1). Behind the end it reads zeros. Not for several threads.
 */
final class BitReader {

	private final byte[] bytes;
	private final int bits;
	private int at;

	/** @param raw the bytes @param from the first one @param to behind the last one @param escaped whether 00 00 03 stands for 00 00 */
	BitReader(byte[] raw, int from, int to, boolean escaped) {
		bytes = new byte[Math.max(0, to - from)];
		int length = 0;
		int zeros = 0;
		for (int i = from; i < to; i++) {
			if (escaped && zeros >= 2 && raw[i] == 3) {
				zeros = 0;
			} else {
				zeros = raw[i] == 0 ? zeros + 1 : 0;
				bytes[length++] = raw[i];
			}
		}
		bits = length * 8;
	}

	/** {@return whether more was read than there was} */
	boolean isExhausted() {
		return at > bits;
	}

	boolean flag() {
		return read(1) == 1;
	}

	/** {@return an unsigned number} @param count of its bits, 0-32 */
	long read(int count) {
		long value = 0;
		for (int i = 0; i < count; i++, at++) {
			int bit = at < bits ? bytes[at >> 3] >> 7 - (at & 7) & 1 : 0;
			value = value << 1 | bit;
		}
		return value;
	}

	void skip(int count) {
		at += count;
	}

	/** {@return an unsigned Exp-Golomb code (ISO/IEC 14496-10 9.1)} */
	long unsigned() {
		int zeros = 0;
		while (zeros < 32 && at < bits && !flag()) {
			zeros++;
		}
		return (1L << zeros) - 1 + read(zeros);
	}

	/** {@return a signed Exp-Golomb code (ISO/IEC 14496-10 9.1.1)} */
	long signed() {
		long code = unsigned();
		return (code & 1) == 1 ? (code + 1) / 2 : -(code / 2);
	}
}
