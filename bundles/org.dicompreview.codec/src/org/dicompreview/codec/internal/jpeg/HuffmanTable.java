package org.dicompreview.codec.internal.jpeg;

import java.util.Arrays;

import org.dicompreview.codec.DecodeException;

/**
 * A Huffman table (T.81 annex C) made for decoding. The next {@link #BITS} bits of the stream are an index into
 * {@link #lookup()}, whose entry tells the code and, where they lie within these bits too, the additional bits that follow
 * it, so that most values take one look. Does not change; for several threads.
 * <p>
 * An entry is built up, from the lowest bit, of
 * <ul>
 * <li>6 bits: how many bits of the stream it stands for,
 * <li>2 bits: its kind, {@link #VALUE}, {@link #CODE} or {@link #LONG},
 * <li>8 bits: of a {@link #VALUE} how many places it goes on from the preceding one, else the symbol,
 * <li>16 bits: of a {@link #VALUE} the value, signed.
 * </ul>
 */
final class HuffmanTable {

	/** Bits of an index into the table. */
	static final int BITS = 11;
	/** How far to shift the 64 bits ahead to the right for an index. */
	static final int INDEX_SHIFT = 64 - BITS;

	/** Mask of an entry's kind. */
	static final int KIND = 0xC0;
	/** Kind: the entry has the value. */
	static final int VALUE = 0;
	/** Kind: the entry has the symbol, what it means is left to the caller. */
	static final int CODE = 0x40;
	/** Kind: the code is longer, or there is none. */
	static final int LONG = 0x80;

	/** What the symbols mean. */
	enum Use {
		/** Lossless and DC: the symbol is the number of additional bits, 16 of the value 32768 without any. */
		DIFFERENCE,
		/** AC of sequential scans: zeros before in the upper half byte, number of additional bits in the lower one. */
		COEFFICIENT,
		/** AC of progressive scans that bring first bits: likewise, but without additional bits it is left to the caller. */
		BAND,
		/** AC of progressive scans that bring a further bit: no additional bits follow directly. */
		SYMBOL
	}

	/** In the place of a symbol or difference: the table has no such code. */
	static final int NO_CODE = Integer.MIN_VALUE;

	private static final int END_OF_BLOCK = 0;
	private static final int ZERO_RUN = 0xF0;
	private static final int BLOCK = 64;
	private static final int MAX_LENGTH = 16;
	private static final int MAX_SIZE = 16;

	private final byte[] specification;
	private final Use use;
	private final int[] lookup = new int[1 << BITS];
	/** For each length the first 16-bit pattern beyond its codes. */
	private final int[] limit = new int[MAX_LENGTH + 1];
	/** For each length, what to add to a code for the index of its symbol. */
	private final int[] offset = new int[MAX_LENGTH + 1];

	/**
	 * A table.
	 *
	 * @param specification 16 numbers of codes by length, and the symbols in order of their codes
	 * @param use           what the symbols mean
	 * @throws DecodeException if there cannot be such codes
	 */
	HuffmanTable(byte[] specification, Use use) throws DecodeException {
		this.specification = specification;
		this.use = use;
		Arrays.fill(lookup, LONG);
		int code = 0;
		int symbol = 0;
		for (int length = 1; length <= MAX_LENGTH; length++) {
			int count = specification[length - 1] & 0xFF;
			offset[length] = symbol - code;
			if (code + count > 1 << length) {
				throw new DecodeException(JpegText.TOO_MANY_HUFFMAN_CODES, length);
			}
			for (int i = 0; i < count; i++) {
				enter(code++, length, symbol(symbol++));
			}
			limit[length] = code << MAX_LENGTH - length;
			code <<= 1;
		}
	}

	/** {@return the table of entries} */
	int[] lookup() {
		return lookup;
	}

	/** {@return whether this table was made of the same} */
	boolean isMadeOf(byte[] other, Use otherUse) {
		return use == otherUse && Arrays.equals(specification, other);
	}

