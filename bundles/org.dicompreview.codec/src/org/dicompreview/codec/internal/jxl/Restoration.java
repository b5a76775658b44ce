package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;

/** Parameters of the two filters that follow decoding (ISO/IEC 18181-1, J.1). */
final class Restoration {

	private static final int SHARPNESSES = 8;

	/** Whether the convolution is done. */
	boolean gaborish = true;
	/** Of the convolution, for each channel: weights of the four nearest and the four diagonal neighbours. */
	final float[] gaborishWeights = { 0.115169525f, 0.061248592f, 0.115169525f, 0.061248592f, 0.115169525f,
			0.061248592f };
	/** How often the edge-preserving filter is run, 0-3. */
	int iterations = 2;
	/** Strength by the sharpness of a block. */
	final float[] sharpness = new float[SHARPNESSES];
	/** How differences count in each channel. */
	final float[] channelScale = { 40, 5, 3.5f };
	float quantMultiplier = 0.46f;
	float firstScale = 0.9f;
	float lastScale = 6.5f;
	/** How much more differences count at the edges of blocks. */
	float borderMultiplier = 2 / 3f;
	float sigmaForModular = 1;

	/** The usual parameters. */
	Restoration() {
		for (int i = 0; i < SHARPNESSES; i++) {
			sharpness[i] = i / (SHARPNESSES - 1f);
		}
	}

	static Restoration read(Bits bits, boolean modular) throws DecodeException {
		Restoration result = new Restoration();
		if (!bits.flag()) {
			result.gaborish = bits.flag();
			if (result.gaborish && bits.flag()) {
				result.readWeights(bits);
			}
			result.iterations = bits.read(2);
			if (result.iterations > 0) {
				result.readFilter(bits, modular);
			}
			bits.extensions();
		}
		return result;
	}

	private void readWeights(Bits bits) throws DecodeException {
		readAll(bits, gaborishWeights);
		for (int i = 0; i < gaborishWeights.length; i += 2) {
			if (Math.abs(1 + 4 * (gaborishWeights[i] + gaborishWeights[i + 1])) < 1e-8) {
				throw new DecodeException(JxlText.SMOOTHING_WEIGHTS_ZERO);
			}
		}
	}

	private void readFilter(Bits bits, boolean modular) throws DecodeException {
		if (!modular && bits.flag()) {
			readAll(bits, sharpness);
		}
		if (bits.flag()) {
			readAll(bits, channelScale);
			bits.read(32);
		}
		if (bits.flag()) {
			quantMultiplier = modular ? quantMultiplier : bits.f16();
			firstScale = bits.f16();
			lastScale = bits.f16();
			borderMultiplier = bits.f16();
		}
		if (modular) {
			sigmaForModular = bits.f16();
			if (sigmaForModular < 1e-8) {
				throw new DecodeException(JxlText.EDGE_FILTER_STRENGTH_ZERO);
			}
		}
	}

	private static void readAll(Bits bits, float[] to) throws DecodeException {
		for (int i = 0; i < to.length; i++) {
			to[i] = bits.f16();
		}
	}
}
