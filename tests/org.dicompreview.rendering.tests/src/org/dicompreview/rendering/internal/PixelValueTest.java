package org.dicompreview.rendering.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Photometric;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.PixelValue;
import org.dicompreview.series.Vector3;
import org.junit.jupiter.api.Test;

class PixelValueTest {

	private static String probe(MadeAttributes attributes, int stored) {
		return Probed.text(Made.display(Made.shorts(1, 16, true, stored), attributes), 0, 0).orElseThrow();
	}

	private static MadeAttributes pet() {
		return new MadeAttributes().with(Tag.MODALITY, "PT").with(Tag.UNITS, "BQML").with(Tag.PATIENT_WEIGHT, 80)
				.with(Tag.PATIENT_SIZE, 1.8).with(Tag.PATIENT_SEX, "M").with(Tag.DECAY_CORRECTION, "START")
				.with(Tag.RESCALE_SLOPE, 2).with(Tag.SERIES_DATE, "20200102").with(Tag.SERIES_TIME, "003000.00")
				.with(Tag.RADIOPHARMACEUTICAL_INFORMATION_SEQUENCE,
						new MadeAttributes().with(Tag.RADIONUCLIDE_TOTAL_DOSE, 400e6)
								.with(Tag.RADIONUCLIDE_HALF_LIFE, 3600)
								.with(Tag.RADIOPHARMACEUTICAL_START_TIME, "233000"));
	}

