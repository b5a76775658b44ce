package org.dicompreview.codec.internal.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.dicompreview.codec.Samples;

/**
 * Puts the samples of blocks of one component where they belong in the frame: repeats those
 * of components with fewer samples, and leaves out what lies beyond the edges. Several threads may put different blocks.
 */
abstract class BlockTarget {

	/** Times a byte: eight of it. */
	static final long EACH_BYTE = 0x0101010101010101L;

	private final SampleGrid across;
	private final SampleGrid down;
	private final int stride;
	final int channel;
	final int channels;
	private final int blank;

	private BlockTarget(ComponentLayout component) {
		across = component.across();
		down = component.down();
		channel = component.index();
		channels = component.channels();
		stride = component.columns() * channels;
		blank = component.blank();
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
	 * Makes the samples of a block and puts them; nothing if it lies beyond the edges.
	 *
	 * @param dct     the thread's transform
	 * @param block   coefficients, see {@link InverseDct}
	 * @param nonZero which but the first may be other than 0: bit 8 * row + column
	 * @param x       column of the block
	 * @param y       row of the block
	 */
	final void put(InverseDct dct, long[] block, long nonZero, int x, int y) {
		if (DctImage.isFlat(nonZero)) {
			putFlat(dct.flat((int) block[0]), x, y);
		} else if (x < across.blocks() && y < down.blocks()) {
			boolean plain = across.isPlain(x) && down.isPlain(y);
			if (plain && channels == 1) {
				putTogether(dct, block, nonZero, index(x, y), stride);
				return;
			}
			dct.transform(block, nonZero);
			if (plain) {
				putApart(dct.values(), index(x, y), stride);
			} else {
				putRepeated(dct.values(), x, y, index(x, y));
			}
		}
	}

	/** Puts a block of equal samples where none was put before: if they are 0 they are there, as the frame begins so. */
	final void putFlat(int value, int x, int y) {
		if (value != 0) {
			fill(value, x, y);
		}
	}

	private void fill(int value, int x, int y) {
		if (x >= across.blocks() || y >= down.blocks()) {
			return;
		}
		int at = index(x, y);
		int width = across.start(x + 1) - across.start(x);
		int height = down.start(y + 1) - down.start(y);
		putFlat(value, at, width, height, stride);
	}

	private int index(int x, int y) {
		return down.start(y) * stride + across.start(x) * channels + channel;
	}

	private void putRepeated(short[] values, int x, int y, int at) {
		int left = across.start(x);
		int right = across.start(x + 1);
		int bottom = down.start(y + 1);
		byte[] rows = down.sampleInBlock();
		int to = at;
		for (int row = down.start(y); row < bottom; row++, to += stride) {
			putRow(values, rows[row] * 8, across.sampleInBlock(), left, right, to);
		}
	}

	/** Puts in the place of a block that could not be decoded what stands for nothing. */
	final void putBlank(int x, int y) {
		fill(blank, x, y);
	}

	/** Puts blanks in the place of all blocks. */
	final void blankAll() {
		for (int y = 0; y < down.blocks(); y++) {
			for (int x = 0; x < across.blocks(); x++) {
				putBlank(x, y);
			}
		}
	}

	/** Makes the samples of a block and puts them, each row side by side. */
	abstract void putTogether(InverseDct dct, long[] block, long nonZero, int at, int stride);

	/** Puts 8 x 8 values, {@link #channels} elements from one to the next. */
	abstract void putApart(short[] values, int at, int stride);

	/** Puts a row of pixels {@code left} to {@code right}: for each that one of 8 values that {@code which} tells. */
	abstract void putRow(short[] values, int from, byte[] which, int left, int right, int at);

	/** Puts a value {@code width} times {@code height} times. */
	abstract void putFlat(int value, int at, int width, int height, int stride);

	private static final class ToBytes extends BlockTarget {

		private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

		private final byte[] samples;

		ToBytes(ComponentLayout component, byte[] samples) {
			super(component);
			this.samples = samples;
		}

		@Override
		void putTogether(InverseDct dct, long[] block, long nonZero, int at, int stride) {
			long[] rows = dct.rows();
			dct.transform(block, nonZero, rows);
			for (int i = 0, to = at; i < rows.length; i++, to += stride) {
				LONG.set(samples, to, rows[i]);
			}
		}

		@Override
		void putApart(short[] values, int at, int stride) {
			for (int i = 0, row = at; i < 64; i += 8, row += stride) {
				samples[row] = (byte) values[i];
				samples[row + channels] = (byte) values[i + 1];
				samples[row + 2 * channels] = (byte) values[i + 2];
				samples[row + 3 * channels] = (byte) values[i + 3];
				samples[row + 4 * channels] = (byte) values[i + 4];
				samples[row + 5 * channels] = (byte) values[i + 5];
				samples[row + 6 * channels] = (byte) values[i + 6];
				samples[row + 7 * channels] = (byte) values[i + 7];
			}
		}

		@Override
		void putFlat(int value, int at, int width, int height, int stride) {
			for (int i = 0, row = at; i < height; i++, row += stride) {
				if (channels == 1 && width == Long.BYTES) {
					LONG.set(samples, row, value * EACH_BYTE);
				} else {
					for (int j = 0, to = row; j < width; j++, to += channels) {
						samples[to] = (byte) value;
					}
				}
			}
		}

		@Override
		void putRow(short[] values, int from, byte[] which, int left, int right, int at) {
			for (int i = left, to = at; i < right; i++, to += channels) {
				samples[to] = (byte) values[from + which[i]];
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
		void putTogether(InverseDct dct, long[] block, long nonZero, int at, int stride) {
			dct.transform(block, nonZero);
			short[] values = dct.values();
			for (int i = 0, row = at; i < 64; i += 8, row += stride) {
				System.arraycopy(values, i, samples, row, 8);
			}
		}

		@Override
		void putApart(short[] values, int at, int stride) {
			for (int i = 0, row = at; i < 64; i += 8, row += stride) {
				samples[row] = values[i];
				samples[row + channels] = values[i + 1];
				samples[row + 2 * channels] = values[i + 2];
				samples[row + 3 * channels] = values[i + 3];
				samples[row + 4 * channels] = values[i + 4];
				samples[row + 5 * channels] = values[i + 5];
				samples[row + 6 * channels] = values[i + 6];
				samples[row + 7 * channels] = values[i + 7];
			}
		}

		@Override
		void putFlat(int value, int at, int width, int height, int stride) {
			for (int i = 0, row = at; i < height; i++, row += stride) {
				if (channels == 1) {
					Arrays.fill(samples, row, row + width, (short) value);
				} else {
					for (int j = 0, to = row; j < width; j++, to += channels) {
						samples[to] = (short) value;
					}
				}
			}
		}

		@Override
		void putRow(short[] values, int from, byte[] which, int left, int right, int at) {
			for (int i = left, to = at; i < right; i++, to += channels) {
				samples[to] = values[from + which[i]];
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
		void putTogether(InverseDct dct, long[] block, long nonZero, int at, int stride) {
			dct.transform(block, nonZero);
			putApart(dct.values(), at, stride);
		}

		@Override
		void putApart(short[] values, int at, int stride) {
			for (int i = 0, row = at; i < 64; i += 8, row += stride) {
				for (int j = 0; j < 8; j++) {
					samples[row + j * channels] = values[i + j];
				}
			}
		}

		@Override
		void putFlat(int value, int at, int width, int height, int stride) {
			for (int i = 0, row = at; i < height; i++, row += stride) {
				for (int j = 0, to = row; j < width; j++, to += channels) {
					samples[to] = value;
				}
			}
		}

		@Override
		void putRow(short[] values, int from, byte[] which, int left, int right, int at) {
			for (int i = left, to = at; i < right; i++, to += channels) {
				samples[to] = values[from + which[i]];
			}
		}
	}
}
