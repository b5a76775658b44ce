package org.dicompreview.rendering.internal.scale;

/** Swaps rows and columns of a buffer of pixels. */
public final class Transposition {

	/** Side of the squares that are moved at a time: source and target lines stay in the first-level cache. */
	private static final int BLOCK = 32;

	private Transposition() {
	}

	/**
	 * Transposes.
	 *
	 * @param in       pixels, {@code width} a line
	 * @param width    of a line
	 * @param height   number of lines
	 * @param channels bytes a pixel, 1 or 3
	 * @return the pixels, {@code height} a line
	 */
	public static byte[] of(byte[] in, int width, int height, int channels) {
		byte[] out = new byte[in.length];
		for (int top = 0; top < height; top += BLOCK) {
			for (int left = 0; left < width; left += BLOCK) {
				int bottom = Math.min(height, top + BLOCK);
				int right = Math.min(width, left + BLOCK);
				for (int x = left; x < right; x++) {
					column(in, x, width, top, bottom, channels, out, (x * height + top) * channels);
				}
			}
		}
		return out;
	}

	private static void column(byte[] in, int x, int width, int top, int bottom, int channels, byte[] out, int offset) {
		if (channels == 1) {
			for (int y = top, at = offset; y < bottom; y++, at++) {
				out[at] = in[y * width + x];
			}
			return;
		}
		for (int y = top, at = offset; y < bottom; y++, at += 3) {
			int from = (y * width + x) * 3;
			out[at] = in[from];
			out[at + 1] = in[from + 1];
			out[at + 2] = in[from + 2];
		}
	}
}
