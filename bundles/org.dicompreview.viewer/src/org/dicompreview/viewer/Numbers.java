package org.dicompreview.viewer;

import java.text.NumberFormat;
import java.util.Locale;

/**
 * Numbers as people of this place write them, without grouping. Plain functions.
 *
 * @since 0.1
 */
public final class Numbers {

	/** To make a format takes longer than to use it. */
	private record Template(Locale locale, NumberFormat format) {
	}

	private static volatile Template template = template();

	private Numbers() {
	}

	private static Template template() {
		NumberFormat format = NumberFormat.getNumberInstance();
		format.setGroupingUsed(false);
		return new Template(Locale.getDefault(Locale.Category.FORMAT), format);
	}

	/** {@return a number with as many digits as matter: none behind the point from 100 on, four below 1} */
	public static String format(double value) {
		return format(value, Math.abs(value) >= 100 || value == Math.rint(value) ? 0 : Math.abs(value) >= 1 ? 1 : 4);
	}

	/** {@return a number} @param digits most that stand behind the point */
	public static String format(double value, int digits) {
		Template known = template;
		if (!known.locale().equals(Locale.getDefault(Locale.Category.FORMAT))) {
			known = template();
			template = known;
		}
		NumberFormat format = (NumberFormat) known.format().clone();
		format.setMaximumFractionDigits(digits);
		return format.format(value);
	}
}
