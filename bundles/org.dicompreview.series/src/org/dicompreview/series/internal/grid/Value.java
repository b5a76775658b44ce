package org.dicompreview.series.internal.grid;

import org.dicompreview.series.internal.NaturalOrder;

/**
 * One value of a {@link Dimension}: a number, a text or both. Compares by number, then by text; what is missing comes
 * last, so that the order is total.
 *
 * @param number the number; NaN for none
 * @param text   the text; empty for none
 */
public record Value(double number, String text) implements Comparable<Value> {

	/** The frame does not say. */
	public static final Value MISSING = new Value(Double.NaN, ""); //$NON-NLS-1$

	/** {@return a number, rounded so that noise in the last digits makes no new value} */
	public static Value of(double number) {
		double rounded = Math.rint(number * 1e5) / 1e5 + 0.0; // + 0.0: no negative zero
		return Double.isFinite(rounded) ? new Value(rounded, "") : MISSING; //$NON-NLS-1$
	}

	/** {@return a text} */
	public static Value of(String text) {
		return text.isEmpty() ? MISSING : new Value(Double.NaN, text);
	}

	/** {@return whether the frame does not say} */
	public boolean isMissing() {
		return Double.isNaN(number) && text.isEmpty();
	}

	@Override
	public int compareTo(Value other) {
		int order = Double.compare(number, other.number); // NaN is the largest
		if (order != 0 || text.equals(other.text)) {
			return order;
		}
		if (text.isEmpty() || other.text.isEmpty()) {
			return text.isEmpty() ? 1 : -1;
		}
		return NaturalOrder.INSTANCE.compare(text, other.text);
	}
}
