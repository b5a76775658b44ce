package org.dicompreview.codec.internal.jpeg;

import org.dicompreview.codec.Samples;

/** Puts lines of one component of a lossless image where they belong in the frame. Several threads may put lines. */
final class LosslessLines {

	private final SampleGrid across;
	private final SampleGrid down;
	private final Samples samples;
	private final int channel;
	private final int channels;
	private final int columns;
	private final int shift;

	/** @param component where it lies, with blocks of one sample @param shift point transform */
	LosslessLines(ComponentLayout component, Samples samples, int shift) {
		across = component.across();
		down = component.down();
		channel = component.index();
		channels = component.channels();
		columns = component.columns();
		this.samples = samples;
		this.shift = shift;
	}

	/**
	 * Puts samples of a line; those beyond the edges are left out.
	 *
	 * @param line samples
	 * @param y    index of the line in the component
	 * @param from first sample
	 * @param to   index after the last sample
	 */
	void put(int[] line, int y, int from, int to) {
		if (y >= down.blocks()) {
			return;
		}
		int end = Math.min(to, across.blocks());
		for (int row = down.start(y); row < down.start(y + 1); row++) {
			int at = row * columns * channels + channel;
			if (!across.isWhole()) {
				putRepeated(line, from, end, at);
			} else if (samples instanceof Samples.Bytes bytes) {
				put(line, from, end, bytes.values(), at);
			} else if (samples instanceof Samples.Shorts shorts) {
				put(line, from, end, shorts.values(), at);
			} else if (samples instanceof Samples.Ints ints) {
				put(line, from, end, ints.values(), at);
			}
		}
	}

	private void put(int[] line, int from, int to, byte[] out, int at) {
		if (channels == 1) {
			for (int i = from; i < to; i++) {
				out[at + i] = (byte) (line[i] << shift);
			}
			return;
		}
		for (int i = from, pixel = at + from * channels; i < to; i++, pixel += channels) {
			out[pixel] = (byte) (line[i] << shift);
		}
	}

	private void put(int[] line, int from, int to, short[] out, int at) {
		if (channels == 1) {
			for (int i = from; i < to; i++) {
				out[at + i] = (short) (line[i] << shift);
			}
			return;
		}
		for (int i = from, pixel = at + from * channels; i < to; i++, pixel += channels) {
			out[pixel] = (short) (line[i] << shift);
		}
	}

	private void put(int[] line, int from, int to, int[] out, int at) {
		for (int i = from, pixel = at + from * channels; i < to; i++, pixel += channels) {
			out[pixel] = line[i] << shift & 0xFFFF;
		}
	}

	/** Rare: a component of a lossless image that has fewer samples than the image has pixels. */
	private void putRepeated(int[] line, int from, int to, int at) {
		for (int i = from; i < to; i++) {
			for (int pixel = across.start(i); pixel < across.start(i + 1); pixel++) {
				int index = at + pixel * channels;
				int value = line[i] << shift;
				if (samples instanceof Samples.Bytes bytes) {
					bytes.values()[index] = (byte) value;
				} else if (samples instanceof Samples.Shorts shorts) {
					shorts.values()[index] = (short) value;
				} else if (samples instanceof Samples.Ints ints) {
					ints.values()[index] = value & 0xFFFF;
				}
			}
		}
	}
}
