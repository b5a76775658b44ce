package org.dicompreview.codec.internal.jpegls;

import java.util.Arrays;

/**
 * Decodes lines of single components. This one can do all parameters; its subclasses do what is usual, quickly. For one
 * thread.
 */
class LineDecoder extends ValueDecoder {

	/** Code words with fewer leading zeros are shorter than any LIMIT and fit into {@link ClearBits#GIVEN} bits. */
	static final int QUICK = 16;

	/** See {@link #contextsFromAbove}, for the line that is being decoded. */
	int[] partOfContext = {};
	/** Value above the left neighbour of the next value. */
	int corner;

	LineDecoder(LsParameters parameters) {
		super(parameters);
	}

	/**
	 * Replaces a line by the one below it.
	 *
	 * @param row   {@code width + 2} values: what counts as the left neighbour of the first one, the line, and a
	 *              repetition of the last one; all 0 above the first line
	 * @param width number of values in the line
	 */
	final void decode(int[] row, int width) {
		corner = row[0];
		row[0] = row[1];
		if (partOfContext.length <= width) {
			partOfContext = new int[width + 1];
		}
		contextsFromAbove(row, corner, partOfContext, width);
		for (int x = 1; x <= width;) {
			x = decodeQuickly(row, x, width);
			if (x <= width) {
				x = decodeAny(row, x, width);
			}
		}
		row[width + 1] = row[width];
	}

	/** Decodes values from {@code x} on until one is met that is not usual. @return its index, or {@code width + 1} */
	int decodeQuickly(int[] row, int x, int width) {
		return x;
	}

	/** Decodes one value or one run. @return the index of the next value */
	private int decodeAny(int[] row, int x, int width) {
		int left = row[x - 1];
		int context = partOfContext[x] + regions[corner - left + maxVal];
		if (context != 0) {
			int top = row[x];
			row[x] = value(left, top, corner, context);
			corner = top;
			return x + 1;
		}
		int end = x + runLength(width + 1 - x);
		Arrays.fill(row, x, end, left);
		if (end <= width) {
			corner = row[end];
			row[end] = interruption(left, corner);
			shortenRuns();
		}
		return end + 1;
	}
}
