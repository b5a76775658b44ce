package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;

/**
 * How a channel of a frame is put upon an earlier frame (ISO/IEC 18181-1, F.2).
 *
 * @param mode   one of the constants below
 * @param alpha  the extra channel with the opacity
 * @param clamp  whether opacity is kept between 0 and 1
 * @param source the slot that the earlier frame is in
 */
record Blending(int mode, int alpha, boolean clamp, int source) {

	static final int REPLACE = 0;
	static final int ADD = 1;
	static final int BLEND = 2;
	static final int MULTIPLY_ADD = 3;
	static final int MULTIPLY = 4;

	/** Nothing is below. */
	static final Blending NONE = new Blending(REPLACE, 0, false, 0);

	static Blending read(Bits bits, int extra, boolean partial) throws DecodeException {
		int mode = bits.u32(0, 0, 1, 0, 2, 0, 3, 2);
		boolean blends = extra > 0 && (mode == BLEND || mode == MULTIPLY_ADD);
		int alpha = blends ? bits.u32(0, 0, 1, 0, 2, 0, 3, 3) : 0;
		boolean clamp = (blends || mode == MULTIPLY) && bits.flag();
		int source = mode != REPLACE || partial ? bits.read(2) : 0;
		if (mode > MULTIPLY || blends && alpha >= extra) {
			throw new DecodeException(JxlText.BLENDING_INVALID);
		}
		return new Blending(mode, alpha, clamp, source);
	}
}
