package org.dicompreview.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.PixelSpacing.Rule;
import org.dicompreview.series.PixelSpacing.Unit;
import org.dicompreview.series.TestHeader.Item;
import org.dicompreview.series.UltrasoundRegion.Format;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {

	private static final double TOLERANCE = 1e-12;

	private static PixelSpacing spacing(Item item) {
		Calibration calibration = Calibration.of(item);
		assertEquals(List.of(), calibration.regions());
		assertEquals(calibration.image(), calibration.at(3, 7));
		assertEquals(calibration.image(), calibration.common(0, 0, 100, 50));
		return calibration.image();
	}

	private static Item modality(String modality) {
		return new Item().with(Tag.MODALITY, modality);
	}

	private static void assertSpacing(Rule rule, double row, double column, PixelSpacing spacing) {
		assertEquals(rule, spacing.rule());
		assertEquals(row, spacing.row(), TOLERANCE);
		assertEquals(column, spacing.column(), TOLERANCE);
	}

	@Test
	void pixelSpacingOfACrossSectionIsThatOfThePatient() {
		PixelSpacing spacing = spacing(modality("CT").with(Tag.PIXEL_SPACING, "0.30\\0.25"));
		assertSpacing(Rule.PIXEL_SPACING, 0.3, 0.25, spacing);
		assertTrue(spacing.isLength());
		assertTrue(spacing.rule().isOfPatient());
		assertEquals(OptionalDouble.empty(), spacing.magnification());
	}

	@Test
	void pixelSpacingOfAProjectionAloneIsUncertain() {
		PixelSpacing spacing = spacing(modality("CR").with(Tag.PIXEL_SPACING, "0.2\\0.2"));
		assertSpacing(Rule.UNCERTAIN, 0.2, 0.2, spacing);
		assertFalse(spacing.rule().isOfPatient());
		assertEquals(Rule.PIXEL_SPACING, spacing(modality("XA").with(Tag.PIXEL_SPACING, "0.2\\0.2")
				.with(Tag.IMAGE_ORIENTATION_PATIENT, "1\\0\\0\\0\\1\\0")).rule(), "reconstructed from a rotation");
	}

	@Test
	void pixelSpacingSaysHowItWasCalibrated() {
		Item projection = modality("DX").with(Tag.PIXEL_SPACING, "0.15\\0.15").with(Tag.IMAGER_PIXEL_SPACING, "0.15\\0.15");
		assertSpacing(Rule.GEOMETRY, 0.15, 0.15, spacing(projection.with(Tag.PIXEL_SPACING_CALIBRATION_TYPE, "GEOMETRY")));
		assertSpacing(Rule.FIDUCIAL, 0.15, 0.15, spacing(projection.with(Tag.PIXEL_SPACING_CALIBRATION_TYPE, "FIDUCIAL")));
	}

	@Test
	void pixelSpacingThatDiffersFromTheDetectorIsCorrected() {
		assertSpacing(Rule.PIXEL_SPACING, 0.13, 0.13, spacing(modality("XA").with(Tag.PIXEL_SPACING, "0.13\\0.13")
				.with(Tag.IMAGER_PIXEL_SPACING, "0.2\\0.2")));
		assertSpacing(Rule.PIXEL_SPACING, 0.13, 0.13, spacing(modality("CR").with(Tag.PIXEL_SPACING, "0.13\\0.13")
				.with(Tag.NOMINAL_SCANNED_PIXEL_SPACING, "0.1\\0.1")));
	}

	@Test
	void pixelSpacingThatIsThatOfTheDetectorIsNotCorrected() {
		PixelSpacing spacing = spacing(modality("DX").with(Tag.PIXEL_SPACING, "0.14300\\0.143")
				.with(Tag.IMAGER_PIXEL_SPACING, "0.143\\0.143"));
		assertSpacing(Rule.IMAGER_PIXEL_SPACING, 0.143, 0.143, spacing);
		assertFalse(spacing.rule().isOfPatient());
		assertTrue(spacing.isLength());
		assertEquals(Rule.NOMINAL_SCANNED_PIXEL_SPACING, spacing(modality("DX").with(Tag.PIXEL_SPACING, "0.1\\0.1")
				.with(Tag.NOMINAL_SCANNED_PIXEL_SPACING, "0.1\\0.1")).rule());
	}

	@Test
	void imagerPixelSpacingIsDividedByTheMagnificationWhereItIsKnown() {
		Item mammogram = modality("MG").with(Tag.IMAGER_PIXEL_SPACING, "0.12\\0.06");
		assertSpacing(Rule.IMAGER_PIXEL_SPACING, 0.12, 0.06, spacing(mammogram));
		PixelSpacing spacing = spacing(mammogram.with(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, "1.5"));
		assertSpacing(Rule.MAGNIFICATION_FACTOR, 0.08, 0.04, spacing);
		assertEquals(1.5, spacing.magnification().getAsDouble());
		assertTrue(spacing.rule().isOfPatient());
		assertSpacing(Rule.MAGNIFICATION_FACTOR, 0.08, 0.04, spacing(mammogram.with(Tag.PIXEL_SPACING, "0.12\\0.06")));
		assertSpacing(Rule.IMAGER_PIXEL_SPACING, 0.12, 0.06,
				spacing(mammogram.with(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, "0")));
	}

	@Test
	void otherSpacingsOfProjectionsAndScans() {
		assertSpacing(Rule.CENTER_OF_BEAM, 0.1, 0.1, spacing(modality("XA").with(Tag.IMAGER_PIXEL_SPACING, "0.15\\0.15")
				.with(Tag.OBJECT_PIXEL_SPACING_IN_CENTER_OF_BEAM, "0.1\\0.1")));
		assertSpacing(Rule.NOMINAL_SCANNED_PIXEL_SPACING, 0.09, 0.085,
				spacing(modality("OT").with(Tag.NOMINAL_SCANNED_PIXEL_SPACING, "0.09\\0.085")));
		assertSpacing(Rule.IMAGE_PLANE_PIXEL_SPACING, 0.4, 0.4,
				spacing(modality("RTIMAGE").with(Tag.IMAGE_PLANE_PIXEL_SPACING, "0.4\\0.4")));
	}

	@Test
	void withoutSpacingRowsAndColumnsAreCounted() {
		assertEquals(PixelSpacing.NONE, spacing(modality("OT")));
		PixelSpacing ratio = spacing(modality("OT").with(Tag.PIXEL_ASPECT_RATIO, "6\\5"));
		assertSpacing(Rule.NONE, 1.2, 1, ratio);
		assertEquals(Unit.PIXEL, ratio.rowUnit());
		assertTrue(ratio.isUniform());
		assertFalse(ratio.isLength());
	}

	@ParameterizedTest
	@ValueSource(strings = { "0\\0", "-1\\1", "0.5", "1e9\\1e9", "a\\b", "1\\0", "1\\1\\1" })
	void spacingsThatMakeNoSenseAreNone(String text) {
		assertEquals(PixelSpacing.NONE, spacing(modality("CT").with(Tag.PIXEL_SPACING, text)));
	}

	@Test
	void eachFrameHasItsOwn() {
		TestHeader header = new TestHeader("f").axial(0).frames(2,
				(item, index) -> item.with(Tag.PIXEL_SPACING, index == 0 ? "1\\1" : "2\\2"));
		SliceStack stack = Stacks.only(List.of(header));
		assertEquals(List.of(1.0, 2.0),
				stack.slices().stream().map(slice -> slice.calibration().image().row()).toList());
	}

	private static Item region(int left, int top, int right, int bottom) {
		return new Item().with(Tag.REGION_LOCATION_MIN_X0, left).with(Tag.REGION_LOCATION_MIN_Y0, top)
				.with(Tag.REGION_LOCATION_MAX_X1, right).with(Tag.REGION_LOCATION_MAX_Y1, bottom);
	}

	private static Item units(Item region, int across, double deltaX, int down, double deltaY) {
		return region.with(Tag.PHYSICAL_UNITS_X_DIRECTION, across).with(Tag.PHYSICAL_DELTA_X, deltaX)
				.with(Tag.PHYSICAL_UNITS_Y_DIRECTION, down).with(Tag.PHYSICAL_DELTA_Y, deltaY);
	}

	@Test
	void ultrasoundRegionsEachHaveTheirOwn() {
		Item tissue = units(region(10, 20, 109, 69).with(Tag.REGION_SPATIAL_FORMAT, 1), 3, 0.02, 3, 0.03);
		Item doppler = units(region(10, 80, 109, 99).with(Tag.REGION_SPATIAL_FORMAT, 3), 4, 0.01, 7, -1.5);
		Item graphics = region(0, 100, 109, 119).with(Tag.REGION_SPATIAL_FORMAT, 5);
		Calibration calibration = Calibration.of(modality("US").with(Tag.PIXEL_SPACING, "9\\9")
				.with(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, List.of(tissue, doppler, graphics)));
		assertEquals(List.of(Format.TWO_D, Format.SPECTRAL, Format.GRAPHICS),
				calibration.regions().stream().map(UltrasoundRegion::format).toList());
		assertSpacing(Rule.ULTRASOUND_REGION, 0.3, 0.2, calibration.at(10, 20));
		assertTrue(calibration.at(109.9, 69.9).isLength());
		PixelSpacing spectrum = calibration.at(50, 90);
		assertSpacing(Rule.ULTRASOUND_REGION, 1.5, 0.01, spectrum);
		assertEquals(Unit.CENTIMETRE_PER_SECOND, spectrum.rowUnit());
		assertEquals(Unit.SECOND, spectrum.columnUnit());
		assertFalse(spectrum.isUniform());
		assertEquals(PixelSpacing.NONE, calibration.at(50, 110), "a region without units");
		assertEquals(PixelSpacing.NONE, calibration.at(50, 75), "between the regions");
		assertEquals(PixelSpacing.NONE, calibration.at(110, 30), "beside the regions");
		assertEquals(calibration.at(10, 20), calibration.common(10, 20, 100, 60));
		assertEquals(PixelSpacing.NONE, calibration.common(10, 20, 50, 90), "from one region into the other");
	}

	@Test
	void headersHoldWhatSpacingsAreMadeOf(@TempDir Path folder) throws IOException {
		DicomObject region = new DicomObject().set(Tag.REGION_SPATIAL_FORMAT, 1).set(Tag.REGION_FLAGS, 1)
				.set(Tag.REGION_LOCATION_MIN_X0, 0).set(Tag.REGION_LOCATION_MIN_Y0, 0).set(Tag.REGION_LOCATION_MAX_X1, 3)
				.set(Tag.REGION_LOCATION_MAX_Y1, 3).set(Tag.PHYSICAL_UNITS_X_DIRECTION, 3)
				.set(Tag.PHYSICAL_UNITS_Y_DIRECTION, 3).set(Tag.PHYSICAL_DELTA_X, 0.25).set(Tag.PHYSICAL_DELTA_Y, 0.5);
		Calibration ultrasound = read(folder.resolve("us"), TestFiles.slice(1, 1).set(Tag.MODALITY, "US")
				.sequence(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, region));
		assertSpacing(Rule.ULTRASOUND_REGION, 5, 2.5, ultrasound.at(1, 1));
		assertEquals(new UltrasoundRegion(0, 0, 3, 3, Format.TWO_D, true, ultrasound.at(1, 1)), ultrasound.regions().get(0));
		assertSpacing(Rule.MAGNIFICATION_FACTOR, 0.1, 0.1, read(folder.resolve("mg"), TestFiles.slice(2, 1)
				.set(Tag.MODALITY, "MG").set(Tag.IMAGER_PIXEL_SPACING, 0.2, 0.2)
				.set(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR, 2)).image());
		assertSpacing(Rule.CENTER_OF_BEAM, 0.25, 0.25, read(folder.resolve("xa"), TestFiles.slice(3, 1)
				.set(Tag.MODALITY, "XA").set(Tag.NUMBER_OF_FRAMES, 1)
				.sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, new DicomObject()
						.sequence(Tag.PROJECTION_PIXEL_CALIBRATION_SEQUENCE, new DicomObject()
								.set(Tag.OBJECT_PIXEL_SPACING_IN_CENTER_OF_BEAM, 0.25, 0.25)))
				.sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, new DicomObject())).image());
	}

	private static Calibration read(Path file, DicomObject object) throws IOException {
		DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(file, object);
		InstanceHeader header = DicomReaders.standalone().readHeader(file, ReadLimits.DEFAULT);
		return Calibration.of(header.frame(0));
	}

	@Test
	void theRegionOfHighPriorityCountsWhereTwoOverlap() {
		Item below = units(region(0, 0, 99, 99).with(Tag.REGION_FLAGS, 1), 3, 0.1, 3, 0.1);
		Item above = units(region(50, 50, 59, 59).with(Tag.REGION_FLAGS, 2), 3, 0.2, 3, 0.2);
		for (List<Item> order : List.of(List.of(below, above), List.of(above, below))) {
			Calibration calibration = Calibration.of(modality("US").with(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, order));
			assertEquals(2, calibration.at(55, 55).row());
			assertEquals(1, calibration.at(45, 55).row());
		}
	}

	@Test
	void damagedRegionsAreLeftOut() {
		Item reversed = units(region(10, 10, 5, 20), 3, 0.1, 3, 0.1);
		Item unknown = units(region(0, 0, 9, 9), 77, 0.1, 3, 0.1);
		Calibration calibration = Calibration.of(modality("US").with(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS,
				List.of(reversed, new Item(), unknown)));
		assertEquals(1, calibration.regions().size());
		assertEquals(PixelSpacing.NONE, calibration.at(1, 1));
		assertEquals(Optional.empty(), calibration.region(12, 15));
	}

	@Test
	void distancesAnglesAndAreasOfUnequalSides() {
		PixelSpacing spacing = PixelSpacing.millimetres(0.5, 2, Rule.PIXEL_SPACING);
		assertEquals(5, spacing.distance(1, 1, 2.5, 9).getAsDouble(), TOLERANCE);
		assertEquals(5 + 4 + 3, spacing.length(1, 1, 2.5, 9, 2.5, 17, 4, 17).getAsDouble(), TOLERANCE);
		assertEquals(0, spacing.length(1, 1).getAsDouble());
		assertEquals(12, spacing.area(12).getAsDouble(), TOLERANCE);
		assertEquals(45, spacing.angle(1, 0, 1, 4).getAsDouble(), TOLERANCE);
		assertEquals(90, spacing.angle(1, 0, 0, -3).getAsDouble(), TOLERANCE);
		assertEquals(180, spacing.angle(1, 4, -2, -8).getAsDouble(), TOLERANCE);
		assertEquals(0, spacing.angle(1, 4, 2, 8).getAsDouble(), TOLERANCE);
		assertEquals(OptionalDouble.empty(), spacing.angle(0, 0, 1, 1));
	}

	@Test
	void thereIsNoDistanceAcrossTimeAndVelocity() {
		PixelSpacing spacing = new PixelSpacing(1, 1, Unit.CENTIMETRE_PER_SECOND, Unit.SECOND, Rule.ULTRASOUND_REGION,
				OptionalDouble.empty());
		assertEquals(OptionalDouble.empty(), spacing.distance(0, 0, 1, 1));
		assertEquals(OptionalDouble.empty(), spacing.length(0, 0, 1, 1));
		assertEquals(OptionalDouble.empty(), spacing.area(1));
		assertEquals(OptionalDouble.empty(), spacing.angle(0, 1, 1, 1));
	}

	@Test
	void aSpacingIsAboveZero() {
		assertThrows(IllegalArgumentException.class, () -> PixelSpacing.millimetres(0, 1, Rule.PIXEL_SPACING));
		assertThrows(IllegalArgumentException.class, () -> PixelSpacing.millimetres(1, Double.NaN, Rule.PIXEL_SPACING));
	}
}
