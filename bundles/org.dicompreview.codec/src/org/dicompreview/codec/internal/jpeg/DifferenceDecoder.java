package org.dicompreview.codec.internal.jpeg;

import java.util.Arrays;

/** Decodes the differences of lossless scans (T.81 H.2) into lines. For one thread. */
final class DifferenceDecoder {

	/** Differences of up to 32 bits that may be read without asking for more data. */
	private static final int AT_ONCE = EntropyReader.AHEAD / 4;
	private static final int VALUES_A_FILL = EntropyReader.FILLED / HuffmanTable.BITS;
	private static final int OVERFLOW = 1 << 15;

	private final EntropyReader in;
	private final McuGrid grid;
	private final HuffmanTable[] tables;
	private final int[][] lookups;
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
	DifferenceDecoder(EntropyReader in, HuffmanTable[] tables, McuGrid grid, int[][][] lines) {
		this.in = in;
		this.grid = grid;
		this.tables = tables;
		this.lines = lines;
		lookups = Arrays.stream(tables).map(HuffmanTable::lookup).toArray(int[][]::new);
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
			for (int i = from; i < to; i += AT_ONCE) {
				in.ready();
				decodeLine(tables[0], lines[0][1], i, Math.min(to, i + AT_ONCE));
			}
		} else if (isPlain()) {
			for (int i = from; i < to; i += AT_ONCE / tables.length) {
				in.ready();
				decodePixels(i, Math.min(to, i + AT_ONCE / tables.length));
			}
		} else {
			for (int i = from; i < to; i++) {
				in.ready();
				decodeUnits(i);
			}
		}
	}

	private boolean isPlain() {
		for (int i = 0; i < tables.length; i++) {
			if (grid.horizontal()[i] > 1 || grid.vertical()[i] > 1) {
				return false;
			}
		}
		return true;
	}

	/** An MCU of components with different sampling factors. */
	private void decodeUnits(int mcu) {
		for (int i = 0; i < tables.length; i++) {
			int across = grid.horizontal()[i];
			for (int line = 1; line <= grid.vertical()[i]; line++) {
				for (int j = 0; j < across; j++) {
					lines[i][line][mcu * across + j] = difference(tables[i]);
				}
			}
		}
	}

	/** MCUs of one sample of each component. */
	private void decodePixels(int from, int to) {
		byte[] data = in.buffer();
		long bits = in.bits();
		int count = in.count();
		int position = in.position();
		for (int i = from; i < to; i++) {
			bits |= EntropyReader.load(data, position) >>> count;
			position += 63 - count >> 3;
			count |= EntropyReader.FILLED;
			for (int j = 0; j < lookups.length; j++) {
				int entry = lookups[j][(int) (bits >>> HuffmanTable.INDEX_SHIFT)];
				if ((entry & HuffmanTable.KIND) == HuffmanTable.VALUE) {
					bits <<= entry; // only its lowest 6 bits count
					count -= entry & 63;
					lines[j][1][i] = entry >> 16;
				} else {
					in.update(bits, count, position);
					lines[j][1][i] = difference(tables[j]);
					in.fill();
					bits = in.bits();
					count = in.count();
					position = in.position();
				}
			}
		}
		in.update(bits, count, position);
	}

	/** Samples of a component that is alone. */
	private void decodeLine(HuffmanTable table, int[] out, int from, int to) {
		int[] lookup = table.lookup();
		byte[] data = in.buffer();
		long bits = in.bits();
		int count = in.count();
		int position = in.position();
		int i = from;
		while (i < to) {
			bits |= EntropyReader.load(data, position) >>> count;
			position += 63 - count >> 3;
			count |= EntropyReader.FILLED;
			int entry = lookup[(int) (bits >>> HuffmanTable.INDEX_SHIFT)];
			int stop = Math.min(to, i + VALUES_A_FILL);
			while ((entry & HuffmanTable.KIND) == HuffmanTable.VALUE) {
				bits <<= entry; // only its lowest 6 bits count
				count -= entry & 63;
				out[i++] = entry >> 16;
				if (i == stop) {
					break;
				}
				entry = lookup[(int) (bits >>> HuffmanTable.INDEX_SHIFT)];
			}
			if ((entry & HuffmanTable.KIND) != HuffmanTable.VALUE) {
				in.update(bits, count, position);
				out[i++] = difference(table);
				bits = in.bits();
				count = in.count();
				position = in.position();
			}
		}
		in.update(bits, count, position);
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
