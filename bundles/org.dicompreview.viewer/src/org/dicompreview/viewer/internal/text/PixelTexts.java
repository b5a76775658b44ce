package org.dicompreview.viewer.internal.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

import org.dicompreview.rendering.PixelValue;
import org.dicompreview.rendering.PixelValue.Quantity;
import org.dicompreview.viewer.Numbers;
import org.eclipse.osgi.util.NLS;

/** The text about a pixel. Plain functions without widgets. */
public final class PixelTexts {

	private static final MathContext DIGITS = new MathContext(6);
	private static final int MOST_DIGITS = 12;

	private PixelTexts() {
	}

	/** {@return what a pixel holds: its quantities or its colour, its segment, and the stored value where that is another} */
	public static String of(PixelValue value) {
		List<String> parts = new ArrayList<>();
		value.color().ifPresent(color -> parts.add(NLS.bind(Messages.PixelTexts_color,
				new Object[] { color >> 16 & 0xFF, color >> 8 & 0xFF, color & 0xFF })));
		value.quantities().forEach(quantity -> parts.add(of(quantity)));
		value.segment().ifPresent(segment -> parts.add(segment.label().isEmpty()
				? NLS.bind(Messages.PixelTexts_segment, segment.number()) : segment.label()));
		String text = String.join(Messages.PixelTexts_separator, parts);
		if (value.stored().size() != 1) {
			return text;
		}
		double stored = value.stored().get(0);
		if (value.padding()) {
			return NLS.bind(Messages.PixelTexts_padding, number(stored));
		}
		boolean more = value.quantities().isEmpty() || value.quantities().get(0).value() != stored;
		return more ? NLS.bind(Messages.PixelTexts_stored, text, number(stored)) : text;
	}

	private static String of(Quantity quantity) {
		String number = number(quantity.value());
		String measured = quantity.unit().isEmpty() ? number : NLS.bind(Messages.PixelTexts_unit, number, quantity.unit());
		return switch (quantity.kind()) {
			case MODALITY -> measured;
			case SUV_BODY_WEIGHT -> NLS.bind(Messages.PixelTexts_suvBodyWeight, number);
			case SUV_LEAN_BODY_MASS -> NLS.bind(Messages.PixelTexts_suvLeanBodyMass, number);
			case SUV_BODY_SURFACE_AREA -> NLS.bind(Messages.PixelTexts_suvBodySurfaceArea, number);
			case REAL_WORLD -> quantity.label().isEmpty() ? measured
					: NLS.bind(Messages.PixelTexts_named, quantity.label(), measured);
		};
	}

	/** {@return six significant digits at most, all digits of whole numbers} */
	private static String number(double value) {
		if (!Double.isFinite(value)) {
			return Double.toString(value);
		}
		double shown = value == Math.rint(value) ? value : new BigDecimal(value).round(DIGITS).doubleValue();
		return Numbers.format(shown, MOST_DIGITS);
	}
}
