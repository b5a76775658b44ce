package org.dicompreview.codec.internal.jpeg;

/** Decodes blocks of sequential DCT scans (T.81 F.2.2) and multiplies the coefficients with their quantization steps. */
final class BlockDecoder {

	private static final int[] ORDER = ZigZag.ORDER;
	private static final long[] ZEROS = new long[33];
	private static final int ZERO_RUN = 0xF0;
	private static final int VALUES_A_FILL = EntropyReader.FILLED / HuffmanTable.BITS;
	private static final int LAST = 63;
	private static final int END = 127;

	private final EntropyReader in;
	/** The block, and a place for what damaged data put behind it. */
	private final long[] block = new long[ZEROS.length];
	private long nonZero;
	private boolean quiet;
	private int badCodes;

	BlockDecoder(EntropyReader in) {
		this.in = in;
	}

	/** {@return the coefficients of the block, see {@link InverseDct}, and one element more} */
	long[] block() {
		return block;
	}

	/** {@return the coefficients but the first that were coded: bit 8 * row + column} */
	long nonZero() {
		return nonZero;
	}

	/** {@return whether the block was like the one before in its first coefficient, and has no other} */
	boolean isQuiet() {
		return quiet;
	}

	/** {@return how many codes there were since the last call that no table has} */
	int takeBadCodes() {
		int result = badCodes;
		badCodes = 0;
		return result;
	}

	/**
	 * Decodes one block.
	 *
	 * @param dc         table for the first coefficient
	 * @param ac         table for the others
	 * @param steps      quantization steps in the order of the codestream, 128 elements
	 * @param prediction first coefficient of the preceding block, before multiplication
	 * @return first coefficient of this block, before multiplication
	 */
	int decode(HuffmanTable dc, HuffmanTable ac, int[] steps, int prediction) {
		if ((nonZero & ~1L) != 0) {
			System.arraycopy(ZEROS, 0, block, 0, block.length);
		} else {
			block[0] = 0;
		}
		in.ready();
		byte[] data = in.buffer();
		int count = in.count();
		int position = in.position();
		long bits = in.bits() | EntropyReader.load(data, position) >>> count;
		position += 63 - count >> 3;
		count |= EntropyReader.FILLED;
		int first = prediction;
		int entry = dc.lookup()[(int) (bits >>> HuffmanTable.INDEX_SHIFT)];
		if ((entry & HuffmanTable.KIND) == HuffmanTable.VALUE) {
			in.update(bits << entry, count - (entry & 63), position); // of a shift only the lowest 6 bits count
			first += entry >> 16;
		} else {
			in.update(bits, count, position);
			first += difference(dc);
		}
		nonZero = coefficients(ac, steps);
		block[0] += (long) first * steps[0];
		quiet = first == prediction && DctImage.isFlat(nonZero);
		return first;
	}

	private int difference(HuffmanTable dc) {
		int difference = dc.difference(in);
		if (difference == HuffmanTable.NO_CODE) {
			badCodes++;
			return 0;
		}
		return difference;
	}

	/** Decodes the coefficients but the first, with enough bits at hand for three. {@return which are not 0} */
	private long coefficients(HuffmanTable table, int[] steps) {
		int[] lookup = table.lookup();
		byte[] data = in.buffer();
		long bits = in.bits();
		int count = in.count();
		int position = in.position();
		long seen = 0;
		int place = 0;
		int left = VALUES_A_FILL - 1; // the first coefficient was one
		while (true) {
			int entry = lookup[(int) (bits >>> HuffmanTable.INDEX_SHIFT)];
			if ((entry & HuffmanTable.KIND) == HuffmanTable.VALUE) {
				bits <<= entry; // only its lowest 6 bits count
				count -= entry & 63;
				place += entry >> 8 & 0xFF;
				int index = ORDER[place];
				block[index >> 1] += (long) ((entry >> 16) * steps[place]) << (index << 5);
				seen |= 1L << index;
				left--;
			} else {
				in.update(bits, count, position);
				place = coefficient(table, entry, steps, place);
				seen |= 1L << ORDER[place];
				bits = in.bits();
				count = in.count();
				position = in.position();
				left = 0;
			}
			if (place >= LAST) {
				in.update(bits, count, position);
				return seen;
			}
			if (left == 0) {
				bits |= EntropyReader.load(data, position) >>> count;
				position += 63 - count >> 3;
				count |= EntropyReader.FILLED;
				left = VALUES_A_FILL;
			}
		}
	}

	/**
	 * Decodes what does not stand in the table as a whole.
	 *
	 * @return place of the coefficient; beyond the last one if there are no more
	 */
	private int coefficient(HuffmanTable table, int entry, int[] steps, int before) {
		in.fill();
		int symbol = table.symbol(in, entry);
		int size = symbol & 15;
		if (size == 0) {
			badCodes += symbol == HuffmanTable.NO_CODE ? 1 : 0;
			return symbol == ZERO_RUN ? before + 16 : END;
		}
		int place = before + (symbol >> 4) + 1;
		int index = ORDER[place];
		block[index >> 1] += (long) (HuffmanTable.extend(in.read(size), size) * steps[place]) << (index << 5);
		return place;
	}
}
