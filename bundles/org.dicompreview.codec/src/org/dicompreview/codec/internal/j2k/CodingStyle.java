package org.dicompreview.codec.internal.j2k;

import org.dicompreview.codec.DecodeException;

/**
 * How a tile-component is coded: the SPcod or SPcoc parameters (ISO/IEC 15444-1 A.6.1, A.6.2; 15444-15 A.4).
 *
 * @param levels        decomposition levels, 0-32
 * @param blockWidth    exponent of the nominal code-block width, 2-10
 * @param blockHeight   exponent of the nominal code-block height, 2-10
 * @param blockStyle    code-block style bits
 * @param reversible    5/3 transform if so, else 9/7
 * @param precinctSizes exponents by resolution, PPx in the low and PPy in the high four bits
 */
record CodingStyle(int levels, int blockWidth, int blockHeight, int blockStyle, boolean reversible,
		byte[] precinctSizes) {

	static final int BYPASS = 0x01;
	static final int RESET = 0x02;
	static final int TERMINATE = 0x04;
	static final int CAUSAL = 0x08;
	static final int SEGMENTATION = 0x20;
	static final int HIGH_THROUGHPUT = 0x40;
	static final int MIXED = 0x80;

	private static final int MAX_LEVELS = 32;
	private static final byte LARGEST = (byte) 0xFF;

	/** Reads the parameters; {@code precincts} says whether their sizes follow. */
	static CodingStyle read(ByteReader in, boolean precincts) throws DecodeException {
		int levels = in.u8();
		int width = (in.u8() & 0xF) + 2;
		int height = (in.u8() & 0xF) + 2;
		int style = in.u8();
		int transform = in.u8();
		if (levels > MAX_LEVELS || width > 10 || height > 10 || width + height > 12) {
			throw new DecodeException(Jpeg2000Text.LEVELS_AND_BLOCKS, levels, width, height);
		}
		if (transform > 1) {
			throw new DecodeException(Jpeg2000Text.WAVELET_UNSUPPORTED, transform);
		}
		byte[] sizes = new byte[levels + 1];
		for (int i = 0; i <= levels; i++) {
			sizes[i] = precincts ? (byte) in.u8() : LARGEST;
			if (i > 0 && ((sizes[i] & 0xF) == 0 || (sizes[i] & 0xF0) == 0)) {
				throw new DecodeException(Jpeg2000Text.EMPTY_PRECINCT);
			}
		}
		return new CodingStyle(levels, width, height, style, transform == 1, sizes);
	}

	boolean has(int styleBit) {
		return (blockStyle & styleBit) != 0;
	}

	/** {@return exponent of the precinct width at a resolution} */
	int precinctWidth(int resolution) {
		return precinctSizes[resolution] & 0xF;
	}

	/** {@return exponent of the precinct height at a resolution} */
	int precinctHeight(int resolution) {
		return precinctSizes[resolution] >> 4 & 0xF;
	}
}
