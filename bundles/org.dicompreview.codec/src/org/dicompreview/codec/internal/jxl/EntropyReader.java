package org.dicompreview.codec.internal.jxl;

import java.util.Arrays;

import org.dicompreview.codec.DecodeException;

/** Reads the numbers of a section that are coded with an {@link EntropyCode} (ISO/IEC 18181-1, C.3). */
final class EntropyReader {

	private static final int END_STATE = 0x130000;
	private static final int LOG_WINDOW = 20;
	private static final int FIRST_WINDOW = 1 << 10;
	/** Distances below this are places near the current one. */
	private static final int NEAR = 120;
	/** How many columns and rows back they are. */
	private static final int[] NEAR_X = { 0, 1, 1, -1, 0, 2, 1, -1, 2, -2, 2, -2, 0, 3, 1, -1, 3, -3, 2, -2, 3, -3, 0, 4,
			1, -1, 4, -4, 3, -3, 2, -2, 4, -4, 0, 3, -3, 4, -4, 5, 1, -1, 5, -5, 2, -2, 5, -5, 4, -4, 3, -3, 5, -5, 0, 6,
			1, -1, 6, -6, 2, -2, 6, -6, 4, -4, 5, -5, 3, -3, 6, -6, 0, 7, 1, -1, 5, -5, 7, -7, 4, -4, 6, -6, 2, -2, 7, -7,
			3, -3, 7, -7, 5, -5, 6, -6, 8, 4, -4, 7, -7, 8, 8, 6, -6, 8, 5, -5, 7, -7, 8, 6, -6, 7, -7, 8, 7, -7, 8, 8 };
	private static final int[] NEAR_Y = { 1, 0, 1, 1, 2, 0, 2, 2, 1, 1, 2, 2, 3, 0, 3, 3, 1, 1, 3, 3, 2, 2, 4, 0, 4, 4, 1,
			1, 3, 3, 4, 4, 2, 2, 5, 4, 4, 3, 3, 0, 5, 5, 1, 1, 5, 5, 2, 2, 4, 4, 5, 5, 3, 3, 6, 0, 6, 6, 1, 1, 6, 6, 2, 2,
			5, 5, 4, 4, 6, 6, 3, 3, 7, 0, 7, 7, 5, 5, 1, 1, 6, 6, 4, 4, 7, 7, 2, 2, 7, 7, 3, 3, 6, 6, 5, 5, 0, 7, 7, 4, 4,
			1, 2, 6, 6, 3, 7, 7, 5, 5, 4, 7, 7, 6, 6, 5, 7, 7, 6, 7 };

	private final EntropyCode code;
	private final Bits bits;
	private final int width;
	private final int bucketShift;
	private final int positionMask;
	private final int logAlphabet;
	private final long[] buckets;
	private final HybridInteger[] integers;
	private int state;
	private int[] window;
	private int written;
	private int copies;
	private int copyFrom;

	/**
	 * Begins to read.
	 *
	 * @param width the width of the rows that distances of copies refer to, 0 if there are none
	 */
	EntropyReader(EntropyCode code, Bits bits, int width) {
		this.code = code;
		this.bits = bits;
		this.width = width;
		logAlphabet = code.logAlphabet;
		bucketShift = AnsTable.LOG_TOTAL - logAlphabet;
		positionMask = (1 << Math.max(0, bucketShift)) - 1;
		buckets = code.buckets;
		integers = code.integers;
		state = code.prefixCodes == null ? bits.read(32) : END_STATE;
	}

	/** {@return the next number in a context} */
	int read(int context) {
		return readCluster(code.cluster(context));
	}

	/** {@return the next number in a context of this cluster, of 32 bits} */
	int readCluster(int cluster) {
		if (code.copyLengths != null) {
			return readOrCopy(cluster);
		}
		return integers[cluster].value(symbol(cluster), bits);
	}

	private int symbol(int cluster) {
		if (buckets == null) {
			return code.prefixCodes[cluster].symbol(bits);
		}
		int low = state & 0xFFF;
		int index = low >>> bucketShift;
		long bucket = buckets[(cluster << logAlphabet) + index];
		int position = low & positionMask;
		int next;
		int symbol;
		if (position >= ((int) bucket & 0xFFF)) {
			symbol = (int) (bucket >>> 12) & 0xFF;
			next = ((int) (bucket >>> 33) & 0x1FFF) * (state >>> 12) + ((int) (bucket >>> 20) & 0x1FFF) + position;
		} else {
			symbol = index;
			next = (int) (bucket >>> 46) * (state >>> 12) + position;
		}
		if (next >>> 16 == 0) {
			next = next << 16 | bits.read(16);
		}
		state = next;
		return symbol;
	}

	private int readOrCopy(int cluster) {
		if (copies > 0) {
			copies--;
			return keep(window[copyFrom++ & window.length - 1]);
		}
		int token = symbol(cluster);
		if (token < code.firstCopy) {
			return keep(integers[cluster].value(token, bits));
		}
		int length = code.copyLengths.value(token - code.firstCopy, bits) + code.leastCopy;
		int distances = code.cluster(code.clusters.length - 1);
		int distance = distance(integers[distances].value(symbol(distances), bits));
		int most = Math.min(written, 1 << LOG_WINDOW);
		copyFrom = written - (distance < 0 || distance > most ? most : distance);
		if (window == null) {
			window = new int[FIRST_WINDOW];
		}
		copies = Math.max(0, length - 1);
		return keep(window[copyFrom++ & window.length - 1]);
	}

	private int distance(int value) {
		if (width == 0 || value < 0) {
			return value + 1;
		}
		if (value >= NEAR) {
			return value - NEAR + 1;
		}
		return (int) Math.max(1, NEAR_X[value] + (long) width * NEAR_Y[value]);
	}

	private int keep(int value) {
		if (window == null) {
			window = new int[FIRST_WINDOW];
		} else if (written == window.length && written < 1 << LOG_WINDOW) {
			window = Arrays.copyOf(window, 2 * window.length);
		}
		window[written++ & window.length - 1] = value;
		return value;
	}

	/** @throws DecodeException if the section was not read to its end, or was damaged */
	void end() throws DecodeException {
		bits.check();
		if (state != END_STATE) {
			throw new DecodeException(JxlText.ENTROPY_CHECK_FAILED);
		}
	}
}
