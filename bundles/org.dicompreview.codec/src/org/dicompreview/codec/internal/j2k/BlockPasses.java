package org.dicompreview.codec.internal.j2k;

import java.util.Arrays;

/**
 * The bit-plane passes over a code-block (ISO/IEC 15444-1 annex D). For one thread; its buffers serve all blocks.
 *
 * <p>
 * A stripe's column of four samples has its state in one long, so that most columns can be passed over with one test.
 * With {@code j} standing for three times the row, 0 to 9:
 * <ul>
 * <li>bits 0-17: significance of the column and its neighbours, three bits (left, own, right) for each of the six rows
 * from the one above to the one below, so that {@code state >>> j & 0x1FF} is what {@link Contexts} wants;
 * <li>bit 18 + j: the sample had its turn in this plane's significance pass;
 * <li>bit 19 + j: the sample was refined before;
 * <li>bits 32-49: the signs of the significant ones among the samples of bits 0-17.
 * </ul>
 * The passes repeat the steps of {@link ArithmeticDecoder#decode} with its fields in local variables: called as a method,
 * it would make decoding a third slower.
 */
final class BlockPasses {

	private static final long PROBABILITY = ArithmeticDecoder.PROBABILITY;
	private static final long WORD = ArithmeticDecoder.WORD;
	private static final int LEADING = ArithmeticDecoder.LEADING;
	private static final int LONGEST = ArithmeticDecoder.LONGEST_SHIFT;
	private static final int FETCH = ArithmeticDecoder.FETCH;
	private static final long[] STATES = ArithmeticDecoder.STATES;
	private static final byte[] SIGNS = Contexts.SIGNS;

	private static final int LEFT_OF_ROWS = 0x9249;
	private static final int ROWS = 0x249;
	private static final int OWN = 4;
	private static final int VISITED = 18;
	private static final int REFINED = 19;
	private static final int NEGATIVE = 32;
	private static final int LAST_ROW = 9;

	final ArithmeticDecoder mq = new ArithmeticDecoder();
	final RawBits raw = new RawBits();
	/** The coefficients row by row: sign in bit 31, below it the magnitude, then the half below the last plane. */
	final int[] values = new int[4096];

	private final long[] states = new long[4096];
	private byte[] significanceContexts;
	private int width;
	private int height;
	private int stride;
	private boolean causal;
	private int foundRow;

	/** Starts a block of zeros. */
	void begin(int blockWidth, int blockHeight, int orientation, boolean verticallyCausal) {
		width = blockWidth;
		height = blockHeight;
		stride = blockWidth + 2;
		significanceContexts = Contexts.significanceOf(orientation);
		causal = verticallyCausal;
		Arrays.fill(states, 0, stride * ((blockHeight + 3 >> 2) + 2), 0);
		Arrays.fill(values, 0, blockWidth * blockHeight, 0);
	}

	/** The significance pass: samples that are not significant but have a neighbour that is. */
	void significance(int plane) {
		for (int y = 0; y < height; y += 4) {
			significance(states, significanceContexts, mq.contexts, mq.words, y, plane);
		}
	}

	private void significance(long[] s, byte[] table, long[] contexts, int[] words, int y, int plane) {
		long interval = mq.interval;
		long code = mq.code;
		int ahead = mq.ahead;
		int next = mq.next;
		int last = mq.last;
		int rows = rows(y);
		int first = ((y >> 2) + 1) * stride + 1;
		for (int i = first, end = first + width; i < end; i++) {
			long x = s[i];
			if (x == 0) {
				continue;
			}
			int todo = candidates((int) x) & rows;
			while (todo != 0) {
				int j = Integer.numberOfTrailingZeros(todo);
				todo &= todo - 1;
				x |= 1L << VISITED + j;
				int k = table[(int) (x >>> j) & 0x1FF];
				long state = contexts[k];
				long q = state & PROBABILITY;
				long a = interval - q;
				long c = code - q;
				long less = a - q >> 63 ^ c >> 63;
				a ^= (a ^ q) & c >> 63;
				int shift = Long.numberOfLeadingZeros(a) - LEADING;
				long after = STATES[(int) (state >>> 1 + (7 & (int) less)) & 0x7F];
				contexts[k] = shift == 0 ? state : after;
				interval = a << shift;
				code = c + (q & c >> 63) << shift;
				if ((ahead -= shift) < LONGEST) {
					code |= (words[Math.min(next++, last)] & WORD) << FETCH - ahead;
					ahead += Integer.SIZE;
				}
				if (((state ^ less) & 1) == 0) {
					continue;
				}
				int sign = SIGNS[signIndex(x, j)];
				k = sign & 0x1F;
				state = contexts[k];
				q = state & PROBABILITY;
				a = interval - q;
				c = code - q;
				less = a - q >> 63 ^ c >> 63;
				a ^= (a ^ q) & c >> 63;
				shift = Long.numberOfLeadingZeros(a) - LEADING;
				after = STATES[(int) (state >>> 1 + (7 & (int) less)) & 0x7F];
				contexts[k] = shift == 0 ? state : after;
				interval = a << shift;
				code = c + (q & c >> 63) << shift;
				if ((ahead -= shift) < LONGEST) {
					code |= (words[Math.min(next++, last)] & WORD) << FETCH - ahead;
					ahead += Integer.SIZE;
				}
				int negative = (int) (state ^ less ^ sign >> 7) & 1;
				x |= (1L << OWN | (long) negative << NEGATIVE + OWN) << j;
				values[y * width + i - first + row(j) * width] = negative << 31 | 3 << plane;
				tellNeighbours(i, j, negative);
				todo |= 8 << j & ~((int) x >>> OWN) & rows;
			}
			s[i] = x;
		}
		mq.leave(interval, code, ahead, next);
	}

