package org.dicompreview.rendering.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.Histogram;
import org.dicompreview.rendering.PixelValue.Kind;
import org.dicompreview.rendering.Region;
import org.dicompreview.rendering.Region.Ellipse;
import org.dicompreview.rendering.Region.Polygon;
import org.dicompreview.rendering.Region.Rectangle;
import org.dicompreview.rendering.RegionStatistics;
import org.dicompreview.rendering.VoiWindow;
import org.junit.jupiter.api.Test;

class RegionTest {

	private static final double TOLERANCE = 1e-9;
	private static final MadeAttributes PLAIN = new MadeAttributes();

	/** Ten columns and rows; each pixel holds ten times its row and its column: 0 to 99. */
	private static DisplayFrame hundred(MadeAttributes attributes) {
		return Made.display(Made.shorts(10, 16, true, IntStream.range(0, 100).toArray()), attributes);
	}

	private static RegionStatistics statistics(Region region) {
		List<RegionStatistics> all = hundred(PLAIN).statistics(region);
		assertEquals(1, all.size());
		return all.get(0);
	}

	@Test
	void meanDeviationAndExtremesOfARectangle() {
		RegionStatistics found = statistics(new Rectangle(2, 3, 4, 5)); // 32 33 42 43
		assertEquals(4, found.count());
		assertEquals(37.5, found.mean(), TOLERANCE);
		assertEquals(Math.sqrt((2 * 5.5 * 5.5 + 2 * 4.5 * 4.5) / 3), found.standardDeviation(), TOLERANCE);
		assertEquals(32, found.minimum());
		assertEquals(43, found.maximum());
	}

	@Test
	void aPixelBelongsToARectangleByItsCentre() {
		assertEquals(1, statistics(new Rectangle(2.4, 3.4, 2.6, 3.6)).count());
		assertEquals(4, statistics(new Rectangle(1.6, 2.6, 4.4, 5.4)).count(), "columns 2 and 3, rows 3 and 4");
		assertEquals(List.of(), hundred(PLAIN).statistics(new Rectangle(2.6, 3, 3.4, 4)), "between two centres");
		assertEquals(100, statistics(new Rectangle(-5, -5, 50, 50)).count());
		assertEquals(1, statistics(new Rectangle(9, 9, 100, 100)).count());
		assertEquals(List.of(), hundred(PLAIN).statistics(new Rectangle(20, 20, 30, 30)), "beside the frame");
	}

	@Test
	void onePixelDeviatesByNothing() {
		RegionStatistics found = statistics(new Rectangle(7, 0, 8, 1));
		assertEquals(List.of(7.0, 0.0, 7.0, 7.0),
				List.of(found.mean(), found.standardDeviation(), found.minimum(), found.maximum()));
	}

	@Test
	void anEllipseHoldsThePixelsWithinIt() {
		RegionStatistics found = statistics(new Ellipse(new Rectangle(2, 2, 7, 7))); // a circle of diameter 5: 3 5 5 5 3
		assertEquals(21, found.count());
		assertEquals(44, found.mean(), TOLERANCE);
		assertEquals(3, statistics(new Ellipse(new Rectangle(4, 0.4, 7, 1.1))).count(), "half a pixel high");
		assertEquals(Math.PI * 2 * 3, new Ellipse(new Rectangle(0, 0, 4, 6)).area(), TOLERANCE);
	}

	@Test
	void anEllipseHasAboutAsManyPixelsAsItsArea() {
		DisplayFrame large = Made.display(Made.frame(400, 1, 8, false, Photometric.MONOCHROME2,
				new Samples.Bytes(new byte[400 * 400])), PLAIN);
		Ellipse ellipse = new Ellipse(new Rectangle(50.3, 70.7, 350.2, 250.1));
		assertEquals(ellipse.area(), large.statistics(ellipse).get(0).count(), 0.002 * ellipse.area());
	}

	@Test
	void aPolygonHoldsWhatItGoesRound() {
		Polygon triangle = new Polygon(0, 0, 10, 0, 0, 10);
		assertEquals(50, triangle.area(), TOLERANCE);
		assertEquals(45, statistics(triangle).count(), "centres on the long side are not inside");
		Polygon hollow = new Polygon(1, 1, 9, 1, 9, 9, 6, 9, 6, 4, 4, 4, 4, 9, 1, 9);
		assertEquals(64 - 10, hollow.area(), TOLERANCE);
		assertEquals(64 - 10, statistics(hollow).count());
		assertEquals(new Polygon(0, 0, 10, 0, 0, 10), triangle);
		assertEquals(50, new Polygon(0, 10, 10, 0, 0, 0).area(), TOLERANCE, "the other way round");
	}

	@Test
	void aShapeHasSidesInOrderAndEnoughPoints() {
		assertEquals(new Rectangle(1, 2, 3, 4), Rectangle.between(3, 2, 1, 4));
		assertThrows(IllegalArgumentException.class, () -> new Rectangle(3, 2, 1, 4));
		assertThrows(IllegalArgumentException.class, () -> new Polygon(1, 2, 3, 4));
		assertThrows(IllegalArgumentException.class, () -> new Polygon(1, 2, 3, 4, 5, Double.NaN));
	}

