package org.dicompreview.rendering.internal.frame;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers for people. */
final class Numbers {

	private static final MathContext DIGITS = new MathContext(6);

	private Numbers() {
	}

	/** {@return six significant digits at most, all digits of whole numbers, no trailing zeros} */
	static String text(double value) {
		if (!Double.isFinite(value)) {
			return Double.toString(value);
		}
		if (value == Math.rint(value) && Math.abs(value) < 1e15) {
			return Long.toString((long) value);
		}
		BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
		int exponent = rounded.precision() - rounded.scale();
		return exponent > -5 && exponent < 16 ? rounded.toPlainString() : rounded.toString();
	}
}
