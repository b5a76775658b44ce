package org.dicompreview.codec.internal.jpeg;

/**
 * Decodes what one scan of a progressive image has of a block (T.81 annex G): the first bits or a further bit of the DC
 * coefficient or of a band of AC coefficients. For one thread.
 */
final class ProgressiveBlocks {

	private static final int ZERO_RUN = 15;

	private final EntropyReader in;
	private final int start;
	private final int end;
	private final int low;
	/** How many blocks from this one on have nothing more. */
	private int endRun;
	private int badCodes;

	ProgressiveBlocks(EntropyReader in, Scan scan) {
		this.in = in;
		start = scan.header().start();
		end = scan.header().end();
		low = scan.header().low();
	}

	/** Begins an interval. */
	void restart() {
		endRun = 0;
	}

	/** {@return how many blocks from the next one on have no coefficients in this scan; they are taken} */
	int takeEndRun(int most) {
		int run = Math.min(endRun, most);
		endRun -= run;
		return run;
	}

	/** {@return how many codes there were since the last call that no table has} */
	int takeBadCodes() {
		int result = badCodes;
		badCodes = 0;
		return result;
	}

	/** First bits of a DC coefficient. {@return the coefficient before the shift, prediction of the next one} */
	int firstDc(HuffmanTable table, int prediction, short[] row, int at) {
		in.ready();
		int difference = table.difference(in);
		if (difference == HuffmanTable.NO_CODE) {
			badCodes++;
			difference = 0;
		}
		row[at] = (short) (prediction + difference << low);
		return prediction + difference;
	}

	/** A further bit of a DC coefficient. */
	void furtherDc(short[] row, int at) {
		in.ready();
		row[at] |= (short) (in.read(1) << low);
	}

	/** First bits of a band. */
	void firstAc(HuffmanTable table, short[] row, int at) {
		in.ready();
		int[] lookup = table.lookup();
		for (int place = start; place <= end; place++) {
			in.fill();
			int entry = lookup[in.peek(HuffmanTable.BITS)];
			int value;
			if ((entry & HuffmanTable.KIND) == HuffmanTable.VALUE) {
				in.skip(entry & 63);
				place += (entry >> 8 & 31) - 1;
				value = entry >> 16;
			} else {
				int symbol = symbol(table, entry);
				int size = symbol & 15;
				if (size == 0) {
					if (symbol >> 4 != ZERO_RUN) {
						endRun = (1 << (symbol >> 4)) + in.read(symbol >> 4) - 1;
						return;
					}
					place += ZERO_RUN;
					continue;
				}
				place += symbol >> 4;
				value = HuffmanTable.extend(in.read(size), size);
			}
			if (place > end) {
				badCodes++;
				return;
			}
			row[at + place] = (short) (value << low);
		}
	}

	/** A further bit of the coefficients of a band, and the first one of those that were 0 before. */
	void furtherAc(HuffmanTable table, short[] row, int at) {
		in.ready();
		int place = start;
		while (endRun == 0 && place <= end) {
			in.fill();
			int symbol = symbol(table, table.lookup()[in.peek(HuffmanTable.BITS)]);
			int zeros = symbol >> 4;
			if ((symbol & 15) == 0 && zeros != ZERO_RUN) {
				endRun = (1 << zeros) + in.read(zeros);
				break;
			}
			int value = (symbol & 15) == 0 ? 0 : (in.read(1) << 1) - 1 << low;
			place = refine(row, at, place, zeros);
			if (value != 0 && place <= end) {
				row[at + place] = (short) value;
			}
			place++;
		}
		if (endRun > 0) {
			refine(row, at, place, Integer.MAX_VALUE);
			endRun--;
		}
	}

	/** Reads the bits of coefficients that are not 0 until so many zeros are passed. {@return the place of the next zero} */
	private int refine(short[] row, int at, int from, int zeros) {
		int bit = 1 << low;
		int left = zeros;
		int place = from;
		for (; place <= end; place++) {
			int value = row[at + place];
			if (value == 0) {
				if (left-- == 0) {
					return place;
				}
			} else if (in.read(1) != 0 && (Math.abs(value) & bit) == 0) {
				row[at + place] = (short) (value > 0 ? value + bit : value - bit);
			}
		}
		return place;
	}

	private int symbol(HuffmanTable table, int entry) {
		int symbol = table.symbol(in, entry);
		if (symbol == HuffmanTable.NO_CODE) {
			badCodes++;
			return 0;
		}
		return symbol;
	}
}
