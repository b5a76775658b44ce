package org.dicompreview.rendering.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.PixelValue;
import org.dicompreview.rendering.PixelValue.Quantity;

/** Says in one line what a pixel holds, so that tests are short. */
final class Probed {

	private static final MathContext DIGITS = new MathContext(6);

	private Probed() {
	}

	/** {@return the quantities, the colour and the stored value where it says more; absent outside the frame} */
	static Optional<String> text(DisplayFrame frame, int column, int row) {
		return frame.value(column, row).map(Probed::text);
	}

	private static String text(PixelValue value) {
		StringBuilder text = new StringBuilder();
		value.color().ifPresent(color -> text.append(String.format("#%06X", color)));
		for (Quantity quantity : value.quantities()) {
			text.append(text.length() == 0 ? "" : ", ").append(text(quantity));
		}
		double stored = value.stored().get(0);
		if (value.padding()) {
			text.append(number(stored)).append(" (padding)");
		} else if (value.stored().size() == 1
				&& (value.quantities().isEmpty() || value.quantities().get(0).value() != stored)) {
			text.append(" (stored ").append(number(stored)).append(')');
		}
		value.segment().ifPresent(segment -> text.append(" of ").append(segment.number()).append(' ').append(segment.label()));
		return text.toString();
	}

	private static String text(Quantity quantity) {
		String kind = switch (quantity.kind()) {
			case MODALITY, REAL_WORLD -> quantity.label();
			case SUV_BODY_WEIGHT -> "SUVbw";
			case SUV_LEAN_BODY_MASS -> "SUVlbm";
			case SUV_BODY_SURFACE_AREA -> "SUVbsa";
		};
		return (kind + ' ' + number(quantity.value()) + ' ' + quantity.unit()).strip();
	}

	private static String number(double value) {
		return new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString();
	}
}
