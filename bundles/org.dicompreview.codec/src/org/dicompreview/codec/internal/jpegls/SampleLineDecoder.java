package org.dicompreview.codec.internal.jpegls;

import java.util.Arrays;

/**
 * Decodes lines of several components that are interleaved by sample: a run needs all components to repeat their left
 * neighbours. For one thread.
 */
final class SampleLineDecoder extends ValueDecoder {

	private final boolean lossless;
	private int[][] partsOfContext = {};
	/** Values above the left neighbours of the next pixel. */
	private int[] corners = {};
	/** Contexts of the next pixel. */
	private int[] found = {};

	SampleLineDecoder(LsParameters parameters) {
		super(parameters);
		lossless = LosslessLineDecoder.suits(parameters);
	}

	/** Replaces a line of each component by the one below it, as {@link LineDecoder#decode}. */
	void decode(int[][] rows, int width) {
		if (corners.length != rows.length || partsOfContext[0].length <= width) {
			partsOfContext = new int[rows.length][width + 1];
			corners = new int[rows.length];
			found = new int[rows.length];
		}
		for (int c = 0; c < rows.length; c++) {
			corners[c] = rows[c][0];
			rows[c][0] = rows[c][1];
		}
		int end = 1;
		for (int x = 1; x <= width;) {
			if (x >= end) {
				end = Math.min(x + LineDecoder.AHEAD, width + 1);
				for (int c = 0; c < rows.length; c++) {
					contextsFromAbove(rows[c], corners[c], partsOfContext[c], x, end);
				}
			}
			x = lossless ? decodeQuickly(rows, x, end) : x;
			if (x < end) {
				x = decodeAny(rows, x, width);
			}
		}
		for (int[] row : rows) {
			row[width + 1] = row[width];
		}
	}

	/** Finds the contexts of all components. @return 0 if all are 0 */
	private int contexts(int[][] rows, int x) {
		int any = 0;
		for (int c = 0; c < rows.length; c++) {
			found[c] = partsOfContext[c][x] + regions[corners[c] - rows[c][x - 1] + maxVal];
			any |= found[c];
		}
		return any;
	}

	/** Decodes one pixel or one run. @return the index of the next pixel */
	private int decodeAny(int[][] rows, int x, int width) {
		if (contexts(rows, x) == 0) {
			return run(rows, x, width) + 1;
		}
		for (int c = 0; c < rows.length; c++) {
			int[] row = rows[c];
			int top = row[x];
			row[x] = value(row[x - 1], top, corners[c], found[c]);
			corners[c] = top;
		}
		return x + 1;
	}

	/** Decodes pixels of lossless scans from {@code x} on until a run begins. @return its index, or {@code end} */
	private int decodeQuickly(int[][] rows, int from, int end) {
		byte[] regions = this.regions;
		int[] model = contexts.model;
		int[] found = this.found;
		int[] corners = this.corners;
		byte[] data = bits.bytes;
		long position = bits.position;
		int max = maxVal;
		int x = from;
		for (; x < end; x++) {
			int any = 0;
			for (int c = 0; c < rows.length; c++) {
				found[c] = partsOfContext[c][x] + regions[corners[c] - rows[c][x - 1] + max];
				any |= found[c];
			}
			if (any == 0) {
				break;
			}
			for (int c = 0; c < rows.length; c++) {
				int[] row = rows[c];
				int left = row[x - 1];
				int top = row[x];
				int corner = corners[c];
				corners[c] = top;
				int context = found[c];
				int prepared = model[Contexts.ZERO + context];
				int k = prepared & Contexts.ORDER;
				long word = ClearBits.at(data, position);
				int zeros = Long.numberOfLeadingZeros(word);
				int mapped;
				if (zeros >= QUICK) {
					bits.position = position;
					mapped = golomb(k);
					position = bits.position;
				} else {
					int taken = zeros + k;
					mapped = (zeros - 1 << k) + (int) (word >>> 63 - taken);
					position += taken + 1;
				}
				int error = mapped >>> 1 ^ -((mapped ^ prepared >> Contexts.FLIPPED) & 1);
				int high = Math.max(left, top);
				int low = Math.min(left, top);
				int prediction = Math.max(low, Math.min(high, left + top - corner)) + (prepared >> 8);
				int sign = context >> 31;
				row[x] = Math.max(0, Math.min(max, prediction)) + ((error ^ sign) - sign) & max;
				contexts.learn((context ^ sign) - sign, (prepared >> 8 ^ sign) - sign, error, 1, true,
						LsParameters.DEFAULT_RESET);
			}
		}
		bits.position = position;
		return x;
	}

	private int run(int[][] rows, int x, int width) {
		int end = x + runLength(width + 1 - x);
		for (int c = 0; c < rows.length; c++) {
			int[] row = rows[c];
			Arrays.fill(row, x, end, row[x - 1]);
			if (end <= width) {
				corners[c] = row[end];
				row[end] = interruptionOfAll(row[end - 1], corners[c]);
			}
		}
		if (end <= width) {
			shortenRuns();
		}
		return end;
	}
}
