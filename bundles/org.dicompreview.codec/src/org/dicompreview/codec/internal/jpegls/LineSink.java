package org.dicompreview.codec.internal.jpegls;

import org.dicompreview.codec.Samples;

/**
 * Stores decoded lines.
 *
 * @param samples  gets the values
 * @param columns  width of the image
 * @param channels samples per pixel
 */
record LineSink(Samples samples, int columns, int channels) {

	/** Stores the values from index 1 of {@code line} on as one channel of a row. */
	void store(int[] line, int channel, int row) {
		int from = row * columns * channels + channel;
		if (samples instanceof Samples.Bytes bytes) {
			store(line, bytes.values(), from);
		} else if (samples instanceof Samples.Shorts shorts) {
			store(line, shorts.values(), from);
		} else if (samples instanceof Samples.Ints ints) {
			store(line, ints.values(), from);
		}
	}

	private void store(int[] line, byte[] to, int from) {
		for (int x = 1, at = from; x <= columns; x++, at += channels) {
			to[at] = (byte) line[x];
		}
	}

	private void store(int[] line, short[] to, int from) {
		for (int x = 1, at = from; x <= columns; x++, at += channels) {
			to[at] = (short) line[x];
		}
	}

	private void store(int[] line, int[] to, int from) {
		for (int x = 1, at = from; x <= columns; x++, at += channels) {
			to[at] = line[x];
		}
	}
}
