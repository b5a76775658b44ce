package org.dicompreview.rendering.internal.scale;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Enlarges with up to two rows and two samples of each for a pixel of the target: bilinear interpolation. Two samples are
 * worked on at once, each in 32 bits of a {@code long}; they are never negative and their sums fit. For one thread.
 */
final class BilinearResampler {

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
	private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
	private static final int GROUP = 4;
	private static final long PAIR = (1L << 32) + 1;
	private static final int HIGH_SHIFT = Resampler.SECOND_SHIFT + 32;

	private final RowSource source;
	private final SampleWeights columns;
	private final SampleWeights rows;
	private final int channels;
	private final int from;
	private final int length;
	private final byte[] row;
	/** The last rows of the frame, resampled across: 4 bytes a sample, even row numbers in the first one. */
	private final byte[][] lines = new byte[2][];
	private final int[] lineOf = { -1, -1 };

	/** @param columns one or two samples for each column @param rows one or two rows for each row */
	BilinearResampler(RowSource source, SampleWeights columns, SampleWeights rows) {
		this.source = source;
		this.columns = columns;
		this.rows = rows;
		channels = source.channels();
		from = columns.from();
		length = columns.count() * channels;
		row = new byte[(columns.to() - from) * channels];
		for (int i = 0; i < lines.length; i++) {
			lines[i] = new byte[Integer.BYTES * (length + GROUP)];
		}
	}

	void draw(byte[] out, int offset, int stride) {
		for (int y = 0; y < rows.count(); y++) {
			int start = rows.start[y];
			down(line(start), rows.weights[y * rows.width], line(start + rows.width - 1), out, offset + y * stride);
		}
	}

	private void down(byte[] a, int weight, byte[] b, byte[] out, int at) {
		int rest = SampleWeights.ONE - weight;
		int whole = length & -GROUP;
		for (int x = 0; x < whole; x += GROUP) {
			INT.set(out, at + x, blended(a, weight, b, rest, x));
		}
		int last = whole == length ? 0 : blended(a, weight, b, rest, whole);
		for (int x = whole; x < length; x++, last >>>= 8) {
			out[at + x] = (byte) last;
		}
	}

	/** {@return 4 samples, the first in the lowest byte} */
	private static int blended(byte[] a, int weight, byte[] b, int rest, int x) {
		int i = Integer.BYTES * x;
		long left = (long) LONG.get(a, i) * weight + (long) LONG.get(b, i) * rest + PAIR * Resampler.HALF;
		long right = (long) LONG.get(a, i + Long.BYTES) * weight + (long) LONG.get(b, i + Long.BYTES) * rest
				+ PAIR * Resampler.HALF;
		return (int) (left >>> Resampler.SECOND_SHIFT & 0xFF | left >>> HIGH_SHIFT << 8
				| (right >>> Resampler.SECOND_SHIFT & 0xFF) << 16 | right >>> HIGH_SHIFT << 24);
	}

	private byte[] line(int index) {
		int slot = index & 1;
		if (lineOf[slot] != index) {
			source.read(index, from, columns.to(), row, 0);
			across(lines[slot]);
			lineOf[slot] = index;
		}
		return lines[slot];
	}

	private void across(byte[] line) {
		int[] starts = columns.start;
		int[] weights = columns.weights;
		int width = columns.width;
		int second = (width - 1) * channels;
		int to = 0;
		if (channels == 1) {
			for (int x = 0; x < starts.length; x++, to += Integer.BYTES) {
				int i = starts[x] - from;
				INT.set(line, to, across(i, i + second, weights[x * width]));
			}
			return;
		}
		for (int x = 0; x < starts.length; x++, to += 3 * Integer.BYTES) {
			int i = 3 * (starts[x] - from);
			int j = i + second;
			int weight = weights[x * width];
			INT.set(line, to, across(i, j, weight));
			INT.set(line, to + Integer.BYTES, across(i + 1, j + 1, weight));
			INT.set(line, to + 2 * Integer.BYTES, across(i + 2, j + 2, weight));
		}
	}

	private int across(int first, int second, int weight) {
		int a = row[first] & 0xFF;
		int b = row[second] & 0xFF;
		return b * SampleWeights.ONE + (a - b) * weight >> Resampler.FIRST_SHIFT;
	}
}
