package org.dicompreview.codec.internal.jxl;

import java.util.Arrays;

import org.dicompreview.codec.DecodeException;

/**
 * Distributions of asymmetric numeral systems (ISO/IEC 18181-1, C.2.5 and C.2.6): the 4096 states of a distribution lie
 * in buckets, in each of which the lower states are those of the symbol that the bucket has its name from.
 */
final class AnsTable {

	/** Frequencies of a distribution add up to two to this power. */
	static final int LOG_TOTAL = 12;

	private static final int TOTAL = 1 << LOG_TOTAL;
	/** Logarithm of a frequency plus 1, or 13 for a repetition, and length of its code, by the next 7 bits. */
	private static final byte[] LOG_CODES = new byte[128];
	private static final byte[] LOG_LENGTHS = new byte[128];
	private static final int REPEAT = 13;

	static {
		// code with its length, least significant bit first
		int[][] codes = { { 10, 0, 3 }, { 7, 2, 3 }, { 6, 4, 3 }, { 8, 5, 3 }, { 9, 6, 3 }, { 3, 3, 4 }, { 4, 9, 4 },
				{ 5, 7, 4 }, { 1, 11, 4 }, { 2, 15, 4 }, { 0, 17, 5 }, { 11, 33, 6 }, { 12, 1, 7 }, { 13, 65, 7 } };
		for (int[] code : codes) {
			for (int i = code[1]; i < 128; i += 1 << code[2]) {
				LOG_CODES[i] = (byte) code[0];
				LOG_LENGTHS[i] = (byte) code[2];
			}
		}
	}

	private AnsTable() {
	}

	/** {@return a number of up to 8 bits (C.2.5)} */
	private static int u8(Bits bits) {
		if (!bits.flag()) {
			return 0;
		}
		int length = bits.read(3);
		return (1 << length) + bits.read(length);
	}

	/** {@return the frequencies of the symbols} */
	static int[] readFrequencies(Bits bits, int logAlphabet) throws DecodeException {
		int[] frequencies;
		if (bits.flag()) {
			frequencies = readFew(bits);
		} else if (bits.flag()) {
			int size = u8(bits) + 1;
			frequencies = new int[size];
			for (int i = 0; i < size; i++) {
				frequencies[i] = TOTAL / size + (i < TOTAL % size ? 1 : 0);
			}
		} else {
			frequencies = readMany(bits);
		}
		int used = frequencies.length;
		while (used > 1 && frequencies[used - 1] == 0) {
			used--;
		}
		if (used > 1 << logAlphabet) {
			throw new DecodeException(JxlText.DISTRIBUTION_TOO_MANY_SYMBOLS);
		}
		return Arrays.copyOf(frequencies, used);
	}

	private static int[] readFew(Bits bits) throws DecodeException {
		boolean two = bits.flag();
		int first = u8(bits);
		int second = two ? u8(bits) : first;
		int[] frequencies = new int[Math.max(first, second) + 1];
		if (!two) {
			frequencies[first] = TOTAL;
			return frequencies;
		}
		if (first == second) {
			throw new DecodeException(JxlText.DISTRIBUTION_SYMBOL_TWICE);
		}
		frequencies[first] = bits.read(LOG_TOTAL);
		frequencies[second] = TOTAL - frequencies[first];
		return frequencies;
	}

	private static int[] readMany(Bits bits) throws DecodeException {
		int log = 0;
		while (log < 3 && bits.flag()) {
			log++;
		}
		int shift = (bits.read(log) | 1 << log) - 1;
		if (shift > LOG_TOTAL + 1) {
			throw new DecodeException(JxlText.DISTRIBUTION_INVALID);
		}
		int size = u8(bits) + 3;
		int[] logs = new int[size];
		int[] repeats = new int[size];
		int rest = -1;
		for (int i = 0; i < size; i++) {
			int next = bits.peek() & 127;
			bits.skip(LOG_LENGTHS[next]);
			logs[i] = LOG_CODES[next];
			if (logs[i] == REPEAT) {
				repeats[i] = u8(bits) + 4;
				i += repeats[i] - 1;
			} else if (rest < 0 || logs[i] > logs[rest]) {
				rest = i;
			}
		}
		bits.check();
		if (rest < 0 || rest + 1 < size && logs[rest + 1] == REPEAT) {
			throw new DecodeException(JxlText.DISTRIBUTION_INVALID);
		}
		return frequencies(bits, shift, logs, repeats, rest);
	}

