package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;

/**
 * How the samples of a channel are stored (ISO/IEC 18181-1, A.4.3).
 *
 * @param bits     bits of a sample
 * @param exponent bits of its exponent, 0 for integers
 */
record Depth(int bits, int exponent) {

	private static final int MAX_INTEGER_BITS = 31;
	private static final int MAX_EXPONENT = 8;
	private static final int MAX_MANTISSA = 23;

	/** That of a channel of which nothing is said. */
	static final Depth DEFAULT = new Depth(8, 0);

	static Depth read(Bits in) throws DecodeException {
		boolean fraction = in.flag();
		int bits = fraction ? in.u32(32, 0, 16, 0, 24, 0, 1, 6) : in.u32(8, 0, 10, 0, 12, 0, 1, 6);
		int exponent = fraction ? in.read(4) + 1 : 0;
		int mantissa = bits - exponent - 1;
		if (fraction ? exponent < 2 || exponent > MAX_EXPONENT || mantissa < 2 || mantissa > MAX_MANTISSA
				: bits > MAX_INTEGER_BITS) {
			throw new DecodeException(JxlText.SAMPLE_BITS_INVALID, bits, exponent);
		}
		return new Depth(bits, exponent);
	}

	/** {@return whether samples have an exponent} */
	boolean isFloat() {
		return exponent > 0;
	}

	/** {@return the largest integer sample} */
	int most() {
		return (int) ((1L << bits) - 1);
	}

	/** {@return the number that the bits of a sample with an exponent stand for} */
	float toFloat(int sample) {
		if (bits == Float.SIZE) {
			return Float.intBitsToFloat(sample);
		}
		int mantissaBits = bits - exponent - 1;
		int mantissa = sample & (1 << mantissaBits) - 1;
		int power = sample >>> mantissaBits & (1 << exponent) - 1;
		int bias = (1 << exponent - 1) - 1;
		double value = power == 0 ? Math.scalb((double) mantissa, 1 - bias - mantissaBits)
				: Math.scalb((double) (mantissa | 1 << mantissaBits), power - bias - mantissaBits);
		return (float) ((sample >>> bits - 1 & 1) == 0 ? value : -value);
	}
}
