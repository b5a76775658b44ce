package org.dicompreview.codec.internal.jpegls;

import java.util.Arrays;

/**
 * A line of all components, interleaved by sample: a run needs all components to repeat their left neighbours.
 *
 * @param decoder decodes the values
 * @param above   the lines above, by component
 * @param line    get the lines
 */
record SampleLine(GeneralLineDecoder decoder, int[][] above, int[][] line) {

	void decode(int width) {
		int components = line.length;
		int[] contexts = new int[components];
		for (int c = 0; c < components; c++) {
			line[c][0] = above[c][1];
		}
		for (int x = 1; x <= width; x++) {
			int any = 0;
			for (int c = 0; c < components; c++) {
				contexts[c] = decoder.context(above[c], line[c], x);
				any |= contexts[c];
			}
			if (any == 0) {
				x = run(x, width);
				continue;
			}
			for (int c = 0; c < components; c++) {
				line[c][x] = decoder.value(above[c], line[c], x, contexts[c]);
			}
		}
		for (int[] each : line) {
			each[width + 1] = each[width];
		}
	}

	private int run(int at, int width) {
		int end = at + decoder.runLength(width + 1 - at);
		for (int[] each : line) {
			Arrays.fill(each, at, end, each[at - 1]);
		}
		if (end <= width) {
			for (int c = 0; c < line.length; c++) {
				int left = line[c][end - 1];
				int top = above[c][end];
				int error = decoder.interruptionError(0);
				line[c][end] = decoder.reconstruct(top, left > top ? -error : error);
			}
			decoder.shortenRuns();
		}
		return end;
	}
}
