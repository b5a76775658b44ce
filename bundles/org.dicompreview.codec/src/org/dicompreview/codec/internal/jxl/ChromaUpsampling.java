package org.dicompreview.codec.internal.jxl;

/** Brings subsampled chrominances to full size (ISO/IEC 18181-1, J.2). */
final class ChromaUpsampling {

	private ChromaUpsampling() {
	}

	/**
	 * {@return the channel at full size}
	 *
	 * @param values the channel
	 * @param width  full width
	 * @param height full height
	 * @param shiftX logarithm of its subsampling across, at most 1
	 * @param shiftY down
	 */
	static float[] apply(float[] values, int width, int height, int shiftX, int shiftY) {
		float[] result = values;
		int rows = Numbers.ceilShift(height, shiftY);
		if (shiftX > 0) {
			result = across(result, Numbers.ceilShift(width, shiftX), rows, width);
		}
		return shiftY > 0 ? down(result, width, rows, height) : result;
	}

	private static float[] across(float[] from, int width, int height, int newWidth) {
		float[] to = new float[newWidth * height];
		for (int y = 0; y < height; y++) {
			int row = y * width;
			for (int x = 0; x < newWidth; x++) {
				int near = x / 2;
				int far = (x & 1) == 0 ? Math.max(0, near - 1) : Math.min(width - 1, near + 1);
				to[y * newWidth + x] = 0.75f * from[row + near] + 0.25f * from[row + far];
			}
		}
		return to;
	}

	private static float[] down(float[] from, int width, int height, int newHeight) {
		float[] to = new float[width * newHeight];
		for (int y = 0; y < newHeight; y++) {
			int near = y / 2;
			int far = (y & 1) == 0 ? Math.max(0, near - 1) : Math.min(height - 1, near + 1);
			for (int x = 0; x < width; x++) {
				to[y * width + x] = 0.75f * from[near * width + x] + 0.25f * from[far * width + x];
			}
		}
		return to;
	}
}
