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
		int difference = dc.difference(in);
		if (difference == HuffmanTable.NO_CODE) {
			badCodes++;
			difference = 0;
		}
		int first = prediction + difference;
		nonZero = coefficients(ac, steps);
		block[0] += (long) first * steps[0];
		return first;
	}

	/** Decodes the coefficients but the first. {@return which are not 0} */
	private long coefficients(HuffmanTable table, int[] steps) {
		int[] lookup = table.lookup();
		byte[] data = in.buffer();
		long bits = in.bits();
		int count = in.count();
		int position = in.position();
		long seen = 0;
		int place = 0;
		while (place < LAST) {
			bits |= EntropyReader.load(data, position) >>> count;
			position += 63 - count >> 3;
			count |= EntropyReader.FILLED;
			int entry = lookup[(int) (bits >>> HuffmanTable.INDEX_SHIFT)];
			int left = VALUES_A_FILL;
			while ((entry & HuffmanTable.KIND) == HuffmanTable.VALUE) {
				bits <<= entry; // only its lowest 6 bits count
				count -= entry & 63;
				place += entry >> 8 & 0xFF;
				int index = ORDER[place];
				block[index >> 1] += (long) ((entry >> 16) * steps[place]) << (index << 5);
				seen |= 1L << index;
				if (--left == 0 || place >= LAST) {
					break;
				}
				entry = lookup[(int) (bits >>> HuffmanTable.INDEX_SHIFT)];
			}
			if ((entry & HuffmanTable.KIND) != HuffmanTable.VALUE) {
				in.update(bits, count, position);
				place = coefficient(table, entry, steps, place);
				seen |= 1L << ORDER[place];
				bits = in.bits();
				count = in.count();
				position = in.position();
			}
		}
		in.update(bits, count, position);
		return seen;
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
