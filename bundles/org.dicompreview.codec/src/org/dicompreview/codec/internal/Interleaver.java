package org.dicompreview.codec.internal;

import org.dicompreview.codec.Samples;

/** Turns planes of samples into samples by pixel (PS3.3 C.7.6.3.1.3). */
public final class Interleaver {

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
			for (int i = 0, to = 0; i < pixels; i++, to += 3) {
				result[to] = planes[i];
				result[to + 1] = planes[pixels + i];
				result[to + 2] = planes[2 * pixels + i];
			}
			return result;
		}
		for (int channel = 0; channel < channels; channel++) {
			for (int i = channel * pixels, to = channel; to < result.length; i++, to += channels) {
				result[to] = planes[i];
			}
		}
		return result;
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
