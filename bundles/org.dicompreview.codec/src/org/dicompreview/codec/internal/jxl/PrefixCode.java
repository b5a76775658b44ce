package org.dicompreview.codec.internal.jxl;

import java.util.Arrays;

import org.dicompreview.codec.DecodeException;

/** A prefix code as in Brotli (ISO/IEC 18181-1, C.2.4; RFC 7932, 3.4 and 3.5). */
final class PrefixCode {

	private static final int ROOT_BITS = 9;
	private static final int MAX_LENGTH = 15;
	private static final int[] ORDER = { 1, 2, 3, 4, 0, 5, 17, 6, 16, 7, 8, 9, 10, 11, 12, 13, 14, 15 };
	/** Lengths of the codes of lengths by the next four bits, and how many of them each takes. */
	private static final int[] LENGTH_SYMBOLS = { 0, 4, 3, 2, 0, 4, 3, 1, 0, 4, 3, 2, 0, 4, 3, 5 };
	private static final int[] LENGTH_BITS = { 2, 2, 2, 3, 2, 2, 2, 4, 2, 2, 2, 3, 2, 2, 2, 4 };

	/**
	 * By the next bits: symbol above 4 bits of length; or for longer codes the complement of the index of a further
	 * table above 4 bits for the number of bits that are its index.
	 */
	private final int[] table;
	private final int rootMask;

	private PrefixCode(int[] lengths) throws DecodeException {
		int longest = 0;
		int[] counts = new int[MAX_LENGTH + 2];
		for (int length : lengths) {
			longest = Math.max(longest, length);
			counts[length]++;
		}
		int root = Math.min(longest, ROOT_BITS);
		rootMask = (1 << root) - 1;
		int[] next = new int[MAX_LENGTH + 2];
		int code = 0;
		counts[0] = 0;
		for (int length = 1; length <= MAX_LENGTH; length++) {
			code = code + counts[length - 1] << 1;
			next[length] = code;
		}
		int[] codes = new int[lengths.length];
		int[] subBits = new int[1 << root];
		for (int i = 0; i < lengths.length; i++) {
			int length = lengths[i];
			if (length > 0) {
				codes[i] = Integer.reverse(next[length]++) >>> 32 - length;
				if (codes[i] >>> length != 0 || next[length] > 1 << length) {
					throw new DecodeException(JxlText.PREFIX_CODE_INVALID);
				}
				if (length > root) {
					subBits[codes[i] & rootMask] = Math.max(subBits[codes[i] & rootMask], length - root);
				}
			}
		}
		table = fill(lengths, codes, subBits, root);
	}

	private static int[] fill(int[] lengths, int[] codes, int[] subBits, int root) {
		int size = 1 << root;
		int[] starts = new int[1 << root];
		for (int i = 0; i < subBits.length; i++) {
			starts[i] = size;
			size += subBits[i] > 0 ? 1 << subBits[i] : 0;
		}
		int[] table = new int[size];
		for (int i = 0; i < subBits.length; i++) {
			if (subBits[i] > 0) {
				table[i] = ~starts[i] << 4 | subBits[i];
			}
		}
		for (int i = 0; i < lengths.length; i++) {
			int length = lengths[i];
			if (length > root) {
				int prefix = codes[i] & (1 << root) - 1;
				for (int at = codes[i] >>> root; at < 1 << subBits[prefix]; at += 1 << length - root) {
					table[starts[prefix] + at] = i << 4 | length - root;
				}
			} else if (length > 0) {
				for (int at = codes[i]; at < 1 << root; at += 1 << length) {
					table[at] = i << 4 | length;
				}
			}
		}
		return table;
	}

	private PrefixCode(int only) {
		table = new int[] { only << 4 };
		rootMask = 0;
	}

	/** {@return the next symbol} */
	int symbol(Bits bits) {
		int ahead = bits.peek();
		int entry = table[ahead & rootMask];
		if (entry < 0) {
			int root = Integer.bitCount(rootMask);
			bits.skip(root);
			entry = table[~(entry >> 4) + (ahead >>> root & (1 << (entry & 15)) - 1)];
		}
		bits.skip(entry & 15);
		return entry >> 4;
	}

