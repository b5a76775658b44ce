package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;

/**
 * What the samples of an image mean once they are decoded (ISO/IEC 18181-1, A.4.4 and annex E).
 *
 * @param profile   whether an ICC profile says so
 * @param grey      whether there is one channel
 * @param white     chromaticity of white
 * @param primaries chromaticities of red, green and blue
 * @param transfer  transfer function: one of the constants below
 * @param gamma     exponent of {@link #GAMMA}
 */
record ColourEncoding(boolean profile, boolean grey, double[] white, double[][] primaries, int transfer, double gamma) {

	/** The transfer function of ITU-R BT.709. */
	static final int BT709 = 1;
	/** None. */
	static final int LINEAR = 8;
	/** That of IEC 61966-2-1. */
	static final int SRGB = 13;
	/** That of SMPTE ST 2084. */
	static final int PQ = 16;
	/** That of SMPTE ST 428-1. */
	static final int DCI = 17;
	/** Hybrid log-gamma of ITU-R BT.2100. */
	static final int HLG = 18;
	/** A power. */
	static final int GAMMA = -1;

	private static final int GREY = 1;
	private static final int XYB = 2;
	private static final int UNKNOWN = 3;
	private static final int CUSTOM = 2;
	private static final double[] D65 = { 0.3127, 0.3290 };
	private static final double[][] SRGB_PRIMARIES = { { 0.639998686, 0.330010138 }, { 0.300003784, 0.600003357 },
			{ 0.150002046, 0.059997204 } };
	private static final double[][] BT2100 = { { 0.708, 0.292 }, { 0.170, 0.797 }, { 0.131, 0.046 } };
	private static final double[][] P3 = { { 0.680, 0.320 }, { 0.265, 0.690 }, { 0.150, 0.060 } };

	/** That of an image of which nothing is said. */
	static final ColourEncoding DEFAULT = new ColourEncoding(false, false, D65, SRGB_PRIMARIES, SRGB, 1);

	static ColourEncoding read(Bits bits) throws DecodeException {
		if (bits.flag()) {
			return DEFAULT;
		}
		boolean profile = bits.flag();
		int space = bits.enumerated();
		if (space > UNKNOWN) {
			throw new DecodeException(JxlText.COLOUR_SPACE_UNKNOWN, space);
		}
		if (profile) {
			return new ColourEncoding(true, space == GREY, D65, SRGB_PRIMARIES, SRGB, 1);
		}
		double[] white = space == XYB ? D65 : readWhite(bits);
		double[][] primaries = space == XYB || space == GREY ? SRGB_PRIMARIES : readPrimaries(bits);
		int transfer = SRGB;
		double gamma = 1;
		if (space != XYB) {
			boolean power = bits.flag();
			gamma = power ? bits.read(24) / 1e7 : 1;
			transfer = power ? GAMMA : bits.enumerated();
			if (power && !(gamma > 0 && gamma <= 1)) {
				throw new DecodeException(JxlText.GAMMA_INVALID, gamma);
			}
		}
		bits.enumerated(); // rendering intent
		return new ColourEncoding(false, space == GREY, white, primaries, transfer, gamma);
	}

	private static double[] readWhite(Bits bits) throws DecodeException {
		int white = bits.enumerated();
		return switch (white) {
			case 1 -> D65;
			case CUSTOM -> readPlace(bits);
			case 10 -> new double[] { 1 / 3.0, 1 / 3.0 };
			case 11 -> new double[] { 0.314, 0.351 };
			default -> throw new DecodeException(JxlText.WHITE_POINT_UNKNOWN, white);
		};
	}

	private static double[][] readPrimaries(Bits bits) throws DecodeException {
		int primaries = bits.enumerated();
		return switch (primaries) {
			case 1 -> SRGB_PRIMARIES;
			case CUSTOM -> new double[][] { readPlace(bits), readPlace(bits), readPlace(bits) };
			case 9 -> BT2100;
			case 11 -> P3;
			default -> throw new DecodeException(JxlText.PRIMARIES_UNKNOWN, primaries);
		};
	}

	private static double[] readPlace(Bits bits) throws DecodeException {
		double[] place = new double[2];
		for (int i = 0; i < 2; i++) {
			place[i] = Bits.signed(bits.u32(0, 19, 524288, 19, 1048576, 20, 2097152, 21)) * 1e-6;
		}
		if (place[1] == 0) {
			throw new DecodeException(JxlText.CHROMATICITY_INVALID);
		}
		return place;
	}

	/** {@return whether colours are those of sRGB but for the transfer function} */
	boolean isSrgbGamut() {
		return white == D65 && primaries == SRGB_PRIMARIES;
	}
}
