package org.dicompreview.series.spi;

import java.util.Objects;

/**
 * What a frame is along a {@link Dimension}: a number, a text, or a number with a text for people. Numbers are in ascending
 * order, then texts as people sort them; what has neither comes last. Immutable.
 *
 * @param number the number; NaN for none
 * @param text   the text; empty for none
 * @since 0.1.0
 */
public record DimensionValue(double number, String text) {

	/** The frame does not say. */
	public static final DimensionValue NONE = new DimensionValue(Double.NaN, ""); //$NON-NLS-1$

	/** Checks that there is a text, be it empty. */
	public DimensionValue {
		Objects.requireNonNull(text);
	}

	/** {@return a number} @param number also NaN, for none */
	public static DimensionValue of(double number) {
		return new DimensionValue(number, ""); //$NON-NLS-1$
	}

	/** {@return a text} @param text also empty, for none */
	public static DimensionValue of(String text) {
		return new DimensionValue(Double.NaN, text);
	}
}
