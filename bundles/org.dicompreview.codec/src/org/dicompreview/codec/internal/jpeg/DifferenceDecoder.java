package org.dicompreview.codec.internal.jpeg;

import org.dicompreview.codec.internal.stream.BitReader;

/** Decodes the differences of lossless scans (T.81 H.2) into lines. For one thread. */
final class DifferenceDecoder {

	private static final int OVERFLOW = 1 << 15;

	private final BitReader in;
	private final McuGrid grid;
	private final HuffmanTable[] tables;
	private final int[][][] lines;
	private int badCodes;

	/**
	 * A decoder for a scan.
	 *
	 * @param in     the stream
	 * @param tables for each component the Huffman table
	 * @param grid   how the MCUs lie
	 * @param lines  for each component the lines of an MCU, from index 1 on; the arrays may be exchanged between calls
	 */
	DifferenceDecoder(BitReader in, HuffmanTable[] tables, McuGrid grid, int[][][] lines) {
		this.in = in;
		this.grid = grid;
		this.tables = tables;
		this.lines = lines;
	}

	/** {@return how many codes there were since the last call that no table has} */
	int takeBadCodes() {
		int result = badCodes;
		badCodes = 0;
		return result;
	}

	/** Decodes some MCUs of a row. */
	void decode(int from, int to) {
		if (tables.length == 1) {
			decode(tables[0], lines[0][1], from, to);
			return;
		}
		for (int mcu = from; mcu < to; mcu++) {
			for (int i = 0; i < tables.length; i++) {
				int across = grid.horizontal()[i];
				for (int line = 1; line <= grid.vertical()[i]; line++) {
					decode(tables[i], lines[i][line], mcu * across, (mcu + 1) * across);
				}
			}
		}
	}

	private void decode(HuffmanTable table, int[] out, int from, int to) {
		int[] lookup = table.lookup();
		long bits = in.accumulator();
		int count = in.count();
		for (int i = from; i < to; i++) {
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
				out[i] = entry >> 16;
			} else {
				in.update(bits, count);
				out[i] = difference(table);
				bits = in.accumulator();
				count = in.count();
			}
		}
		in.update(bits, count);
	}

	private int difference(HuffmanTable table) {
		int difference = table.difference(in);
		if (difference != HuffmanTable.NO_CODE) {
			return difference;
		}
		// An old encoder gives the difference 2^15 a code of 17 ones, for which a table has no room, and additional bits.
		in.fill();
		int ahead = in.peek(17);
		if (ahead == (1 << 16 | OVERFLOW) || ahead == (1 << 16 | OVERFLOW - 1)) {
			in.skip(17);
			return OVERFLOW;
		}
		badCodes++;
		return 0;
	}
}