	private static int[] frequencies(Bits bits, int shift, int[] logs, int[] repeats, int rest)
			throws DecodeException {
		int[] frequencies = new int[logs.length];
		int total = 0;
		int repeated = 0;
		int same = 0;
		for (int i = 0; i < logs.length; i++) {
			if (repeats[i] > 0) {
				repeated = repeats[i];
				same = i > 0 ? frequencies[i - 1] : 0;
			}
			if (repeated > 0) {
				repeated--;
				frequencies[i] = same;
			} else if (i != rest && logs[i] > 0) {
				int log = logs[i] - 1;
				int precision = Math.max(0, Math.min(log, shift - (LOG_TOTAL - log >> 1)));
				frequencies[i] = (1 << log) + (bits.read(precision) << log - precision);
			}
			total += frequencies[i];
		}
		frequencies[rest] = TOTAL - total;
		if (total >= TOTAL) {
			throw new DecodeException(JxlText.FREQUENCIES_TOO_LARGE);
		}
		return frequencies;
	}

	/**
	 * Makes the buckets of a distribution. Each has, from the lowest bit on: where the second symbol begins (12 bits),
	 * the second symbol (8), what is added to its states (13), its frequency (13), and that of the first symbol (13).
	 */
	static void fill(int[] frequencies, int logAlphabet, long[] buckets, int from) throws DecodeException {
		int size = 1 << logAlphabet;
		int width = TOTAL >> logAlphabet;
		int only = only(frequencies);
		if (only >= 0) {
			for (int i = 0; i < size; i++) {
				buckets[from + i] = bucket(0, only, width * i, TOTAL, 0);
			}
			return;
		}
		int[] cuts = Arrays.copyOf(frequencies, size);
		int[] symbols = new int[size];
		int[] offsets = new int[size];
		share(cuts, symbols, offsets, width, frequencies.length);
		for (int i = 0; i < size; i++) {
			boolean whole = cuts[i] == width;
			int cut = whole ? 0 : cuts[i];
			int second = whole ? i : symbols[i];
			int first = i < frequencies.length ? frequencies[i] : 0;
			buckets[from + i] = bucket(cut, second, whole ? 0 : offsets[i] - cut,
					second < frequencies.length ? frequencies[second] : 0, first);
		}
	}

	private static int only(int[] frequencies) {
		int last = frequencies.length - 1;
		for (int i = 0; i < last; i++) {
			if (frequencies[i] != 0) {
				return -1;
			}
		}
		return last;
	}

	private static void share(int[] cuts, int[] symbols, int[] offsets, int width, int used) throws DecodeException {
		int size = cuts.length;
		int[] full = new int[size];
		int[] poor = new int[size];
		int fulls = 0;
		int poors = 0;
		for (int i = 0; i < size; i++) {
			if (i < used && cuts[i] > width) {
				full[fulls++] = i;
			} else if (i >= used || cuts[i] < width) {
				poor[poors++] = i;
			}
		}
		while (fulls > 0) {
			if (poors == 0) {
				throw new DecodeException(JxlText.DISTRIBUTION_INVALID);
			}
			int giver = full[--fulls];
			int taker = poor[--poors];
			cuts[giver] -= width - cuts[taker];
			symbols[taker] = giver;
			offsets[taker] = cuts[giver];
			if (cuts[giver] < width) {
				poor[poors++] = giver;
			} else if (cuts[giver] > width) {
				full[fulls++] = giver;
			}
		}
	}

	private static long bucket(int cut, int symbol, int offset, int frequency, int first) {
		return cut | (long) symbol << 12 | (long) offset << 20 | (long) frequency << 33 | (long) first << 46;
	}
}
