package org.dicompreview.codec.internal.uncompressed;

import java.lang.reflect.Array;

import org.dicompreview.codec.Samples;

/**
 * YBR_FULL_422 without compression (PS3.3 C.7.6.3.1.2): two luminances, then the two chrominances that both pixels
 * share. Brought to three samples per pixel by repeating the chrominances. Pairs go on from row to row, unless rows are
 * padded to whole pairs.
 */
final class SharedChrominance {

	private SharedChrominance() {
	}

	/** {@return three values for each pixel} @param pairs of rows that are padded to whole pairs */
	static Samples expandRows(Samples pairs, int columns, int rows) {
		int padded = columns + 1;
		Samples all = expand(pairs, padded * rows);
		if (all instanceof Samples.Bytes bytes) {
			return new Samples.Bytes((byte[]) cut(bytes.values(), new byte[3 * columns * rows], 3 * columns, 3 * padded));
		}
		if (all instanceof Samples.Shorts shorts) {
			return new Samples.Shorts((short[]) cut(shorts.values(), new short[3 * columns * rows], 3 * columns, 3 * padded));
		}
		return new Samples.Ints((int[]) cut(((Samples.Ints) all).values(), new int[3 * columns * rows], 3 * columns,
				3 * padded));
	}

	/** {@return the array {@code to} with the beginnings of rows} */
	private static Object cut(Object from, Object to, int length, int stride) {
		int size = Array.getLength(to);
		for (int row = 0, at = 0; at < size; row++, at += length) {
			System.arraycopy(from, row * stride, to, at, length);
		}
		return to;
	}

	/** {@return three values for each of so many pixels} */
	static Samples expand(Samples pairs, int pixels) {
		if (pairs instanceof Samples.Bytes bytes) {
			return new Samples.Bytes(expand(bytes.values(), pixels));
		}
		if (pairs instanceof Samples.Shorts shorts) {
			return new Samples.Shorts(expand(shorts.values(), pixels));
		}
		if (pairs instanceof Samples.Ints ints) {
			return new Samples.Ints(expand(ints.values(), pixels));
		}
		throw new IllegalArgumentException("only integers share chrominance");
	}

	private static byte[] expand(byte[] pairs, int pixels) {
		byte[] result = new byte[3 * pixels];
		for (int pixel = 0, to = 0; pixel < pixels; pixel++) {
			int pair = pixel / 2 * 4;
			result[to++] = pairs[pair + (pixel & 1)];
			result[to++] = pairs[pair + 2];
			result[to++] = pairs[pair + 3];
		}
		return result;
	}

	private static short[] expand(short[] pairs, int pixels) {
		short[] result = new short[3 * pixels];
		for (int pixel = 0, to = 0; pixel < pixels; pixel++) {
			int pair = pixel / 2 * 4;
			result[to++] = pairs[pair + (pixel & 1)];
			result[to++] = pairs[pair + 2];
			result[to++] = pairs[pair + 3];
		}
		return result;
	}

	private static int[] expand(int[] pairs, int pixels) {
		int[] result = new int[3 * pixels];
		for (int pixel = 0, to = 0; pixel < pixels; pixel++) {
			int pair = pixel / 2 * 4;
			result[to++] = pairs[pair + (pixel & 1)];
			result[to++] = pairs[pair + 2];
			result[to++] = pairs[pair + 3];
		}
		return result;
	}
}
