package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;

/** The section that is for the whole frame (ISO/IEC 18181-1, G.1). */
final class LfGlobal {

	private static final int NOISE_POINTS = 8;
	private static final float ALMOST_ZERO = 1e-8f;
	/** Steps of a correlation of 1, unless the frame says otherwise. */
	static final int CHROMA_FROM_LUMA = 84;

	/** Patches to put upon the frame, or null. */
	final Patches patches;
	/** Splines to draw, or null. */
	final Splines splines;
	/** Strength of noise by luminance, or null. */
	final float[] noise;
	/** Quanta of the low frequencies of X, Y and B. */
	final float[] lfDequant = { 1 / 4096f, 1 / 512f, 1 / 256f };
	/** Quantiser of all coefficients. */
	int globalScale = 1;
	/** Quantiser of low frequencies. */
	int lfQuantizer = 1;
	/** Contexts of the blocks of a frame that is not modular. */
	BlockContexts contexts;
	/** What a step of the correlation with luminance stands for. */
	float correlationScale = 1f / CHROMA_FROM_LUMA;
	/** Correlation of X and B with Y without any steps. */
	float baseX;
	float baseB = 1;
	/** Steps of the correlation for low frequencies. */
	int stepsX;
	int stepsB;
	/** The modular image. */
	final ModularFrame modular;

	LfGlobal(Bits bits, ImageHeader image, FrameHeader header, ImageDecoding.Reference[] references, long limit)
			throws DecodeException {
		patches = header.has(FrameHeader.PATCHES) ? new Patches(bits, image, header, references) : null;
		splines = header.has(FrameHeader.SPLINES) ? new Splines(bits, header) : null;
		if (header.has(FrameHeader.NOISE)) {
			noise = new float[NOISE_POINTS];
			for (int i = 0; i < NOISE_POINTS; i++) {
				noise[i] = bits.read(10) / 1024f;
			}
		} else {
			noise = null;
		}
		if (!bits.flag()) {
			for (int c = 0; c < 3; c++) {
				lfDequant[c] = bits.f16() / 128;
				if (lfDequant[c] < ALMOST_ZERO) {
					throw new DecodeException(JxlText.LOW_FREQUENCY_QUANTUM_ZERO);
				}
			}
		}
		if (!header.modular) {
			globalScale = bits.u32(1, 11, 2049, 11, 4097, 12, 8193, 16);
			lfQuantizer = bits.u32(16, 0, 1, 5, 1, 8, 1, 16);
			contexts = BlockContexts.read(bits);
			readCorrelation(bits);
		}
		bits.check();
		modular = new ModularFrame(bits, header, image, limit);
	}

	/** {@return whether colours are correlated as those of JPEG files are: high frequencies only, in usual steps} */
	boolean isUncorrelated() {
		return baseX == 0 && baseB == 0 && stepsX == 0 && stepsB == 0 && correlationScale == 1f / CHROMA_FROM_LUMA;
	}

	private void readCorrelation(Bits bits) throws DecodeException {
		if (bits.flag()) {
			return;
		}
		correlationScale = 1f / bits.u32(84, 0, 256, 0, 2, 8, 258, 16);
		baseX = bits.f16();
		baseB = bits.f16();
		stepsX = bits.read(8) - 128;
		stepsB = bits.read(8) - 128;
		if (Math.abs(baseX) > 4 || Math.abs(baseB) > 4) {
			throw new DecodeException(JxlText.COLOUR_CORRELATION_OUT_OF_RANGE);
		}
	}
}
