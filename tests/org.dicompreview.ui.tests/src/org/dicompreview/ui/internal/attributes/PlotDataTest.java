package org.dicompreview.ui.internal.attributes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

@SuppressWarnings("nls")
class PlotDataTest {

	@Test
	void placesAndSlicesMatch() {
		PlotData data = new PlotData(new double[] { 30, 10, Double.NaN, 20 }, new double[] { 1, 2, 3, Double.NaN });
		assertEquals(OptionalInt.of(100), data.x(0, 101));
		assertEquals(OptionalInt.of(0), data.x(1, 101));
		assertEquals(OptionalInt.of(50), data.x(3, 101));
		assertEquals(OptionalInt.empty(), data.x(2, 101), "without a place");
		assertEquals(OptionalInt.empty(), data.x(-1, 101));
		assertEquals(OptionalInt.of(1), data.nearest(-5, 101));
		assertEquals(OptionalInt.of(3), data.nearest(60, 101));
		assertEquals(OptionalInt.of(0), data.nearest(99, 101));
		assertEquals(OptionalDouble.empty(), data.value(3));
		assertEquals(new PlotData.Span(1, 3), data.ySpan());
	}

	@Test
	void aSingleNumberHasRoomAroundIt() {
		assertEquals(new PlotData.Span(4.5, 5.5), new PlotData(new double[] { 5 }, new double[] { 5 }).xSpan());
		assertFalse(new PlotData(new double[] { 5 }, new double[] { 5 }).isEmpty());
		assertTrue(new PlotData(new double[] { 5 }, new double[] { Double.NaN }).isEmpty());
		assertFalse(new PlotData(new double[] { 1, 2 }, new double[] { 3, 3 }).isVarying());
		assertTrue(new PlotData(new double[] { 1, 2 }, new double[] { 3, 4 }).isVarying());
	}

	@Test
	void theFirstOfSeveralNumbersCounts() {
		assertEquals(OptionalDouble.of(-1.5), SeriesValues.number("-1.5\\2\\3"));
		assertEquals(OptionalDouble.of(3), SeriesValues.number("-1.5\\2\\3", 2));
		assertEquals(OptionalDouble.empty(), SeriesValues.number("-1.5\\2\\3", 3));
		assertEquals(OptionalDouble.of(1200), SeriesValues.number(" 1.2E3 "));
		assertEquals(OptionalDouble.empty(), SeriesValues.number("010Y"));
		assertEquals(OptionalDouble.empty(), SeriesValues.number(""));
	}
}
