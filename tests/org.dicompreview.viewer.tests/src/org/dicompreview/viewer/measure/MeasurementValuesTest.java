package org.dicompreview.viewer.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.PixelValue;
import org.dicompreview.rendering.Region;
import org.dicompreview.rendering.RegionStatistics;
import org.dicompreview.series.Calibration;
import org.dicompreview.series.PixelSpacing;
import org.dicompreview.series.PixelSpacing.Rule;
import org.dicompreview.series.PixelSpacing.Unit;
import org.dicompreview.series.UltrasoundRegion;
import org.dicompreview.viewer.FakeImage;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.measure.MeasurementValues.SizeKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values known by arithmetic. */
class MeasurementValuesTest {

	private static final double EXACT = 1e-9;
	/** Pixels 2 mm wide and 3 mm high. */
	private static final Calibration WIDE = image(PixelSpacing.millimetres(3, 2, Rule.PIXEL_SPACING));
	private static final Calibration NONE = image(PixelSpacing.NONE);

	private final Locale locale = Locale.getDefault();

	@BeforeEach
	void english() {
		Locale.setDefault(Locale.ENGLISH);
	}

	@AfterEach
	void asItWas() {
		Locale.setDefault(locale);
	}

	private static Calibration image(PixelSpacing spacing) {
		return new Calibration(spacing, List.of());
	}

