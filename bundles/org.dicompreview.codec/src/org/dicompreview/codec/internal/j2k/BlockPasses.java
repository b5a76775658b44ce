package org.dicompreview.codec.internal.j2k;

import java.util.Arrays;

/**
 * The bit-plane passes over a code-block (ISO/IEC 15444-1 annex D). For one thread; its buffers serve all blocks.
 *
 * <p>
 * A stripe's column of four samples has its state in one int, so that most columns can be passed over with one test.
 * With {@code j} standing for three times the row, 0 to 9:
 * <ul>
 * <li>bits 0-17: significance of the column and its neighbours, three bits (left, own, right) for each of the six rows
 * from the one above to the one below, so that {@code state >>> j & 0x1FF} is what {@link Contexts} wants;
 * <li>bit 18 + j: the sample had its turn in this plane's significance pass;
 * <li>bit 19 + j: the sample was refined before;
 * <li>bit 20 + j: the sample is negative.
 * </ul>
 */
final class BlockPasses {

	private static final int NEIGHBOURHOOD = 0x3FFFF;
	private static final int LEFT_OF_ROWS = 0x9249;
	private static final int ROWS = 0x249;
	private static final int OWN = 4;
	private static final int VISITED = 18;
	private static final int REFINED = 19;
	private static final int NEGATIVE = 20;
	private static final int LAST_ROW = 9;

	final ArithmeticDecoder mq = new ArithmeticDecoder();
	final RawBits raw = new RawBits();
	/** The coefficients row by row: sign in bit 31, below it the magnitude, then the half below the last plane. */
	final int[] values = new int[4096];

	private final int[] states = new int[4096];
	private byte[] contexts;
	private int width;
	private int height;
	private int stride;
	private boolean causal;

	/** Starts a block of zeros. */
	void begin(int blockWidth, int blockHeight, int orientation, boolean verticallyCausal) {
		width = blockWidth;
		height = blockHeight;
		stride = blockWidth + 2;
		contexts = Contexts.significanceOf(orientation);
		causal = verticallyCausal;
		Arrays.fill(states, 0, stride * ((blockHeight + 3 >> 2) + 2), 0);
		Arrays.fill(values, 0, blockWidth * blockHeight, 0);
	}

	/** The significance pass: samples that are not significant but have a neighbour that is. */
	void significance(int plane) {
		final int[] s = states;
		final ArithmeticDecoder coder = mq;
		int room = coder.room;
		for (int y = 0; y < height; y += 4) {
			int rows = rows(y);
			int i = ((y >> 2) + 1) * stride + 1;
			for (int at = y * width, end = at + width; at < end; at++, i++) {
				int x = s[i];
				if ((x & NEIGHBOURHOOD) == 0) {
					continue;
				}
				int todo = candidates(x) & rows;
				while (todo != 0) {
					int j = Integer.numberOfTrailingZeros(todo);
					todo &= todo - 1;
					int k = contexts[x >>> j & 0x1FF];
					int state = coder.contexts[k];
					int bit = state & 1;
					room -= state >>> 16;
					if (room < 0) {
						room = coder.exchange(k, state, room);
						bit = coder.bit;
					}
					x |= 1 << VISITED + j;
					if (bit != 0) {
						int sign = Contexts.SIGNS[signContext(x, i, j)];
						k = sign & 0x1F;
						state = coder.contexts[k];
						bit = state & 1;
						room -= state >>> 16;
						if (room < 0) {
							room = coder.exchange(k, state, room);
							bit = coder.bit;
						}
						bit ^= sign >>> 7 & 1;
						x |= (1 << OWN | bit << NEGATIVE) << j;
						values[at + row(j) * width] = bit << 31 | 3 << plane;
						tellNeighbours(i, j);
						todo |= 8 << j & ~(x >>> OWN) & rows;
					}
				}
				s[i] = x;
			}
		}
		coder.room = room;
	}

	/** The refinement pass: samples that were significant before this plane. */
	void refinement(int plane) {
		final int[] s = states;
		final int[] v = values;
		final ArithmeticDecoder coder = mq;
		int room = coder.room;
		int half = 1 << plane;
		for (int y = 0; y < height; y += 4) {
			int i = ((y >> 2) + 1) * stride + 1;
			for (int at = y * width, end = at + width; at < end; at++, i++) {
				int x = s[i];
				int todo = x >>> OWN & ~(x >>> VISITED) & ROWS;
				if (todo == 0) {
					continue;
				}
				s[i] = x | todo << REFINED;
				do {
					int j = Integer.numberOfTrailingZeros(todo);
					todo &= todo - 1;
					int k = refinementContext(x, j);
					int state = coder.contexts[k];
					int bit = state & 1;
					room -= state >>> 16;
					if (room < 0) {
						room = coder.exchange(k, state, room);
						bit = coder.bit;
					}
					v[at + row(j) * width] += (bit << plane + 1) - half;
				} while (todo != 0);
			}
		}
		coder.room = room;
	}

