package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;

/**
 * How tokens and the bits after them make integers (ISO/IEC 18181-1, C.2.3).
 *
 * @param splitExponent tokens below two to this power are the integers themselves
 * @param high          bits below the highest one that are in the token
 * @param low           lowest bits that are in the token
 */
record HybridInteger(int splitExponent, int high, int low) {

	static HybridInteger read(Bits bits, int logAlphabet) throws DecodeException {
		int split = bits.read(Numbers.bitsFor(logAlphabet));
		if (split > logAlphabet) {
			throw new DecodeException(JxlText.INTEGER_CONFIGURATION_INVALID);
		}
		if (split == logAlphabet) {
			return new HybridInteger(split, 0, 0);
		}
		int high = bits.read(Numbers.bitsFor(split));
		if (high > split) {
			throw new DecodeException(JxlText.INTEGER_CONFIGURATION_INVALID);
		}
		int low = bits.read(Numbers.bitsFor(split - high));
		if (high + low > split) {
			throw new DecodeException(JxlText.INTEGER_CONFIGURATION_INVALID);
		}
		return new HybridInteger(split, high, low);
	}

	/** {@return the integer of a token} */
	int value(int token, Bits bits) {
		if (token < 1 << splitExponent) {
			return token;
		}
		int inToken = high + low;
		int more = splitExponent - inToken + (token - (1 << splitExponent) >>> inToken) & 31;
		int top = token >>> low & (1 << high) - 1 | 1 << high;
		return (top << more | bits.read(more)) << low | token & (1 << low) - 1;
	}
}