	/** {@return a code for so many symbols} */
	static PrefixCode read(Bits bits, int symbols) throws DecodeException {
		if (symbols == 1) {
			return new PrefixCode(0);
		}
		int skipped = bits.read(2);
		PrefixCode code = skipped == 1 ? readSimple(bits, symbols) : readComplex(bits, symbols, skipped);
		bits.check();
		return code;
	}

	private static PrefixCode readSimple(Bits bits, int count) throws DecodeException {
		int[] symbols = new int[bits.read(2) + 1];
		for (int i = 0; i < symbols.length; i++) {
			symbols[i] = bits.read(Numbers.bitsFor(count - 1));
			if (symbols[i] >= count) {
				throw new DecodeException(JxlText.PREFIX_CODE_SYMBOL_UNKNOWN);
			}
		}
		if (symbols.length == 1) {
			return new PrefixCode(symbols[0]);
		}
		boolean deep = symbols.length == 4 && bits.flag();
		int[] of = deep ? new int[] { 1, 2, 3, 3 }
				: symbols.length == 3 ? new int[] { 1, 2, 2 } : new int[symbols.length];
		if (!deep && symbols.length != 3) {
			Arrays.fill(of, symbols.length / 2);
		}
		int[] lengths = new int[count];
		for (int i = 0; i < symbols.length; i++) {
			if (lengths[symbols[i]] != 0) {
				throw new DecodeException(JxlText.PREFIX_CODE_SYMBOL_TWICE);
			}
			lengths[symbols[i]] = of[i];
		}
		return new PrefixCode(lengths);
	}

	private static PrefixCode readComplex(Bits bits, int count, int skipped) throws DecodeException {
		int[] lengthCodes = new int[ORDER.length];
		int space = 32;
		int codes = 0;
		for (int i = skipped; i < ORDER.length && space > 0; i++) {
			int ahead = bits.peek() & 15;
			bits.skip(LENGTH_BITS[ahead]);
			int length = LENGTH_SYMBOLS[ahead];
			lengthCodes[ORDER[i]] = length;
			if (length > 0) {
				space -= 32 >> length;
				codes++;
			}
		}
		if (codes != 1 && space != 0) {
			throw new DecodeException(JxlText.PREFIX_CODE_INVALID);
		}
		PrefixCode code;
		if (codes == 1) {
			int only = 0;
			while (lengthCodes[only] == 0) {
				only++;
			}
			code = new PrefixCode(only);
		} else {
			code = new PrefixCode(lengthCodes);
		}
		return new PrefixCode(readLengths(bits, code, count));
	}

	private static int[] readLengths(Bits bits, PrefixCode code, int count) throws DecodeException {
		int[] lengths = new int[count];
		int previous = 8;
		int repeats = 0;
		int repeated = 0;
		int space = 1 << MAX_LENGTH;
		int at = 0;
		while (at < count && space > 0) {
			int length = code.symbol(bits);
			if (length <= MAX_LENGTH) {
				repeats = 0;
				lengths[at++] = length;
				if (length > 0) {
					previous = length;
					space -= 1 << MAX_LENGTH >> length;
				}
				continue;
			}
			int extra = length - 14;
			int again = length == 16 ? previous : 0;
			if (repeated != again) {
				repeats = 0;
				repeated = again;
			}
			int before = repeats;
			repeats = (repeats > 0 ? repeats - 2 << extra : 0) + bits.read(extra) + 3;
			int more = repeats - before;
			if (more > count - at) {
				throw new DecodeException(JxlText.PREFIX_CODE_TOO_MANY_SYMBOLS);
			}
			Arrays.fill(lengths, at, at + more, again);
			at += more;
			space -= again == 0 ? 0 : more << MAX_LENGTH - again;
		}
		if (space != 0) {
			throw new DecodeException(JxlText.PREFIX_CODE_INCOMPLETE);
		}
		return lengths;
	}
}
