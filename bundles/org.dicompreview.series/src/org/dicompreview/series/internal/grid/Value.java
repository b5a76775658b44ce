package org.dicompreview.series.internal.grid;

import java.util.Comparator;

import org.dicompreview.series.Vector3;
import org.dicompreview.series.internal.NaturalOrder;

/**
 * One value of a {@link Dimension}: a number, a text, a direction or several of them. Compares by number, then by text,
 * then by direction; what is missing comes last, so that the order is total. Values are kept as the file has them:
 * {@link SameValues} says which are the same but for rounding, and labels round.
 *
 * @param number    the number; NaN for none
 * @param text      the text; empty for none
 * @param direction the direction; {@code null} for none
 */
public record Value(double number, String text, Vector3 direction) implements Comparable<Value> {

	/** The frame does not say. */
	public static final Value MISSING = new Value(Double.NaN, "", null); //$NON-NLS-1$

	private static final Comparator<Vector3> BY_COMPONENT = Comparator.comparingDouble(Vector3::x)
			.thenComparingDouble(Vector3::y).thenComparingDouble(Vector3::z);

	/** {@return a number; missing where it is not finite} */
	public static Value of(double number) {
		return Double.isFinite(number) ? new Value(number + 0.0, "", null) : MISSING; // + 0.0: no negative zero //$NON-NLS-1$
	}

	/** {@return a text} */
	public static Value of(String text) {
		return text.isEmpty() ? MISSING : new Value(Double.NaN, text, null);
	}

	/** {@return whether the frame does not say} */
	public boolean isMissing() {
		return Double.isNaN(number) && text.isEmpty() && direction == null;
	}

	@Override
	public int compareTo(Value other) {
		int order = Double.compare(number, other.number); // NaN is the largest
		if (order == 0 && !text.equals(other.text)) {
			boolean one = text.isEmpty() || other.text.isEmpty();
			order = one ? Boolean.compare(text.isEmpty(), other.text.isEmpty())
					: NaturalOrder.INSTANCE.compare(text, other.text);
		}
		return order != 0 ? order
				: Comparator.nullsLast(BY_COMPONENT).compare(direction, other.direction);
	}
}
