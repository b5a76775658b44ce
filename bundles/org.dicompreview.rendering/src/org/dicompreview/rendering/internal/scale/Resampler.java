package org.dicompreview.rendering.internal.scale;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.dicompreview.rendering.DisplaySettings.Interpolation;

/**
 * Makes device pixels of display values in one pass over the visible part of a frame: first across, then down; where
 * rows shrink, the other way round.
 * <p>
 * Interpolation works on display values, not on modality values: PS3.4 N.2 leaves it open, and so padding and palette
 * indices never mix with their neighbours as numbers, and a table turns each sample just once.
 */
public final class Resampler {

	/** Bits that the first pass keeps below the value, so that the weights of the second fit an int. */
	private static final int KEPT = 8;
	static final int FIRST_SHIFT = 14 - KEPT;
	static final int SECOND_SHIFT = 14 + KEPT;
	static final int HALF = 1 << SECOND_SHIFT - 1;
	private static final int LINES = 4;
	private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
	/** Samples that are worth a thread. */
	private static final int STRIP = 1 << 20;

	private final RowSource source;
	private final SampleWeights columns;
	private final SampleWeights rows;
	private final int channels;
	private final int from;
	private final byte[] row;
	private final int[][] lines = new int[LINES][];
	private final int[] lineOf = { -1, -1, -1, -1 };

	private Resampler(RowSource source, SampleWeights columns, SampleWeights rows) {
		this.source = source;
		this.columns = columns;
		this.rows = rows;
		channels = source.channels();
		from = columns.from();
		row = new byte[(columns.to() - from) * channels];
	}

	/**
	 * Draws the visible part of a frame along the frame's own axes.
	 *
	 * @param source        the frame
	 * @param viewport      where it lies
	 * @param interpolation for enlarging
	 * @param out           the buffer, {@link Viewport#lineLength()} pixels a line
	 */
	public static void draw(RowSource source, Viewport viewport, Interpolation interpolation, byte[] out) {
		SampleWeights columns = SampleWeights.of(viewport.columns(), interpolation);
		SampleWeights rows = SampleWeights.of(viewport.rows(), interpolation);
		if (columns.count() == 0 || rows.count() == 0) {
			return;
		}
		int stride = viewport.lineLength() * source.channels();
		int offset = viewport.rows().first() * stride + viewport.columns().first() * source.channels();
		if (viewport.rows().scale() < 1) {
			shrink(source, columns, rows, out, offset, stride);
			return;
		}
		Resampler resampler = new Resampler(source, columns, rows);
		if (columns.isIdentity() && rows.width == 1) {
			resampler.copy(out, offset, stride);
		} else if (columns.width == 1 && rows.width == 1) {
			resampler.pick(out, offset, stride);
		} else if (columns.width <= 2 && rows.width <= 2) {
			new BilinearResampler(source, columns, rows).draw(out, offset, stride);
		} else {
			resampler.blend(out, offset, stride);
		}
	}

	/** Large frames in strips at once: whoever drags a window over one waits for each picture. */
	private static void shrink(RowSource source, SampleWeights columns, SampleWeights rows, byte[] out, int offset,
			int stride) {
		long samples = (long) (columns.to() - columns.from()) * (rows.to() - rows.from());
		int strips = (int) Math.max(1, Math.min(Math.min(PROCESSORS, rows.count()), samples / STRIP));
		IntStream.range(0, strips).parallel().forEach(strip -> new AreaResampler(source, columns, rows).draw(out, offset,
				stride, rows.count() * strip / strips, rows.count() * (strip + 1) / strips));
	}

	private void copy(byte[] out, int offset, int stride) {
		for (int y = 0; y < rows.count(); y++) {
			int at = offset + y * stride;
			if (y > 0 && rows.start[y] == rows.start[y - 1]) {
				System.arraycopy(out, at - stride, out, at, row.length);
			} else {
				source.read(rows.start[y], from, columns.to(), out, at);
			}
		}
	}

	private void pick(byte[] out, int offset, int stride) {
		for (int y = 0; y < rows.count(); y++) {
			int at = offset + y * stride;
			if (y > 0 && rows.start[y] == rows.start[y - 1]) {
				System.arraycopy(out, at - stride, out, at, columns.count() * channels);
				continue;
			}
			source.read(rows.start[y], from, columns.to(), row, 0);
			if (channels == 1) {
				for (int x = 0; x < columns.start.length; x++) {
					out[at + x] = row[columns.start[x] - from];
				}
			} else {
				pickColors(out, at);
			}
		}
	}

	private void pickColors(byte[] out, int offset) {
		int at = offset;
		for (int x = 0; x < columns.start.length; x++) {
			int i = (columns.start[x] - from) * channels;
			for (int c = 0; c < channels; c++) {
				out[at++] = row[i + c];
			}
		}
	}

	private void blend(byte[] out, int offset, int stride) {
		int length = columns.count() * channels;
		int[] sums = rows.width > 1 ? new int[length] : null;
		for (int y = 0; y < rows.count(); y++) {
			int at = offset + y * stride;
			int start = rows.start[y];
			if (rows.width == 1) {
				down(line(start), length, out, at);
			} else {
				sum(y, sums);
				narrow(sums, out, at);
			}
		}
	}

	private static void down(int[] line, int length, byte[] out, int at) {
		for (int x = 0; x < length; x++) {
			out[at + x] = (byte) clamp(line[x] + (1 << KEPT - 1) >> KEPT);
		}
	}

	private void sum(int y, int[] sums) {
		Arrays.fill(sums, HALF);
		for (int k = 0; k < rows.width; k++) {
			int weight = rows.weights[y * rows.width + k];
			if (weight != 0) {
				int[] line = line(rows.start[y] + k);
				for (int x = 0; x < sums.length; x++) {
					sums[x] += line[x] * weight;
				}
			}
		}
	}

	private static void narrow(int[] sums, byte[] out, int at) {
		for (int x = 0; x < sums.length; x++) {
			out[at + x] = (byte) clamp(sums[x] >> SECOND_SHIFT);
		}
	}

	static int clamp(int value) {
		return Math.max(0, Math.min(255, value));
	}

	/** {@return a row of the frame resampled across; the last few are remembered} */
	private int[] line(int index) {
		int slot = index & LINES - 1;
		if (lineOf[slot] != index) {
			if (lines[slot] == null) {
				lines[slot] = new int[columns.count() * channels];
			}
			source.read(index, from, columns.to(), row, 0);
			if (channels == 1) {
				acrossRuns(lines[slot]);
			} else {
				acrossColors(lines[slot]);
			}
			lineOf[slot] = index;
		}
		return lines[slot];
	}

	private void acrossRuns(int[] line) {
		int width = columns.width;
		int[] weights = columns.weights;
		int at = 0;
		for (int x = 0; x < line.length; x++) {
			int i = columns.start[x] - from;
			int sum = 0;
			for (int k = 0; k < width; k++) {
				sum += (row[i + k] & 0xFF) * weights[at++];
			}
			line[x] = sum >> FIRST_SHIFT;
		}
	}

	private void acrossColors(int[] line) {
		int width = columns.width;
		int at = 0;
		for (int x = 0; x < columns.start.length; x++) {
			int i = (columns.start[x] - from) * channels;
			for (int c = 0; c < channels; c++) {
				int sum = 0;
				for (int k = 0; k < width; k++) {
					sum += (row[i + k * channels + c] & 0xFF) * columns.weights[x * width + k];
				}
				line[at++] = sum >> FIRST_SHIFT;
			}
		}
	}
}
