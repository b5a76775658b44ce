package org.dicompreview.codec.internal.jpeg;

import java.util.Arrays;

import org.dicompreview.codec.internal.stream.BitReader;

/** Decodes blocks of sequential DCT scans (T.81 F.2.2) and multiplies the coefficients with their quantization steps. */
final class BlockDecoder {

	private static final int[] ORDER = ZigZag.ORDER;
	private static final int ZERO_RUN = 0xF0;

	private final BitReader in;
	/** The block, and a place for what damaged data put behind it. */
	private final int[] block = new int[65];
	private long nonZero;
	private int badCodes;

	BlockDecoder(BitReader in) {
		this.in = in;
	}

	/** {@return the 64 coefficients of the block, rows of 8, and one element more} */
	int[] block() {
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
		if (nonZero != 0) {
			Arrays.fill(block, 0);
		}
		int difference = dc.difference(in);
		if (difference == HuffmanTable.NO_CODE) {
			badCodes++;
			difference = 0;
		}
		int first = prediction + difference;
		block[0] = first * steps[0];
		nonZero = coefficients(ac, steps);
		return first;
	}

	private long coefficients(HuffmanTable table, int[] steps) {
		int[] lookup = table.lookup();
		long seen = 0;
		int place = 0;
		long bits = in.accumulator();
		int count = in.count();
		while (place < 63) {
			if (count < BitReader.FILLED) {
				in.update(bits, count);
				in.fill();
				bits = in.accumulator();
				count = in.count();
			}
			int entry = lookup[(int) (bits >>> HuffmanTable.INDEX_SHIFT)];
			if ((entry & HuffmanTable.KIND) == HuffmanTable.VALUE) {
				bits <<= entry; // only its lowest 6 bits count
				count -= entry & 63;
				place += entry >> 8 & 31;
				int index = ORDER[place];
				block[index] = (entry >> 16) * steps[place];
				seen |= 1L << index;
				continue;
			}
			in.update(bits, count);
			int symbol = table.symbol(in, entry);
			int size = symbol & 15;
			if (size == 0) {
				if (symbol != ZERO_RUN) {
					badCodes += symbol == HuffmanTable.NO_CODE ? 1 : 0;
					return seen;
				}
				place += 16;
			} else {
				place += (symbol >> 4) + 1;
				int index = ORDER[place];
				block[index] = HuffmanTable.extend(in.read(size), size) * steps[place];
				seen |= 1L << index;
			}
			bits = in.accumulator();
			count = in.count();
		}
		in.update(bits, count);
		return seen;
	}
}