	/**
	 * A code.
	 *
	 * @param bits   in its lowest bits
	 * @param length how many, 1-16
	 */
	record Code(int bits, int length) {
	}

	/** {@return the code of a symbol, or {@code null} if it has none} */
	Code code(int wanted) {
		int code = 0;
		int symbol = 0;
		for (int length = 1; length <= MAX_LENGTH; length++) {
			int count = specification[length - 1] & 0xFF;
			for (int i = 0; i < count; i++) {
				if (symbol(symbol + i) == wanted) {
					return new Code(code + i, length);
				}
			}
			symbol += count;
			code = code + count << 1;
		}
		return null;
	}

	/** {@return the value of additional bits, T.81 F.2.2.1} @param bits the bits @param size how many, 0-16 */
	static int extend(int bits, int size) {
		return bits < 1 << size >> 1 ? bits - (1 << size) + 1 : bits;
	}

	/**
	 * Takes a code and its additional bits, where the symbol is their number.
	 *
	 * @param in the stream
	 * @return the difference, or {@link #NO_CODE}
	 */
	int difference(EntropyReader in) {
		in.fill();
		int entry = lookup[in.peek(BITS)];
		if ((entry & KIND) == VALUE) {
			in.skip(entry & 63);
			return entry >> 16;
		}
		int size = symbol(in, entry);
		if (size >= MAX_SIZE) {
			return size == MAX_SIZE ? 1 << MAX_SIZE - 1 : NO_CODE;
		}
		return size < 0 ? NO_CODE : extend(in.read(size), size);
	}

	/**
	 * Takes a code.
	 *
	 * @param in    the stream, filled
	 * @param entry what the table has for the bits ahead, not of kind {@link #VALUE}
	 * @return the symbol, or {@link #NO_CODE}: then 16 bits were taken
	 */
	int symbol(EntropyReader in, int entry) {
		if ((entry & KIND) == CODE) {
			in.skip(entry & 63);
			return entry >> 8 & 0xFF;
		}
		int ahead = in.peek(MAX_LENGTH);
		for (int length = BITS + 1; length <= MAX_LENGTH; length++) {
			if (ahead < limit[length]) {
				in.skip(length);
				return symbol((ahead >> MAX_LENGTH - length) + offset[length]);
			}
		}
		in.skip(MAX_LENGTH);
		return NO_CODE;
	}

	private int symbol(int index) {
		return specification[MAX_LENGTH + index] & 0xFF;
	}

	private void enter(int code, int length, int symbol) {
		if (length > BITS) {
			return;
		}
		int free = BITS - length;
		int from = code << free;
		int to = from + (1 << free);
		int size = use == Use.DIFFERENCE ? symbol : symbol & 15;
		boolean whole = use != Use.SYMBOL && size <= free && (use == Use.DIFFERENCE || size > 0);
		if (!whole) {
			Arrays.fill(lookup, from, to, entry(symbol, length));
			return;
		}
		int run = use == Use.DIFFERENCE ? 0 : symbol >> 4;
		int each = free - size;
		for (int bits = 0; bits < 1 << size; bits++) {
			Arrays.fill(lookup, from + (bits << each), from + (bits + 1 << each),
					extend(bits, size) << 16 | run + 1 << 8 | length + size);
		}
	}

	/** An entry for a code whose additional bits are not in the table, or that has none. */
	private int entry(int symbol, int length) {
		if (use == Use.DIFFERENCE && symbol == MAX_SIZE) {
			return 1 << MAX_SIZE - 1 << 16 | 1 << 8 | length;
		}
		if (use == Use.COEFFICIENT && symbol == END_OF_BLOCK) {
			return BLOCK << 8 | length;
		}
		if (use == Use.COEFFICIENT && symbol == ZERO_RUN) {
			return 16 << 8 | length;
		}
		return symbol << 8 | CODE | length;
	}
}
