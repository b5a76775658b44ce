package org.dicompreview.codec.internal.jpegls;

import java.util.Arrays;

/**
 * Decodes lines of several components that are interleaved by sample: a run needs all components to repeat their left
 * neighbours. For one thread.
 */
final class SampleLineDecoder extends ValueDecoder {

	private int[][] partsOfContext = {};
	private int[] corners = {};
	private int[] found = {};

	SampleLineDecoder(LsParameters parameters) {
		super(parameters);
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
			contextsFromAbove(rows[c], corners[c], partsOfContext[c], width);
		}
		for (int x = 1; x <= width; x++) {
			if (contexts(rows, x) == 0) {
				x = run(rows, x, width);
				continue;
			}
			for (int c = 0; c < rows.length; c++) {
				int[] row = rows[c];
				int top = row[x];
				row[x] = value(row[x - 1], top, corners[c], found[c]);
				corners[c] = top;
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
