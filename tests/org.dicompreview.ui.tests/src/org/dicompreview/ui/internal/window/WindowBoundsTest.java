package org.dicompreview.ui.internal.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.DecimalFormatSymbols;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dicompreview.rendering.Histogram;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.VoiWindow.Function;
import org.dicompreview.ui.internal.window.WindowBounds.Part;
import org.junit.jupiter.api.Test;

class WindowBoundsTest {

	private static final VoiWindow LINEAR = VoiWindow.linear(40, 400);
	private static final VoiWindow EXACT = new VoiWindow(0.5, 0.2, Function.LINEAR_EXACT);

	@Test
	void eachNumberKeepsItsPartner() {
		assertEquals(Optional.of(VoiWindow.linear(50, 400)), WindowBounds.with(LINEAR, Part.CENTER, 50));
		assertEquals(Optional.of(VoiWindow.linear(40, 80)), WindowBounds.with(LINEAR, Part.WIDTH, 80));
		VoiWindow raised = WindowBounds.with(LINEAR, Part.LOWER, 0).orElseThrow();
		assertEquals(0, raised.lower());
		assertEquals(LINEAR.upper(), raised.upper());
		VoiWindow cut = WindowBounds.with(EXACT, Part.UPPER, 0.5).orElseThrow();
		assertEquals(EXACT.lower(), cut.lower(), 1e-12);
		assertEquals(0.5, cut.upper(), 1e-12);
		assertEquals(Function.LINEAR_EXACT, cut.function());
		for (Part part : Part.values()) {
			VoiWindow same = WindowBounds.with(EXACT, part, WindowBounds.number(EXACT, part)).orElseThrow();
			assertEquals(EXACT.center(), same.center(), 1e-12);
			assertEquals(EXACT.width(), same.width(), 1e-12);
		}
	}

	@Test
	void whatIsNoWindowIsRefused() {
		assertEquals(Optional.empty(), WindowBounds.with(LINEAR, Part.WIDTH, 0.5));
		assertEquals(Optional.empty(), WindowBounds.with(LINEAR, Part.LOWER, LINEAR.upper() + 1));
		assertEquals(1, WindowBounds.with(LINEAR, Part.LOWER, LINEAR.upper()).orElseThrow().width());
		assertEquals(Optional.empty(), WindowBounds.with(EXACT, Part.UPPER, EXACT.lower()));
		assertEquals(Optional.empty(), WindowBounds.with(LINEAR, Part.CENTER, Double.NaN));
	}

	@Test
	void numbersAreReadAsPeopleAndProgramsWriteThem() {
		String decimal = String.valueOf(DecimalFormatSymbols.getInstance().getDecimalSeparator());
		assertEquals(OptionalDouble.of(-12.5), WindowBounds.parse(" -12" + decimal + "5 ")); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(OptionalDouble.of(-3), WindowBounds.parse("\u22123")); //$NON-NLS-1$
		assertEquals(OptionalDouble.of(0.001), WindowBounds.parse("1e-3")); //$NON-NLS-1$
		assertEquals(OptionalDouble.empty(), WindowBounds.parse("12 HU")); //$NON-NLS-1$
		assertEquals(OptionalDouble.empty(), WindowBounds.parse("")); //$NON-NLS-1$
	}

	@Test
	void aHistogramHasAPlaceForEachValue() {
		HistogramScale scale = HistogramScale.of(new Histogram(-100, 10, new int[20], "HU"), 401); //$NON-NLS-1$
		assertEquals(0, scale.x(-5000));
		assertEquals(400, scale.x(5000));
		for (double value : new double[] { -100, -37, 0, 100 }) {
			assertEquals(value, scale.value(scale.x(value), false), (scale.high() - scale.low()) / 800 + 1e-9);
		}
		assertEquals(Math.rint(scale.value(123, false)), scale.value(123, true));
		VoiWindow window = VoiWindow.between(-50, 50, Function.LINEAR_EXACT);
		assertEquals(Part.LOWER, scale.nearest(scale.x(-20), window));
		assertEquals(Part.UPPER, scale.nearest(scale.x(20), window));
		VoiWindow closed = new VoiWindow(0, 1e-6, Function.LINEAR_EXACT);
		assertEquals(Part.LOWER, scale.nearest(scale.x(0) - 3, closed));
		assertEquals(Part.UPPER, scale.nearest(scale.x(0) + 3, closed));
	}
}