	/** Decodes the sign of a sample in row j of column i. {@return the column's new state} */
	private long becomeSignificant(long x, int i, int j, int at, int plane) {
		int sign = SIGNS[signIndex(x, j)];
		int negative = mq.decode(sign & 0x1F) ^ sign >> 7 & 1;
		values[at + row(j) * width] = negative << 31 | 3 << plane;
		tellNeighbours(i, j, negative);
		return x | (1L << OWN | (long) negative << NEGATIVE + OWN) << j;
	}

	/** The refinement pass: samples that were significant before this plane. */
	void refinement(int plane) {
		for (int y = 0; y < height; y += 4) {
			refinement(states, values, mq.contexts, mq.words, y, plane);
		}
	}

	private void refinement(long[] s, int[] v, long[] contexts, int[] words, int y, int plane) {
		long interval = mq.interval;
		long code = mq.code;
		int ahead = mq.ahead;
		int next = mq.next;
		int last = mq.last;
		int i = ((y >> 2) + 1) * stride + 1;
		int half = 1 << plane;
		int w = width;
		for (int at = y * w, end = at + w; at < end; at++, i++) {
			int x = (int) s[i];
			int todo = x >>> OWN & ~(x >>> VISITED) & ROWS;
			if (todo == 0) {
				continue;
			}
			s[i] |= todo << REFINED;
			do {
				int j = Integer.numberOfTrailingZeros(todo);
				todo &= todo - 1;
				int k = refinementContext(x, j);
				long state = contexts[k];
				long q = state & PROBABILITY;
				long a = interval - q;
				long c = code - q;
				long less = a - q >> 63 ^ c >> 63;
				a ^= (a ^ q) & c >> 63;
				int shift = Long.numberOfLeadingZeros(a) - LEADING;
				long after = STATES[(int) (state >>> 1 + (7 & (int) less)) & 0x7F];
				contexts[k] = shift == 0 ? state : after;
				interval = a << shift;
				code = c + (q & c >> 63) << shift;
				if ((ahead -= shift) < LONGEST) {
					code |= (words[Math.min(next++, last)] & WORD) << FETCH - ahead;
					ahead += Integer.SIZE;
				}
				v[at + row(j) * w] += (((int) (state ^ less) & 1) << plane + 1) - half;
			} while (todo != 0);
		}
		mq.leave(interval, code, ahead, next);
	}

	/** The cleanup pass: samples that the others left out. */
	void cleanup(int plane) {
		for (int y = 0; y < height; y += 4) {
			cleanup(states, significanceContexts, mq.contexts, mq.words, y, plane);
		}
	}

	private void cleanup(long[] s, byte[] table, long[] contexts, int[] words, int y, int plane) {
		long interval = mq.interval;
		long code = mq.code;
		int ahead = mq.ahead;
		int next = mq.next;
		int last = mq.last;
		int rows = rows(y);
		int first = ((y >> 2) + 1) * stride + 1;
		int end = first + width;
		for (int i = first; i < end; i++) {
			long x = s[i];
			int todo = ~((int) x >>> OWN | (int) x >>> VISITED) & rows;
			if (x == 0 && rows == ROWS) {
				mq.leave(interval, code, ahead, next);
				i = skipRuns(i, end);
				if (i == end) {
					return;
				}
				x = s[i];
				todo = ~((int) x >>> OWN | (int) x >>> VISITED) & rows;
				if (foundRow >= 0) {
					x = becomeSignificant(x, i, 3 * foundRow, y * width + i - first, plane);
					todo = ROWS << 3 * foundRow + 3 & ROWS;
				}
				interval = mq.interval;
				code = mq.code;
				ahead = mq.ahead;
				next = mq.next;
			}
			while (todo != 0) {
				int j = Integer.numberOfTrailingZeros(todo);
				todo &= todo - 1;
				int k = table[(int) (x >>> j) & 0x1FF];
				long state = contexts[k];
				long q = state & PROBABILITY;
				long a = interval - q;
				long c = code - q;
				long less = a - q >> 63 ^ c >> 63;
				a ^= (a ^ q) & c >> 63;
				int shift = Long.numberOfLeadingZeros(a) - LEADING;
				long after = STATES[(int) (state >>> 1 + (7 & (int) less)) & 0x7F];
				contexts[k] = shift == 0 ? state : after;
				interval = a << shift;
				code = c + (q & c >> 63) << shift;
				if ((ahead -= shift) < LONGEST) {
					code |= (words[Math.min(next++, last)] & WORD) << FETCH - ahead;
					ahead += Integer.SIZE;
				}
				if (((state ^ less) & 1) != 0) {
					mq.leave(interval, code, ahead, next);
					x = becomeSignificant(x, i, j, y * width + i - first, plane);
					interval = mq.interval;
					code = mq.code;
					ahead = mq.ahead;
					next = mq.next;
				}
			}
			s[i] = x & ~((long) ROWS << VISITED);
		}
		mq.leave(interval, code, ahead, next);
	}