	/** @param places column and row of each point in turn */
	static Measurement measurement(MeasurementKind kind, double... places) {
		List<ImagePoint> points = new ArrayList<>();
		for (int i = 0; i < places.length; i += 2) {
			points.add(new ImagePoint(places[i], places[i + 1]));
		}
		return new Measurement("id", kind, "name", "1", "1.2", 0, points); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private static double size(MeasurementValues values, SizeKind kind) {
		return values.size(kind).orElseThrow().value();
	}

	private static String text(Calibration calibration, MeasurementKind kind, double... places) {
		return MeasurementTexts.summary(MeasurementValues.of(measurement(kind, places), calibration));
	}

	@Test
	void lengthsCountThatPixelsAreNotSquare() {
		MeasurementValues line = MeasurementValues.of(measurement(MeasurementKind.LINE, 1, 1, 7, 4), WIDE);
		assertEquals(15, size(line, SizeKind.LENGTH), EXACT, "6 columns are 12 mm, 3 rows 9 mm"); //$NON-NLS-1$
		MeasurementValues polyline = MeasurementValues
				.of(measurement(MeasurementKind.POLYLINE, 1, 1, 7, 4, 7, 8, 7.5, 8), WIDE);
		assertEquals(15 + 12 + 1, size(polyline, SizeKind.LENGTH), EXACT);
		assertEquals("15 mm", text(WIDE, MeasurementKind.LINE, 1, 1, 7, 4)); //$NON-NLS-1$
	}

	@Test
	void anglesAreThoseOfTheBody() {
		// (3, 0) is (6, 0) mm, (3, 2) is (6, 6) mm
		MeasurementValues angle = MeasurementValues.of(measurement(MeasurementKind.ANGLE, 13, 10, 10, 10, 13, 12), WIDE);
		assertEquals(45, size(angle, SizeKind.ANGLE), EXACT);
		assertEquals(Math.toDegrees(Math.atan2(2, 3)),
				size(MeasurementValues.of(measurement(MeasurementKind.ANGLE, 13, 10, 10, 10, 13, 12), NONE), SizeKind.ANGLE), EXACT);
		assertEquals(135, size(MeasurementValues.of(measurement(MeasurementKind.ANGLE, 13, 10, 10, 10, 7, 12), WIDE),
				SizeKind.ANGLE), EXACT);
		assertEquals("45°", text(WIDE, MeasurementKind.ANGLE, 13, 10, 10, 10, 13, 12)); //$NON-NLS-1$
		assertTrue(MeasurementValues.of(measurement(MeasurementKind.ANGLE, 1, 1, 1, 1, 2, 2), WIDE).sizes().isEmpty(),
				"an arm without length"); //$NON-NLS-1$
	}

	@Test
	void linesOfACobbAngleHaveNoDirection() {
		for (double[] second : new double[][] { { 20, 20, 23, 22 }, { 23, 22, 20, 20 } }) {
			assertEquals(45, size(MeasurementValues.of(measurement(MeasurementKind.COBB_ANGLE, 5, 5, 9, 5, second[0], second[1],
					second[2], second[3]), WIDE), SizeKind.ANGLE), EXACT);
		}
	}

	@Test
	void regionsHaveSidesAndAreaInAnyOrderOfTheirCorners() {
		for (double[] corners : new double[][] { { 2, 3, 12, 7 }, { 12, 7, 2, 3 }, { 2, 7, 12, 3 } }) {
			MeasurementValues rectangle = MeasurementValues.of(measurement(MeasurementKind.RECTANGLE, corners), WIDE);
			assertEquals(20, size(rectangle, SizeKind.WIDTH), EXACT);
			assertEquals(12, size(rectangle, SizeKind.HEIGHT), EXACT);
			assertEquals(240, size(rectangle, SizeKind.AREA), EXACT);
			assertEquals(Math.PI * 10 * 6,
					size(MeasurementValues.of(measurement(MeasurementKind.ELLIPSE, corners), WIDE), SizeKind.AREA), EXACT);
		}
		assertEquals("240 mm² · 20 mm × 12 mm", text(WIDE, MeasurementKind.RECTANGLE, 2, 3, 12, 7)); //$NON-NLS-1$
	}

	@Test
	void withoutSpacingPixelsAreCounted() {
		assertEquals("5 px", text(NONE, MeasurementKind.LINE, 0, 0, 3, 4)); //$NON-NLS-1$
		assertEquals("12 px² · 3 px × 4 px", text(NONE, MeasurementKind.RECTANGLE, 0, 0, 3, 4)); //$NON-NLS-1$
		assertEquals("8 px", text(image(PixelSpacing.ofRatio(2)), MeasurementKind.LINE, 0, 0, 0, 4)); //$NON-NLS-1$
	}

	@Test
	void aWordIsSaidWhereLengthsAreNotThoseInThePatient() {
		Calibration detector = FakeImage.axial(0, 0).set(Tag.PIXEL_SPACING).set(Tag.IMAGER_PIXEL_SPACING, 0.2, 0.2).calibration();
		assertEquals("1 mm · on the detector", text(detector, MeasurementKind.LINE, 0, 0, 5, 0)); //$NON-NLS-1$
		assertEquals("90°", text(detector, MeasurementKind.ANGLE, 0, 0, 5, 0, 5, 5), "angles are the same"); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("0.5 mm · on the film", //$NON-NLS-1$
				text(image(PixelSpacing.millimetres(0.1, 0.1, Rule.NOMINAL_SCANNED_PIXEL_SPACING)), MeasurementKind.LINE, 0, 0, 5, 0));
		assertEquals("0.5 mm · perhaps on the detector", //$NON-NLS-1$
				text(image(PixelSpacing.millimetres(0.1, 0.1, Rule.UNCERTAIN)), MeasurementKind.LINE, 0, 0, 5, 0));
	}

	@Test
	void eachUltrasoundRegionHasItsOwnUnits() {
		PixelSpacing tissue = PixelSpacing.millimetres(0.5, 0.5, Rule.ULTRASOUND_REGION);
		PixelSpacing motion = new PixelSpacing(0.5, 0.01, Unit.MILLIMETRE, Unit.SECOND, Rule.ULTRASOUND_REGION,
				OptionalDouble.empty());
		Calibration calibration = new Calibration(PixelSpacing.NONE,
				List.of(new UltrasoundRegion(0, 0, 99, 99, UltrasoundRegion.Format.TWO_D, false, tissue),
						new UltrasoundRegion(100, 0, 199, 99, UltrasoundRegion.Format.M_MODE, false, motion)));
		assertEquals("25 mm", text(calibration, MeasurementKind.LINE, 10, 10, 40, 50)); //$NON-NLS-1$
		assertEquals("↔ 0.3 s  ↕ 20 mm", text(calibration, MeasurementKind.LINE, 110, 10, 140, 50)); //$NON-NLS-1$
		assertEquals("0.3 s × 20 mm", text(calibration, MeasurementKind.ELLIPSE, 110, 10, 140, 50)); //$NON-NLS-1$
		assertEquals("50 px", text(calibration, MeasurementKind.LINE, 90, 10, 120, 50), "from one region to another"); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("", text(calibration, MeasurementKind.ANGLE, 110, 10, 120, 10, 120, 20)); //$NON-NLS-1$
	}

	@Test
	void statisticsAreThoseOfTheShape() {
		List<Region> asked = new ArrayList<>();
		RegionStatistics statistics = new RegionStatistics(PixelValue.Kind.MODALITY, "", "HU", 12, -3.25, 2, -7, 1500); //$NON-NLS-1$ //$NON-NLS-2$
		RegionStatistics uptake = new RegionStatistics(PixelValue.Kind.SUV_BODY_WEIGHT, "", "", 12, 1.5, 0.25, 1, 2); //$NON-NLS-1$ //$NON-NLS-2$
		MeasurementValues values = MeasurementValues.of(measurement(MeasurementKind.ELLIPSE, 8, 9, 2, 3), WIDE,
				new FakeFrame(region -> {
					asked.add(region);
					return List.of(statistics, uptake);
				}));
		assertEquals(List.of(new Region.Ellipse(new Region.Rectangle(2, 3, 8, 9))), asked);
		assertEquals(List.of("169.6 mm²", "12 mm × 18 mm", "Mean -3.2 HU  SD 2", "Min -7  Max 1500", "SUVbw: Mean 1.5  SD 0.25", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
				"Min 1  Max 2"), MeasurementTexts.lines(values)); //$NON-NLS-1$
		assertTrue(MeasurementValues.of(measurement(MeasurementKind.LINE, 0, 0, 1, 1), WIDE, new FakeFrame(region -> {
			throw new AssertionError(region);
		})).statistics().isEmpty());
	}
}
