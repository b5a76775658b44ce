package org.dicompreview.rendering.internal.frame;

import java.util.function.DoubleUnaryOperator;

import org.dicompreview.rendering.PixelValue.Kind;
import org.dicompreview.rendering.PixelValue.Quantity;

/**
 * A meaning of stored values.
 *
 * @param kind   what it is
 * @param label  what the file calls it, or empty text
 * @param unit   of the values, or empty text
 * @param values stored values into those of the scale; not a number where it has none
 */
record Scale(Kind kind, String label, String unit, DoubleUnaryOperator values) {

	/** {@return a stored value on this scale} */
	Quantity quantity(double stored) {
		return new Quantity(kind, label, values.applyAsDouble(stored), unit);
	}

	/** {@return whether a stored value has a place on this scale; modality values may be no numbers themselves} */
	boolean covers(double stored) {
		return kind == Kind.MODALITY || !Double.isNaN(values.applyAsDouble(stored));
	}
}