	/**
	 * Passes over columns without significant neighbours as long as they stay so.
	 *
	 * @return the first column that did not; {@link #foundRow} is the row that became significant, or -1 if the column
	 *         was never one of those, or is the end
	 */
	private int skipRuns(int from, int end) {
		foundRow = -1;
		int i = from;
		while (i < end && states[i] == 0) {
			if (mq.decode(Contexts.RUN_LENGTH) != 0) {
				foundRow = mq.decode(Contexts.UNIFORM) << 1 | mq.decode(Contexts.UNIFORM);
				return i;
			}
			i++;
		}
		return i;
	}

	/** The significance pass without arithmetic coding. */
	void rawSignificance(int plane) {
		for (int y = 0; y < height; y += 4) {
			int rows = rows(y);
			int i = ((y >> 2) + 1) * stride + 1;
			for (int at = y * width, end = at + width; at < end; at++, i++) {
				long x = states[i];
				int todo = candidates((int) x) & rows;
				while (todo != 0) {
					int j = Integer.numberOfTrailingZeros(todo);
					todo &= todo - 1;
					x |= 1L << VISITED + j;
					if (raw.bit() != 0) {
						int negative = raw.bit();
						x |= (1L << OWN | (long) negative << NEGATIVE + OWN) << j;
						values[at + row(j) * width] = negative << 31 | 3 << plane;
						tellNeighbours(i, j, negative);
						todo |= 8 << j & ~((int) x >>> OWN) & rows;
					}
				}
				states[i] = x;
			}
		}
	}

	/** The refinement pass without arithmetic coding. */
	void rawRefinement(int plane) {
		for (int y = 0; y < height; y += 4) {
			int i = ((y >> 2) + 1) * stride + 1;
			for (int at = y * width, end = at + width; at < end; at++, i++) {
				int x = (int) states[i];
				int todo = x >>> OWN & ~(x >>> VISITED) & ROWS;
				states[i] |= todo << REFINED;
				while (todo != 0) {
					int j = Integer.numberOfTrailingZeros(todo);
					todo &= todo - 1;
					values[at + row(j) * width] += (raw.bit() << plane + 1) - (1 << plane);
				}
			}
		}
	}

	/** {@return bits of the rows that lie within the block} */
	private int rows(int y) {
		return height - y >= 4 ? ROWS : ROWS >> 3 * (4 - height + y);
	}

	/** {@return bits of the rows whose sample is not significant but has a neighbour that is} */
	private static int candidates(int x) {
		int any = (x | x >>> 1 | x >>> 2) & LEFT_OF_ROWS;
		return (any | any >>> 3 | any >>> 6) & ~(x >>> OWN) & ROWS;
	}

	private static int refinementContext(int x, int j) {
		int refined = x >>> REFINED + j & 1;
		int near = (x >>> j & 0x1EF) + 0x1FF >>> 9;
		return Contexts.MAGNITUDE + 2 * refined + (near & ~refined);
	}

	private static int signIndex(long x, int j) {
		return (int) (x >>> j) & 0xAA | (int) (x >>> NEGATIVE + 1 + j) & 0x55;
	}

	/** {@return three times the row, divided by three} */
	private static int row(int j) {
		return j * 11 >> 5;
	}

	/** Sets the bits of a newly significant sample in the states of the columns around its own. */
	private void tellNeighbours(int i, int j, int negative) {
		long[] s = states;
		long both = (long) negative << NEGATIVE | 1;
		s[i - 1] |= both << 5 + j;
		s[i + 1] |= both << 3 + j;
		if (j == LAST_ROW) {
			int below = i + stride;
			s[below - 1] |= 1 << 2;
			s[below] |= both << 1;
			s[below + 1] |= 1;
		} else if (j == 0 && !causal) {
			int above = i - stride;
			s[above - 1] |= 1 << 17;
			s[above] |= both << 16;
			s[above + 1] |= 1 << 15;
		}
	}
}
