package org.dicompreview.codec.internal.j2k;

import org.dicompreview.codec.DecodeException;

/**
 * How a tile-component is quantised: QCD or QCC (ISO/IEC 15444-1 A.6.4, annex E).
 *
 * @param derived whether all steps derive from that of the lowest sub-band
 * @param guard   guard bits, 0-7
 * @param steps   by sub-band, LL first: exponent above 11 bits of mantissa
 */
record Quantization(boolean derived, int guard, int[] steps) {

	private static final int MAX_BANDS = 97;

	/** Reads the parameters up to the end of the segment. */
	static Quantization read(ByteReader in) throws DecodeException {
		int style = in.u8();
		int bytes = (style & 0x1F) == 0 ? 1 : 2;
		int count = (style & 0x1F) == 1 ? 1 : Math.min(MAX_BANDS, in.remaining() / bytes);
		if ((style & 0x1F) > 2 || count == 0) {
			throw new DecodeException(Jpeg2000Text.QUANTISATION_UNKNOWN, style & 0x1F);
		}
		int[] steps = new int[count];
		for (int i = 0; i < count; i++) {
			steps[i] = bytes == 1 ? in.u8() >> 3 << 11 : in.u16();
		}
		return new Quantization((style & 0x1F) == 1, style >> 5, steps);
	}

	/** {@return exponent of a sub-band's step} */
	int exponent(int band, int resolution) throws DecodeException {
		int exponent = step(band) >> 11;
		return derived && resolution > 1 ? exponent - (resolution - 1) : exponent;
	}

	/** {@return the mantissa of a sub-band's step with its leading one, 1 to below 2} */
	float mantissa(int band) throws DecodeException {
		return 1 + (step(band) & 0x7FF) / 2048f;
	}

	private int step(int band) throws DecodeException {
		int index = derived ? 0 : band;
		if (index >= steps.length) {
			throw new DecodeException(Jpeg2000Text.NO_QUANTISATION_STEP, band);
		}
		return steps[index];
	}
}
