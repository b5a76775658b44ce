package org.dicompreview.rendering.internal.scale;

import java.util.Arrays;

/**
 * Makes device pixels where rows shrink: adds up rows first, so that the work across is done once for each row of the
 * target and not for each row of the frame.
 */
final class AreaResampler {

	private final RowSource source;
	private final SampleWeights columns;
	private final SampleWeights rows;
	private final int channels;
	private final byte[] row;
	private final int[] sums;
	private int rowIndex = -1;

	AreaResampler(RowSource source, SampleWeights columns, SampleWeights rows) {
		this.source = source;
		this.columns = columns;
		this.rows = rows;
		channels = source.channels();
		row = new byte[(columns.to() - columns.from()) * channels];
		sums = new int[row.length];
	}

	/** Draws target rows. @param from first one @param to row after the last */
	void draw(byte[] out, int offset, int stride, int from, int to) {
		boolean descending = rows.start[rows.count() - 1] < rows.start[0];
		for (int y = from; y < to; y++) {
			Arrays.fill(sums, 0);
			for (int i = 0; i < rows.width; i++) {
				int k = descending ? rows.width - 1 - i : i;
				add(rows.start[y] + k, rows.weights[y * rows.width + k]);
			}
			if (channels == 1) {
				across(out, offset + y * stride);
			} else {
				acrossColors(out, offset + y * stride);
			}
		}
	}

	private void add(int index, int weight) {
		if (weight == 0) {
			return;
		}
		if (index != rowIndex) {
			source.read(index, columns.from(), columns.to(), row, 0);
			rowIndex = index;
		}
		for (int x = 0; x < sums.length; x++) {
			sums[x] += (row[x] & 0xFF) * weight;
		}
	}

	private void across(byte[] out, int offset) {
		int[] weights = columns.weights;
		int width = columns.width;
		int at = 0;
		for (int x = 0; x < columns.start.length; x++) {
			int i = columns.start[x] - columns.from();
			int sum = Resampler.HALF;
			for (int k = 0; k < width; k++) {
				sum += (sums[i + k] >> Resampler.FIRST_SHIFT) * weights[at++];
			}
			out[offset + x] = (byte) Resampler.clamp(sum >> Resampler.SECOND_SHIFT);
		}
	}

	private void acrossColors(byte[] out, int offset) {
		int target = offset;
		for (int x = 0; x < columns.start.length; x++) {
			int i = (columns.start[x] - columns.from()) * channels;
			for (int c = 0; c < channels; c++) {
				int sum = Resampler.HALF;
				for (int k = 0; k < columns.width; k++) {
					sum += (sums[i + k * channels + c] >> Resampler.FIRST_SHIFT) * columns.weights[x * columns.width + k];
				}
				out[target++] = (byte) Resampler.clamp(sum >> Resampler.SECOND_SHIFT);
			}
		}
	}
}
