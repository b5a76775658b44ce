package org.dicompreview.codec.internal.jpegls;

import java.util.Arrays;

import org.dicompreview.codec.Samples;

/**
 * The value array of the frame, by lines.
 *
 * @param samples  the values: bytes, shorts or ints, interleaved by pixel
 * @param columns  width of the image
 * @param channels samples per pixel
 */
record LineSink(Samples samples, int columns, int channels) {

	/** Stores the values from index 1 of {@code line} on as one channel of a row. */
	void store(int[] line, int channel, int row) {
		store(line, 1, columns, row * columns * channels + channel, channels);
	}

	/** Gets all values of a row from {@code line}, from index 0 on. */
	void storeAll(int[] line, int row) {
		store(line, 0, columns * channels, row * columns * channels, 1);
	}

	/** Puts all values of a row into {@code line}, from index 0 on. */
	void loadAll(int[] line, int row) {
		int from = row * columns * channels;
		for (int i = 0; i < columns * channels; i++) {
			if (samples instanceof Samples.Bytes bytes) {
				line[i] = bytes.values()[from + i] & 0xFF;
			} else if (samples instanceof Samples.Shorts shorts) {
				line[i] = shorts.values()[from + i] & 0xFFFF;
			} else if (samples instanceof Samples.Ints ints) {
				line[i] = ints.values()[from + i];
			}
		}
	}

	/** Sets all values to 0. */
	void clear() {
		if (samples instanceof Samples.Bytes bytes) {
			Arrays.fill(bytes.values(), (byte) 0);
		} else if (samples instanceof Samples.Shorts shorts) {
			Arrays.fill(shorts.values(), (short) 0);
		} else if (samples instanceof Samples.Ints ints) {
			Arrays.fill(ints.values(), 0);
		}
	}

	private void store(int[] line, int from, int count, int to, int step) {
		if (samples instanceof Samples.Bytes bytes) {
			byte[] values = bytes.values();
			for (int i = from, at = to; i < from + count; i++, at += step) {
				values[at] = (byte) line[i];
			}
		} else if (samples instanceof Samples.Shorts shorts) {
			short[] values = shorts.values();
			for (int i = from, at = to; i < from + count; i++, at += step) {
				values[at] = (short) line[i];
			}
		} else if (samples instanceof Samples.Ints ints) {
			int[] values = ints.values();
			for (int i = from, at = to; i < from + count; i++, at += step) {
				values[at] = line[i];
			}
		}
	}
}
