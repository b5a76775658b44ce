package org.dicompreview.codec.internal;

import org.dicompreview.codec.Samples;

/** Brings values of fewer bits than their array element to the element's width. */
final class SignExtension {

	private SignExtension() {
	}

	/** Repeats bit {@code bits - 1} in all higher bits of every value, in place. */
	static void apply(Samples samples, int bits) {
		if (bits >= samples.bytesPerValue() * 8) {
			return;
		}
		if (samples instanceof Samples.Bytes bytes) {
			extend(bytes.values(), 32 - bits);
		} else if (samples instanceof Samples.Shorts shorts) {
			extend(shorts.values(), 32 - bits);
		} else if (samples instanceof Samples.Ints ints) {
			extend(ints.values(), 32 - bits);
		}
	}

	private static void extend(byte[] values, int shift) {
		for (int i = 0; i < values.length; i++) {
			values[i] = (byte) (values[i] << shift >> shift);
		}
	}

	private static void extend(short[] values, int shift) {
		for (int i = 0; i < values.length; i++) {
			values[i] = (short) (values[i] << shift >> shift);
		}
	}

	private static void extend(int[] values, int shift) {
		for (int i = 0; i < values.length; i++) {
			values[i] = values[i] << shift >> shift;
		}
	}
}