	@Test
	void hounsfieldUnits() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.MODALITY, "CT").with(Tag.RESCALE_INTERCEPT, -1024);
		assertEquals("-24 HU (stored 1000)", probe(attributes, 1000));
		attributes.with(Tag.RESCALE_TYPE, "US");
		assertEquals("-24 (stored 1000)", probe(attributes, 1000));
	}

	@Test
	void outsideThereIsNothing() {
		DisplayFrame frame = Made.display(Made.shorts(1, 16, true, 1), new MadeAttributes());
		assertTrue(frame.value(-1, 0).isEmpty());
		assertTrue(frame.value(0, 1).isEmpty());
	}

	/** Half of the dose has decayed between half past eleven and half past midnight: 200 MBq in 80 kg. */
	@Test
	void uptakeOfABodyThatWasInjectedTheDayBefore() {
		double lean = 1.10 * 80 - 128 * (80 / 180.0) * (80 / 180.0);
		double surface = 0.007184 * Math.pow(80, 0.425) * Math.pow(180, 0.725);
		assertEquals(String.format(Locale.ROOT, "5000 Bq/ml, SUVbw 2 g/ml, SUVlbm %.4f g/ml, SUVbsa %.6f cm2/ml (stored 2500)",
				5000 * lean * 1000 / 200e6, 5000 * surface * 10_000 / 200e6), probe(pet(), 2500));
	}

	@Test
	void uptakeWithoutHeightSexOrDecay() {
		assertEquals("5000 Bq/ml, SUVbw 1 g/ml (stored 2500)",
				probe(pet().with(Tag.PATIENT_SIZE, new double[0]).with(Tag.DECAY_CORRECTION, "ADMIN"), 2500));
		assertEquals("5000 Bq/ml (stored 2500)", probe(pet().with(Tag.DECAY_CORRECTION, "NONE"), 2500));
		assertEquals("5000 Bq/ml (stored 2500)", probe(pet().with(Tag.PATIENT_WEIGHT, new double[0]), 2500));
		assertEquals("5000 counts (stored 2500)", probe(pet().with(Tag.UNITS, "CNTS"), 2500));
	}

	@Test
	void uptakeOfCountsByTheFactorOfTheVendor() {
		MadeAttributes counts = pet().with(Tag.UNITS, "CNTS").with(0x70530010, "Philips PET Private Group")
				.with(0x70531000, 0.001);
		double surface = 0.007184 * Math.pow(80, 0.425) * Math.pow(180, 0.725);
		assertEquals(String.format(Locale.ROOT, "5000 counts, SUVbw 5 g/ml, SUVlbm %.5f g/ml, SUVbsa %.5f cm2/ml (stored 2500)",
				5 * (1.10 - 128 * 80 / 180.0 / 180), 5 * 10 * surface / 80), probe(counts, 2500));
		assertEquals("5000 counts, SUVbw 5 g/ml (stored 2500)",
				probe(counts.with(Tag.PATIENT_WEIGHT, new double[0]), 2500));
	}

	@Test
	void seriesTimeThatWasChangedLaterIsNotTheScan() {
		MadeAttributes attributes = pet().with(Tag.PATIENT_SIZE, new double[0]).with(Tag.SERIES_DATE, "20210505")
				.with(Tag.ACQUISITION_DATE, "20200102").with(Tag.ACQUISITION_TIME, "003000");
		assertEquals("5000 Bq/ml, SUVbw 2 g/ml (stored 2500)", probe(attributes, 2500));
		assertEquals("5000 Bq/ml (stored 2500)", probe(pet().with(Tag.SERIES_DATE, "20201399"), 2500));
	}

	@Test
	void doseWithItsUnit() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.MODALITY, "RTDOSE").with(Tag.DOSE_UNITS, "GY")
				.with(Tag.DOSE_GRID_SCALING, 0.001);
		DisplayFrame frame = Made.display(Made.frame(1, 1, 32, false, Photometric.MONOCHROME2,
				new Samples.Ints(new int[] { 61500 })), attributes);
		assertEquals("61.5 Gy (stored 61500)", Probed.text(frame, 0, 0).orElseThrow());
	}

	@Test
	void realWorldValues() {
		MadeAttributes unit = new MadeAttributes().with(Tag.CODE_VALUE, "um2/s");
		MadeAttributes attributes = new MadeAttributes().with(Tag.REAL_WORLD_VALUE_MAPPING_SEQUENCE,
				new MadeAttributes().with(Tag.LUT_LABEL, "ADC").with(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, 0)
						.with(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, 1000).with(Tag.REAL_WORLD_VALUE_SLOPE, 0.5)
						.with(Tag.REAL_WORLD_VALUE_INTERCEPT, 1).with(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE, unit),
				new MadeAttributes().with(Tag.REAL_WORLD_VALUE_FIRST_VALUE_MAPPED, 10)
						.with(Tag.REAL_WORLD_VALUE_LAST_VALUE_MAPPED, 11)
						.with(Tag.REAL_WORLD_VALUE_LUT_DATA, 7.25, 8.5));
		assertEquals("100, ADC 51 um2/s", probe(attributes, 100));
		assertEquals("11, ADC 6.5 um2/s, 8.5", probe(attributes, 11));
		assertEquals("1001", probe(attributes, 1001));
	}

	@Test
	void valuesThatAreUptakeValuesAlready() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.MODALITY, "PT").with(Tag.UNITS, "GML");
		assertEquals("4 g/ml, SUVbw 4 g/ml", probe(attributes, 4));
		assertEquals("4 g/ml, SUVlbm 4 g/ml", probe(attributes.with(Tag.SUV_TYPE, "LBM"), 4));
		assertEquals("4 g/ml", probe(attributes.with(Tag.SUV_TYPE, "IBW"), 4));
		assertEquals("4 CM2ML, SUVbsa 4 cm2/ml", probe(attributes.with(Tag.SUV_TYPE, "BSA").with(Tag.UNITS, "CM2ML"), 4));
	}

	@Test
	void thePositionIsThatOfTheCentreOfThePixel() {
		MadeAttributes attributes = new MadeAttributes().with(Tag.IMAGE_POSITION_PATIENT, 10, 20, 30)
				.with(Tag.IMAGE_ORIENTATION_PATIENT, 0, 1, 0, 0, 0, -1).with(Tag.PIXEL_SPACING, 2, 3)
				.with(Tag.COLUMNS, 2).with(Tag.ROWS, 2);
		DisplayFrame frame = Made.display(Made.shorts(2, 16, true, 1, 2, 3, 4), attributes);
		PixelValue value = frame.value(1, 1).orElseThrow();
		assertEquals(Optional.of(new Vector3(10, 23, 28)), value.position());
		assertEquals(List.of(1, 1), List.of(value.column(), value.row()));
		DisplayFrame coarse = Made.display(Made.shorts(1, 16, true, 7), attributes);
		assertEquals(Optional.of(new Vector3(10, 21.5, 29)), coarse.value(0, 0).orElseThrow().position());
		assertEquals(Optional.empty(), Made.display(Made.shorts(1, 16, true, 1), new MadeAttributes()).value(0, 0)
				.orElseThrow().position());
	}

	private static MadeAttributes segments(String type) {
		return new MadeAttributes().with(Tag.SEGMENTATION_TYPE, type).with(Tag.SEGMENT_SEQUENCE,
				new MadeAttributes().with(Tag.SEGMENT_NUMBER, 1).with(Tag.SEGMENT_LABEL, "Liver"),
				new MadeAttributes().with(Tag.SEGMENT_NUMBER, 2).with(Tag.SEGMENT_LABEL, "Spleen"));
	}

	@Test
	void aLabelMapNamesTheSegmentOfEachPixel() {
		DisplayFrame frame = Made.display(Made.bytes(4, Photometric.MONOCHROME2, 0, 2, 1, 9), segments("LABELMAP"));
		assertEquals(List.of("", "Spleen", "Liver", ""), labels(frame));
	}

	@Test
	void aFrameOfASegmentNamesItWhereItIsMarked() {
		MadeAttributes binary = segments("BINARY").with(Tag.REFERENCED_SEGMENT_NUMBER, 2);
		assertEquals(List.of("", "Spleen"), labels(Made.display(Made.bytes(2, Photometric.MONOCHROME2, 0, 1), binary)));
		MadeAttributes parts = segments("FRACTIONAL").with(Tag.REFERENCED_SEGMENT_NUMBER, 1)
				.with(Tag.MAXIMUM_FRACTIONAL_VALUE, 100);
		assertEquals(List.of("", "Liver", "Liver"),
				labels(Made.display(Made.bytes(3, Photometric.MONOCHROME2, 0, 2, 100), parts)));
		assertEquals(List.of("", ""), labels(Made.display(Made.bytes(2, Photometric.MONOCHROME2, 0, 1), segments("BINARY"))));
	}

	private static List<String> labels(DisplayFrame frame) {
		return IntStream.range(0, frame.frame().columns()).mapToObj(column -> frame.value(column, 0).orElseThrow().segment()
				.map(PixelValue.Segment::label).orElse("")).toList();
	}
}
