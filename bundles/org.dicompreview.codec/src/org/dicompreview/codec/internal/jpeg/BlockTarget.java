package org.dicompreview.codec.internal.jpeg;

import java.util.Arrays;

import org.dicompreview.codec.Samples;

/**
 * Puts the samples of blocks of one component where they belong in the frame: limits them to their range, repeats those
 * of components with fewer samples, and leaves out what lies beyond the edges. Several threads may put different blocks.
 */
abstract class BlockTarget {

	private final SampleGrid across;
	private final SampleGrid down;
	private final int columns;
	final int channel;
	final int channels;
	final int maximum;
	private final int[] blank = new int[64];

	private BlockTarget(ComponentLayout component) {
		across = component.across();
		down = component.down();
		columns = component.columns();
		channel = component.index();
		channels = component.channels();
		maximum = component.maximum();
		Arrays.fill(blank, component.blank());
	}

	/** {@return the target for a component of a frame} @param samples array of the whole frame */
	static BlockTarget of(ComponentLayout component, Samples samples) {
		if (samples instanceof Samples.Bytes bytes) {
			return new ToBytes(component, bytes.values());
		}
		if (samples instanceof Samples.Shorts shorts) {
			return new ToShorts(component, shorts.values());
		}
		return new ToInts(component, ((Samples.Ints) samples).values());
	}

	/**
	 * Puts one block; nothing if it lies beyond the edges.
	 *
	 * @param values samples, rows of 8
	 * @param x      column of the block
	 * @param y      row of the block
	 */
	final void put(int[] values, int x, int y) {
		if (x >= across.blocks() || y >= down.blocks()) {
			return;
		}
		int left = across.start(x);
		int top = down.start(y);
		int stride = columns * channels;
		int at = (top * columns + left) * channels + channel;
		if (across.isPlain(x) && down.isPlain(y)) {
			if (channels == 1) {
				putTogether(values, at, stride);
			} else {
				putApart(values, at, stride);
			}
			return;
		}
		int right = across.start(x + 1);
		int bottom = down.start(y + 1);
		byte[] rows = down.sampleInBlock();
		for (int row = top; row < bottom; row++, at += stride) {
			putRow(values, rows[row] * 8, across.sampleInBlock(), left, right, at);
		}
	}

	/** Puts in the place of a block that could not be decoded what stands for nothing. */
	final void putBlank(int x, int y) {
		put(blank, x, y);
	}

	/** Puts blanks in the place of all blocks. */
	final void blankAll() {
		for (int y = 0; y < down.blocks(); y++) {
			for (int x = 0; x < across.blocks(); x++) {
				putBlank(x, y);
			}
		}
	}

	/** Puts 8 x 8 values, each row side by side. */
	abstract void putTogether(int[] values, int at, int stride);

	/** Puts 8 x 8 values, {@link #channels} elements from one to the next. */
	abstract void putApart(int[] values, int at, int stride);

	/** Puts a row of pixels {@code left} to {@code right}: for each that one of 8 values that {@code which} tells. */
	abstract void putRow(int[] values, int from, byte[] which, int left, int right, int at);

	final int limit(int value) {
		return Math.max(0, Math.min(maximum, value));
	}

	private static final class ToBytes extends BlockTarget {

		private final byte[] samples;

		ToBytes(ComponentLayout component, byte[] samples) {
			super(component);
			this.samples = samples;
		}

		@Override
		void putTogether(int[] values, int at, int stride) {
			for (int i = 0, row = at; i < 64; i += 8, row += stride) {
				for (int j = 0; j < 8; j++) {
					samples[row + j] = (byte) limit(values[i + j]);
				}
			}
		}

		@Override
		void putApart(int[] values, int at, int stride) {
			for (int i = 0, row = at; i < 64; i += 8, row += stride) {
				for (int j = 0; j < 8; j++) {
					samples[row + j * channels] = (byte) limit(values[i + j]);
				}
			}
		}

		@Override
		void putRow(int[] values, int from, byte[] which, int left, int right, int at) {
			for (int i = left, to = at; i < right; i++, to += channels) {
				samples[to] = (byte) limit(values[from + which[i]]);
			}
		}
	}

	private static final class ToShorts extends BlockTarget {

		private final short[] samples;

		ToShorts(ComponentLayout component, short[] samples) {
			super(component);
			this.samples = samples;
		}

		@Override
		void putTogether(int[] values, int at, int stride) {
			for (int i = 0, row = at; i < 64; i += 8, row += stride) {
				for (int j = 0; j < 8; j++) {
					samples[row + j] = (short) limit(values[i + j]);
				}
			}
		}

		@Override
		void putApart(int[] values, int at, int stride) {
			for (int i = 0, row = at; i < 64; i += 8, row += stride) {
				for (int j = 0; j < 8; j++) {
					samples[row + j * channels] = (short) limit(values[i + j]);
				}
			}
		}

		@Override
		void putRow(int[] values, int from, byte[] which, int left, int right, int at) {
			for (int i = left, to = at; i < right; i++, to += channels) {
				samples[to] = (short) limit(values[from + which[i]]);
			}
		}
	}

	private static final class ToInts extends BlockTarget {

		private final int[] samples;

		ToInts(ComponentLayout component, int[] samples) {
			super(component);
			this.samples = samples;
		}

		@Override
		void putTogether(int[] values, int at, int stride) {
			putApart(values, at, stride);
		}

		@Override
		void putApart(int[] values, int at, int stride) {
			for (int i = 0, row = at; i < 64; i += 8, row += stride) {
				for (int j = 0; j < 8; j++) {
					samples[row + j * channels] = limit(values[i + j]);
				}
			}
		}

		@Override
		void putRow(int[] values, int from, byte[] which, int left, int right, int at) {
			for (int i = left, to = at; i < right; i++, to += channels) {
				samples[to] = limit(values[from + which[i]]);
			}
		}
	}
}
