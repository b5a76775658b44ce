package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;

/**
 * The way back from XYB to linear light, and how quantised numbers of 1 and more are corrected (ISO/IEC 18181-1, L.2).
 */
final class OpsinInverse {

	/** From mixed to linear red, green and blue, by rows. */
	final float[] matrix = { 11.031566901960783f, -9.866943921568629f, -0.16462299647058826f, -3.254147380392157f,
			4.418770392156863f, -0.16462299647058826f, -3.6588512862745097f, 2.7129230470588235f, 1.9459282392156863f };
	/** Biases of the mixed values. */
	final float[] biases = { -0.0037930732552754493f, -0.0037930732552754493f, -0.0037930732552754493f };
	/** What quantised numbers of plus and minus 1 stand for in each channel, and the numerator for larger ones. */
	final float[] quantBiases = { 0.94534993f, 0.92994550f, 0.95006490f, 0.145f };

	void read(Bits bits) throws DecodeException {
		if (bits.flag()) {
			return;
		}
		for (float[] each : new float[][] { matrix, biases, quantBiases }) {
			for (int i = 0; i < each.length; i++) {
				each[i] = bits.f16();
			}
		}
	}
}