	/** The cleanup pass: samples that the others left out. */
	void cleanup(int plane) {
		final int[] s = states;
		final ArithmeticDecoder coder = mq;
		int room = coder.room;
		for (int y = 0; y < height; y += 4) {
			int rows = rows(y);
			int i = ((y >> 2) + 1) * stride + 1;
			for (int at = y * width, end = at + width; at < end; at++, i++) {
				int x = s[i];
				int todo = ~(x >>> OWN | x >>> VISITED) & rows;
				boolean found = false;
				if ((x & NEIGHBOURHOOD) == 0 && rows == ROWS) {
					int state = coder.contexts[Contexts.RUN_LENGTH];
					int bit = state & 1;
					room -= state >>> 16;
					if (room < 0) {
						room = coder.exchange(Contexts.RUN_LENGTH, state, room);
						bit = coder.bit;
					}
					if (bit == 0) {
						continue;
					}
					coder.room = room;
					int row = coder.decode(Contexts.UNIFORM) << 1 | coder.decode(Contexts.UNIFORM);
					room = coder.room;
					todo = ROWS << 3 * row & ROWS;
					found = true;
				}
				while (todo != 0) {
					int j = Integer.numberOfTrailingZeros(todo);
					todo &= todo - 1;
					int k;
					int state;
					int bit = 1;
					if (!found) {
						k = contexts[x >>> j & 0x1FF];
						state = coder.contexts[k];
						bit = state & 1;
						room -= state >>> 16;
						if (room < 0) {
							room = coder.exchange(k, state, room);
							bit = coder.bit;
						}
					}
					found = false;
					if (bit != 0) {
						int sign = Contexts.SIGNS[signContext(x, i, j)];
						k = sign & 0x1F;
						state = coder.contexts[k];
						bit = state & 1;
						room -= state >>> 16;
						if (room < 0) {
							room = coder.exchange(k, state, room);
							bit = coder.bit;
						}
						bit ^= sign >>> 7 & 1;
						x |= (1 << OWN | bit << NEGATIVE) << j;
						values[at + row(j) * width] = bit << 31 | 3 << plane;
						tellNeighbours(i, j);
					}
				}
				s[i] = x & ~(ROWS << VISITED);
			}
		}
		coder.room = room;
	}

	/** The significance pass without arithmetic coding. */
	void rawSignificance(int plane) {
		for (int y = 0; y < height; y += 4) {
			int rows = rows(y);
			int i = ((y >> 2) + 1) * stride + 1;
			for (int at = y * width, end = at + width; at < end; at++, i++) {
				int x = states[i];
				int todo = candidates(x) & rows;
				while (todo != 0) {
					int j = Integer.numberOfTrailingZeros(todo);
					todo &= todo - 1;
					x |= 1 << VISITED + j;
					if (raw.bit() != 0) {
						int negative = raw.bit();
						x |= (1 << OWN | negative << NEGATIVE) << j;
						values[at + row(j) * width] = negative << 31 | 3 << plane;
						tellNeighbours(i, j);
						todo |= 8 << j & ~(x >>> OWN) & rows;
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
				int todo = states[i] >>> OWN & ~(states[i] >>> VISITED) & ROWS;
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
		if ((x >>> REFINED + j & 1) != 0) {
			return Contexts.MAGNITUDE + 2;
		}
		return (x >>> j & 0x1EF) != 0 ? Contexts.MAGNITUDE + 1 : Contexts.MAGNITUDE;
	}

	/** {@return three times the row, divided by three} */
	private static int row(int j) {
		return j * 11 >> 5;
	}

	private int signContext(int x, int i, int j) {
		int above = j == 0 ? states[i - stride] >>> NEGATIVE + LAST_ROW : x >>> NEGATIVE - 3 + j;
		int below = j == LAST_ROW ? states[i + stride] >>> NEGATIVE : x >>> NEGATIVE + 3 + j;
		int left = states[i - 1] >>> NEGATIVE + j;
		int right = states[i + 1] >>> NEGATIVE + j;
		return x >>> j & 0xAA | above & 1 | (left & 1) << 2 | (right & 1) << 4 | (below & 1) << 6;
	}

	/** Sets the bits of a newly significant sample in the states of the columns around its own. */
	private void tellNeighbours(int i, int j) {
		final int[] s = states;
		s[i - 1] |= 0x20 << j;
		s[i + 1] |= 0x08 << j;
		if (j == LAST_ROW) {
			int below = i + stride;
			s[below - 1] |= 1 << 2;
			s[below] |= 1 << 1;
			s[below + 1] |= 1;
		} else if (j == 0 && !causal) {
			int above = i - stride;
			s[above - 1] |= 1 << 17;
			s[above] |= 1 << 16;
			s[above + 1] |= 1 << 15;
		}
	}
}
