package org.dicompreview.series.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people and listings read them: a decimal point, no grouping, no trailing zeros. */
public final class Numbers {

	private static final int MOST_DECIMALS = 9;

	private Numbers() {
	}

	/**
	 * {@return the number rounded to so many decimals, without trailing zeros}
	 *
	 * @param value    a finite number
	 * @param decimals decimals at most
	 */
	public static String format(double value, int decimals) {
		if (value == Math.rint(value) && Math.abs(value) < 1e15) {
			return Long.toString((long) value);
		}
		BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
		return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString(); //$NON-NLS-1$
	}

	/**
	 * {@return how many decimals tell steps of this size apart, so that a label shows them}
	 *
	 * @param step  a distance above 0
	 * @param least how many there are at least
	 */
	public static int decimals(double step, int least) {
		return (int) Math.max(least, Math.min(MOST_DECIMALS, Math.ceil(-Math.log10(step)) + 1));
	}

	/** {@return the number rounded to three decimals, with a unit after it} */
	public static String format(double value, String unit) {
		return format(value, 3) + ' ' + unit;
	}
}