	@Test
	void valuesAreModalityValuesWithoutPadding() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.MODALITY, "CT").with(Tag.RESCALE_SLOPE, 2)
				.with(Tag.RESCALE_INTERCEPT, -1000).with(Tag.PIXEL_PADDING_VALUE, 33);
		RegionStatistics found = hundred(attributes).statistics(new Rectangle(2, 3, 4, 5)).get(0); // 32 42 43
		assertEquals(3, found.count());
		assertEquals(2 * 39.0 - 1000, found.mean(), TOLERANCE);
		assertEquals(2 * Math.sqrt((49 + 9 + 16) / 2.0), found.standardDeviation(), TOLERANCE);
		assertEquals(-914, found.maximum());
		assertEquals("HU", found.unit());
		assertEquals(Kind.MODALITY, found.kind());
		assertEquals(List.of(), hundred(attributes).statistics(new Rectangle(3, 3, 4, 4)), "nothing but padding");
	}

	@Test
	void eachMeaningOfTheValuesHasItsStatistics() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.MODALITY, "PT").with(Tag.UNITS, "GML")
				.with(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE, new MadeAttributes().with(Tag.LUT_LABEL, "half")
						.with(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, 40).with(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, 99)
						.with(Tag.REAL_WORLD_VALUE_SLOPE, 0.5));
		List<RegionStatistics> all = hundred(attributes).statistics(new Rectangle(2, 3, 4, 5));
		assertEquals(List.of(Kind.MODALITY, Kind.SUV_BODY_WEIGHT, Kind.REAL_WORLD),
				all.stream().map(RegionStatistics::kind).toList());
		assertEquals(37.5, all.get(1).mean(), TOLERANCE);
		assertEquals(2, all.get(2).count(), "only 42 and 43 are mapped");
		assertEquals(21.25, all.get(2).mean(), TOLERANCE);
		assertEquals("half", all.get(2).label());
	}

	@Test
	void largeValuesThatDifferLittleKeepTheirDeviation() {
		double[] values = new double[100];
		Arrays.setAll(values, i -> 1e9 + i % 2);
		values[7] = Double.NaN;
		DisplayFrame frame = Made.display(Made.frame(10, 1, 64, true, Photometric.MONOCHROME2, new Samples.Doubles(values)),
				PLAIN);
		RegionStatistics found = frame.statistics(new Rectangle(0, 1, 10, 10)).get(0);
		assertEquals(Math.sqrt(90 * 0.25 / 89), found.standardDeviation(), 1e-6);
		assertEquals(99, frame.statistics(new Rectangle(0, 0, 10, 10)).get(0).count(), "what is no number does not count");
	}

	@Test
	void aHistogramOfWholeNumbersHasWholeBins() {
		Histogram histogram = hundred(PLAIN).histogram(new Rectangle(0, 2, 10, 5), 10).orElseThrow(); // 20 to 49
		assertEquals(20, histogram.low());
		assertEquals(3, histogram.width());
		assertArrayEquals(new int[] { 3, 3, 3, 3, 3, 3, 3, 3, 3, 3 }, histogram.counts());
		assertEquals(50, histogram.begin(histogram.size()));
		Histogram few = hundred(PLAIN).histogram(new Rectangle(0, 0, 3, 1), 256).orElseThrow();
		assertArrayEquals(new int[] { 1, 1, 1 }, few.counts(), "no more bins than values");
		assertEquals(1, few.width());
	}

	@Test
	void aHistogramOfTheWholeFrameCountsEachPixelOnce() {
		Histogram histogram = hundred(PLAIN).histogram(7).orElseThrow();
		assertEquals(100, Arrays.stream(histogram.counts()).sum());
		assertEquals(15, histogram.count(0));
		assertEquals(100 - 6 * 15, histogram.count(6));
	}

	@Test
	void aHistogramOfFractionsReachesFromTheLowestToTheHighest() {
		DisplayFrame frame = Made.display(Made.frame(5, 1, 32, true, Photometric.MONOCHROME2,
				new Samples.Floats(new float[] { 0f, 0.25f, 0.5f, 1f, Float.NaN })), PLAIN);
		Histogram histogram = frame.histogram(4).orElseThrow();
		assertArrayEquals(new int[] { 1, 1, 1, 1 }, histogram.counts());
		assertEquals(0.25, histogram.width());
		DisplayFrame flat = Made.display(Made.frame(2, 1, 32, true, Photometric.MONOCHROME2,
				new Samples.Floats(new float[] { 0.3f, 0.3f })), PLAIN);
		assertArrayEquals(new int[] { 2 }, flat.histogram(4).orElseThrow().counts());
		assertThrows(IllegalArgumentException.class, () -> frame.histogram(0));
	}

	@Test
	void theWindowOfARegionReachesFromItsLowestToItsHighestValue() {
		Rectangle region = new Rectangle(2, 3, 4, 5);
		VoiWindow window = hundred(PLAIN).window(region).orElseThrow();
		assertEquals(List.of(32.0, 43.0), List.of(window.lower(), window.upper()));
		int[] shown = Made.stored(hundred(PLAIN), DisplaySettings.DEFAULT.withWindow(Optional.of(window)));
		assertEquals(List.of(0, 0, 255), List.of(shown[31], shown[32], shown[43]));
		assertTrue(shown[33] > 0 && shown[42] < 255);
		assertEquals(Optional.empty(), hundred(PLAIN).window(new Rectangle(50, 50, 60, 60)));
	}

	@Test
	void coloursHaveNone() {
		DisplayFrame frame = Made.display(Made.frame(1, 3, 8, false, Photometric.RGB, new Samples.Bytes(new byte[3])), PLAIN);
		assertEquals(List.of(), frame.statistics(new Rectangle(0, 0, 1, 1)));
		assertEquals(Optional.empty(), frame.histogram(16));
		assertEquals(Optional.empty(), frame.window(new Rectangle(0, 0, 1, 1)));
		assertTrue(frame.value(0, 0).isPresent());
	}
}
