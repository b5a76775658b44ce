package org.dicompreview.codec.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.dicompreview.codec.Samples;

/** Turns planes of samples into samples by pixel (PS3.3 C.7.6.3.1.3). */
public final class Interleaver {

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private Interleaver() {
	}

	/**
	 * {@return a new array with the samples of each pixel side by side}
	 *
	 * @param planes   integers, one plane after the other
	 * @param channels number of planes
	 */
	public static Samples interleave(Samples planes, int channels) {
		int pixels = planes.length() / channels;
		if (planes instanceof Samples.Bytes bytes) {
			return new Samples.Bytes(interleave(bytes.values(), pixels, channels));
		}
		if (planes instanceof Samples.Shorts shorts) {
			return new Samples.Shorts(interleave(shorts.values(), pixels, channels));
		}
		if (planes instanceof Samples.Ints ints) {
			return new Samples.Ints(interleave(ints.values(), pixels, channels));
		}
		throw new IllegalArgumentException("only integers have planes");
	}

	private static byte[] interleave(byte[] planes, int pixels, int channels) {
		byte[] result = new byte[pixels * channels];
		if (channels == 3) {
			interleave(planes, 0, planes, pixels, planes, 2 * pixels, pixels, result, 0);
			return result;
		}
		for (int channel = 0; channel < channels; channel++) {
			for (int i = channel * pixels, to = channel; to < result.length; i++, to += channels) {
				result[to] = planes[i];
			}
		}
		return result;
	}

	/**
	 * Puts samples of three planes side by side.
	 *
	 * @param first  has the samples of the first plane
	 * @param from1  index of the first of them
	 * @param second likewise of the second plane
	 * @param from2  index of the first of them
	 * @param third  likewise of the third plane
	 * @param from3  index of the first of them
	 * @param pixels how many
	 * @param to     gets three bytes for each pixel
	 * @param at     index of the first one
	 */
	public static void interleave(byte[] first, int from1, byte[] second, int from2, byte[] third, int from3, int pixels,
			byte[] to, int at) {
		int i = 0;
		int out = at;
		for (; i + Long.BYTES <= pixels; i += Long.BYTES, out += 3 * Long.BYTES) {
			long row = (long) LONG.get(first, from1 + i);
			long middle = (long) LONG.get(second, from2 + i);
			long last = (long) LONG.get(third, from3 + i);
			LONG.set(to, out, Triples.first(row) | Triples.first(middle, last));
			LONG.set(to, out + Long.BYTES, Triples.second(row) | Triples.second(middle, last));
			LONG.set(to, out + 2 * Long.BYTES, Triples.third(row) | Triples.third(middle, last));
		}
		for (; i < pixels; i++, out += 3) {
			to[out] = first[from1 + i];
			to[out + 1] = second[from2 + i];
			to[out + 2] = third[from3 + i];
		}
	}

	private static short[] interleave(short[] planes, int pixels, int channels) {
		short[] result = new short[pixels * channels];
		for (int channel = 0; channel < channels; channel++) {
			for (int i = channel * pixels, to = channel; to < result.length; i++, to += channels) {
				result[to] = planes[i];
			}
		}
		return result;
	}

	private static int[] interleave(int[] planes, int pixels, int channels) {
		int[] result = new int[pixels * channels];
		for (int channel = 0; channel < channels; channel++) {
			for (int i = channel * pixels, to = channel; to < result.length; i++, to += channels) {
				result[to] = planes[i];
			}
		}
		return result;
	}
}
