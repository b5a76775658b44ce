package org.dicompreview.viewer;

import java.text.NumberFormat;

/**
 * Numbers as people of this place write them, without grouping. Plain functions.
 *
 * @since 0.1
 */
public final class Numbers {

	private Numbers() {
	}

	/** {@return a number with as many digits as matter: none behind the point from 100 on, four below 1} */
	public static String format(double value) {
		return format(value, Math.abs(value) >= 100 || value == Math.rint(value) ? 0 : Math.abs(value) >= 1 ? 1 : 4);
	}

	/** {@return a number} @param digits most that stand behind the point */
	public static String format(double value, int digits) {
		NumberFormat format = NumberFormat.getNumberInstance();
		format.setMaximumFractionDigits(digits);
		format.setGroupingUsed(false);
		return format.format(value);
	}
}
