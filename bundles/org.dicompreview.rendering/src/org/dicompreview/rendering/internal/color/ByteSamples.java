package org.dicompreview.rendering.internal.color;

import org.dicompreview.codec.Samples;

/** Samples of any integer size, brought to 0-255 by their significant bits. */
@FunctionalInterface
interface ByteSamples {

	/** {@return sample {@code index}, 0-255} */
	int get(int index);

	/** {@return the samples} @param bits significant bits of one */
	static ByteSamples of(Samples samples, int bits) {
		if (samples instanceof Samples.Bytes bytes) {
			int max = (1 << Math.min(8, bits)) - 1;
			return i -> ((bytes.values()[i] & max) * 255 + max / 2) / max;
		}
		if (samples instanceof Samples.Shorts shorts) {
			int max = (1 << Math.min(16, bits)) - 1;
			return i -> ((shorts.values()[i] & max) * 255 + max / 2) / max;
		}
		int[] values = ((Samples.Ints) samples).values();
		long max = (1L << Math.min(32, bits)) - 1;
		return i -> (int) (((values[i] & max) * 255 + max / 2) / max);
	}
}
