package org.dicompreview.codec.internal.jpegls;

/**
 * Decodes lines of single components. This one can do all parameters; its subclasses do what is usual, quickly. For one
 * thread.
 */
class LineDecoder extends ValueDecoder {

	/** Contexts that are prepared at once. */
	static final int AHEAD = 24;

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
		int end = 1; // of the known part of the contexts: where runs are long, only what is needed of it
		for (int x = 1; x <= width;) {
			if (x >= end) {
				end = Math.min(x + AHEAD, width + 1);
				contextsFromAbove(row, corner, partOfContext, x, end);
			}
			x = decodeQuickly(row, x, end);
			if (x < end) {
				x = decodeAny(row, x, width);
			}
		}
		row[width + 1] = row[width];
	}

	/** Decodes values from {@code x} on until one is met that is not usual. @return its index, or {@code end} */
	int decodeQuickly(int[] row, int from, int end) {
		byte[] regions = this.regions;
		Contexts contexts = this.contexts;
		int[] model = contexts.model;
		int[] partOfContext = this.partOfContext;
		byte[] data = bits.bytes;
		long position = bits.position;
		int max = maxVal;
		int corner = this.corner;
		int left = row[from - 1];
		int x = from;
		for (; x < end; x++) {
			int context = partOfContext[x] + regions[corner - left + max];
			long word = ClearBits.at(data, position);
			int zeros = Long.numberOfLeadingZeros(word);
			if (context == 0 || zeros >= QUICK) {
				break;
			}
			int prepared = model[Contexts.ZERO + context];
			int k = prepared & Contexts.ORDER;
			int taken = zeros + k;
			int mapped = (zeros - 1 << k) + (int) (word >>> 63 - taken);
			position += taken + 1;
			int error = mapped >>> 1 ^ -((mapped ^ prepared >> Contexts.FLIPPED) & 1);

			int top = row[x];
			int high = Math.max(left, top);
			int low = Math.min(left, top);
			int prediction = Math.max(low, Math.min(high, left + top - corner)) + (prepared >> 8);
			int sign = context >> 31;
			left = reconstruct(Math.max(0, Math.min(max, prediction)), (error ^ sign) - sign);
			row[x] = left;
			corner = top;
			contexts.learn((context ^ sign) - sign, (prepared >> 8 ^ sign) - sign, error, step, near == 0, reset);
		}
		bits.position = position;
		this.corner = corner;
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
		for (int i = x; i < end; i++) {
			row[i] = left;
		}
		if (end <= width) {
			corner = row[end];
			row[end] = interruption(left, corner);
			shortenRuns();
		}
		return end + 1;
	}
}
