package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;

/**
 * A channel beside those of the colours (ISO/IEC 18181-1, A.4.10).
 *
 * @param alpha      whether it is opacity
 * @param depth      how its samples are stored
 * @param shift      logarithm of its subsampling
 * @param associated whether colours are multiplied with it
 */
record ExtraChannel(boolean alpha, Depth depth, int shift, boolean associated) {

	private static final int ALPHA = 0;
	private static final int SPOT = 2;
	private static final int FILTER_ARRAY = 5;
	private static final int MAX_SHIFT = 3;

	static ExtraChannel read(Bits bits) throws DecodeException {
		if (bits.flag()) {
			return new ExtraChannel(true, Depth.DEFAULT, 0, false);
		}
		int type = bits.enumerated();
		Depth depth = Depth.read(bits);
		int shift = bits.u32(0, 0, 3, 0, 4, 0, 1, 3);
		if (shift > MAX_SHIFT) {
			throw new DecodeException(JxlText.EXTRA_CHANNEL_SUBSAMPLING, shift);
		}
		bits.name();
		boolean associated = type == ALPHA && bits.flag();
		if (type == SPOT) {
			for (int i = 0; i < 4; i++) {
				bits.f16();
			}
		} else if (type == FILTER_ARRAY) {
			bits.u32(1, 0, 0, 2, 3, 4, 19, 8);
		}
		bits.check();
		return new ExtraChannel(type == ALPHA, depth, shift, associated);
	}
}
