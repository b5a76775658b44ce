package org.dicompreview.codec.internal.jxl;

/**
 * Makes samples of a frame that was a JPEG file what they are for decoders of such files, which work with whole numbers
 * from 0 to 255 (ISO/IEC 10918-1, A.3): here they are these less 128, divided by 255.
 */
final class JpegSamples {

	private static final float MOST = 255;
	private static final int MIDDLE = 128;

	private JpegSamples() {
	}

	/** Rounds samples that the inverse transform gave. */
	static void round(float[] values, int from, int to) {
		for (int i = from; i < to; i++) {
			float sample = (float) Math.floor(values[i] * MOST + MIDDLE + 0.5f);
			values[i] = (Math.max(0, Math.min(sample, MOST)) - MIDDLE) / MOST;
		}
	}

	/** Rounds samples between others, up and down in turn so that halves do not add up. */
	static void roundUpsampled(float[] values, int width, int shiftX, int shiftY) {
		if (shiftX + shiftY == 0) {
			return;
		}
		float even = shiftX + shiftY == 2 ? 0.5f : 0.25f;
		float odd = shiftX + shiftY == 2 ? 0.4375f : 0.5f;
		for (int i = 0; i < values.length; i++) {
			int place = shiftX > 0 ? i % width : i / width;
			// a sixteenth is far more than what calculating with floats may be wrong by
			float exact = Math.round((values[i] * MOST + MIDDLE) * 16) / 16f;
			values[i] = ((float) Math.floor(exact + ((place & 1) == 0 ? even : odd)) - MIDDLE) / MOST;
		}
	}
}
