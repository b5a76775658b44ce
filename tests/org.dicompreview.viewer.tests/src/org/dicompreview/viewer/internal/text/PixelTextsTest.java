package org.dicompreview.viewer.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import org.dicompreview.rendering.PixelValue;
import org.dicompreview.rendering.PixelValue.Kind;
import org.dicompreview.rendering.PixelValue.Quantity;
import org.dicompreview.rendering.PixelValue.Segment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PixelTextsTest {

	private final Locale locale = Locale.getDefault();

	@BeforeEach
	void english() {
		Locale.setDefault(Locale.ENGLISH);
	}

	@AfterEach
	void asItWas() {
		Locale.setDefault(locale);
	}

	private static String grey(double stored, Quantity... quantities) {
		return PixelTexts.of(new PixelValue(3, 4, Optional.empty(), List.of(stored), false, List.of(quantities),
				OptionalInt.empty(), Optional.empty()));
	}

	private static Quantity modality(double value, String unit) {
		return new Quantity(Kind.MODALITY, "", value, unit); //$NON-NLS-1$
	}

	@Test
	void modalityValueUnitAndStoredValue() {
		assertEquals("-24 HU (stored 1000)", grey(1000, modality(-24, "HU"))); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("1000", grey(1000, modality(1000, ""))); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("0.333333 Gy (stored 1)", grey(1, modality(1 / 3.0, "Gy"))); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("1234567890 (stored 1)", grey(1, modality(1234567890, ""))); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("NaN (stored NaN)", grey(Double.NaN, modality(Double.NaN, ""))); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void furtherQuantities() {
		assertEquals("5000 Bq/ml, SUVbw 2, SUVlbm 1.5, SUVbsa 0.25, ADC 51 um2/s, 8.5 (stored 2500)", //$NON-NLS-1$
				grey(2500, modality(5000, "Bq/ml"), new Quantity(Kind.SUV_BODY_WEIGHT, "", 2, "g/ml"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
						new Quantity(Kind.SUV_LEAN_BODY_MASS, "", 1.5, "g/ml"), //$NON-NLS-1$ //$NON-NLS-2$
						new Quantity(Kind.SUV_BODY_SURFACE_AREA, "", 0.25, "cm2/ml"), //$NON-NLS-1$ //$NON-NLS-2$
						new Quantity(Kind.REAL_WORLD, "ADC", 51, "um2/s"), new Quantity(Kind.REAL_WORLD, "", 8.5, ""))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	@Test
	void coloursSegmentsAndPadding() {
		PixelValue colour = new PixelValue(0, 0, Optional.empty(), List.of(1.0, 2.0, 3.0), false, List.of(),
				OptionalInt.of(0x010203), Optional.empty());
		assertEquals("red 1, green 2, blue 3", PixelTexts.of(colour)); //$NON-NLS-1$
		PixelValue label = new PixelValue(0, 0, Optional.empty(), List.of(7.0), false, List.of(), OptionalInt.of(0xFF0000),
				Optional.of(new Segment(7, "Liver"))); //$NON-NLS-1$
		assertEquals("red 255, green 0, blue 0, Liver (stored 7)", PixelTexts.of(label)); //$NON-NLS-1$
		PixelValue segment = new PixelValue(0, 0, Optional.empty(), List.of(1.0), false, List.of(modality(1, "")), //$NON-NLS-1$
				OptionalInt.empty(), Optional.of(new Segment(7, ""))); //$NON-NLS-1$
		assertEquals("1, segment 7", PixelTexts.of(segment)); //$NON-NLS-1$
		PixelValue padding = new PixelValue(0, 0, Optional.empty(), List.of(-2000.0), true, List.of(), OptionalInt.empty(),
				Optional.empty());
		assertEquals("-2000 (padding)", PixelTexts.of(padding)); //$NON-NLS-1$
	}
}
