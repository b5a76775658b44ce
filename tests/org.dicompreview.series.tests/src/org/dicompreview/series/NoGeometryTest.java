package org.dicompreview.series;

import static org.dicompreview.series.Stacks.describe;
import static org.dicompreview.series.Stacks.files;
import static org.dicompreview.series.Stacks.make;
import static org.dicompreview.series.Stacks.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.dicompreview.dicom.Tag;
import org.dicompreview.testsupport.Locations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images without full geometry run by the first thing that tells all of them apart, whatever their files are called. */
class NoGeometryTest {

	/** Where each of the images a to e belongs. */
	private static final int[] PLACE = { 3, 0, 4, 1, 2 };
	private static final String EXPECTED = "b d e a c";

	private static String name(int i) {
		return "abcde".substring(i, i + 1);
	}

	private static TestHeader image(int i) {
		return new TestHeader(name(i));
	}

	private static double[] at(double x, double y, double z) {
		return new double[] { x, y, z };
	}

	/** The line goes before all else, in whatever direction the positions lie, and be they a little aside of it. */
	@ParameterizedTest
	@CsvSource({ "0, 0, 2.5", "0, 3, 0", "4, 0, 0", "0.1, -0.8, 2", "0, 0, 0.0004" })
	void positionsWithoutOrientationMakeALine(double x, double y, double z) {
		SliceStack stack = only(make(5, i -> image(i)
				.with(Tag.IMAGE_POSITION_PATIENT,
						at(x * PLACE[i] - 120, y * PLACE[i] + i % 2 * z * 0.02, z * PLACE[i] + 1))
				.with(Tag.SLICE_LOCATION, i).with(Tag.INSTANCE_NUMBER, i)));
		assertEquals(EXPECTED, files(stack));
		assertEquals("position along line", stack.rule());
		assertEquals("64×64: position 5", describe(stack));
		assertFalse(stack.spatial());
		assertEquals("e", Locations.path(stack.start().instance()).getFileName().toString(), "the middle");
		assertEquals(List.of(), stack.findings());
	}

	@Test
	void aLineRunsTowardsBackAndHeadAndItsPlacesHaveLabels() {
		SliceStack stack = only(make(5, i -> image(i).with(Tag.IMAGE_POSITION_PATIENT, at(0, 0, -10 - 2.5 * PLACE[i]))));
		assertEquals("c a e d b", files(stack));
		assertEquals("-20 mm", stack.positionLabel(0));
		assertEquals("-10 mm", stack.positionLabel(4));
	}

	/** Positions that share a place, or make no line, say nothing; Slice Location is next then. */
	@ParameterizedTest
	@CsvSource({ "0, 0, 0", "0, 0, 5", "90, 90, 90" })
	void sliceLocationIsNext(double x, double y, double z) {
		SliceStack stack = only(make(5, i -> image(i)
				.with(Tag.IMAGE_POSITION_PATIENT, at(x * Math.cos(i * 40), y * Math.sin(i * 50), z * (i / 2)))
				.with(Tag.SLICE_LOCATION, 12.5 - 3 * (4 - PLACE[i])).with(Tag.INSTANCE_NUMBER, i)));
		assertEquals(EXPECTED, files(stack));
		assertEquals("slice location", stack.rule());
		assertEquals("0.5 mm", stack.positionLabel(0));
	}

	@Test
	void sliceLocationCountsWhereInstanceNumbersDoNotTellImagesApart() {
		SliceStack stack = only(make(5, i -> image(i).with(Tag.SLICE_LOCATION, 3 * PLACE[i]).with(Tag.INSTANCE_NUMBER, 1)
				.with(Tag.ACQUISITION_TIME, "10000" + i)));
		assertEquals(EXPECTED, files(stack));
		assertEquals("slice location", stack.rule());
		assertTrue(stack.slices().get(0).offset().isEmpty());
		assertEquals("e", Locations.path(stack.start().instance()).getFileName().toString(), "the middle");
	}

	/** A side, which many series state, is no order. */
	@Test
	void aSideDoesNotHideTheSliceLocation() {
		SliceStack stack = only(make(5, i -> image(i).with(Tag.SLICE_LOCATION, 3 * PLACE[i]).with(Tag.LATERALITY, "R")));
		assertEquals(EXPECTED, files(stack));
		assertEquals("slice location", stack.rule());
	}

	@Test
	void instanceNumberGoesFirstWithoutAnyPosition() {
		SliceStack stack = only(make(5, i -> image(i).with(Tag.SLICE_LOCATION, i).with(Tag.INSTANCE_NUMBER, PLACE[i])
				.with(Tag.ACQUISITION_TIME, "10000" + i)));
		assertEquals(EXPECTED, files(stack));
		assertEquals("instance number", stack.rule());
		assertEquals("0", stack.positionLabel(0));
	}

	@ParameterizedTest
	@CsvSource({ "ACQUISITION, acquisition time", "CONTENT, content time" })
	void timesAreNext(String which, String rule) {
		boolean acquired = "ACQUISITION".equals(which);
		SliceStack stack = only(make(5, i -> image(i).with(Tag.INSTANCE_NUMBER, 1 + i % 4).with(Tag.SLICE_LOCATION, 5)
				.with(acquired ? Tag.ACQUISITION_TIME : Tag.CONTENT_TIME, "10000" + PLACE[i])));
		assertEquals(EXPECTED, files(stack));
		assertEquals(rule, stack.rule());
		assertEquals("2 s", stack.positionLabel(2));
	}

	@Test
	void namesAreLast() {
		SliceStack stack = only(make(12, i -> new TestHeader("im" + i).with(Tag.INSTANCE_NUMBER, 7)));
		assertEquals("im0 im1 im2 im3 im4 im5 im6 im7 im8 im9 im10 im11", files(stack));
		assertEquals("file name", stack.rule());
	}

	/** One image too many, or one that lost its number, does not make the order forget what the others say. */
	@Test
	void whatTellsMostImagesApartCountsWhereNothingTellsAllApart() {
		SliceStack twice = only(make(5, i -> image(i).with(Tag.SLICE_LOCATION, PLACE[i] == 4 ? 3 : PLACE[i])));
		assertEquals("b d e a c", files(twice));
		assertEquals("slice location", twice.rule());
		SliceStack lost = only(make(5, i -> i == 3 ? image(i) : image(i).with(Tag.INSTANCE_NUMBER, PLACE[i])));
		assertEquals("b e a c d", files(lost));
		assertEquals("instance number", lost.rule());
	}

	/** Frames of one object with positions, but without an orientation. */
	@Test
	void framesRunAlongTheirLineToo() {
		SliceStack stack = only(List.of(new TestHeader("m").frames(5,
				(item, i) -> item.with(Tag.IMAGE_POSITION_PATIENT, at(0, 0, 4 * PLACE[i])))));
		assertEquals("m#2 m#4 m#5 m m#3", files(stack));
	}

	/** Projections from all sides run as they were made: a Slice Location says nothing of them. */
	@Test
	void projectionsDoNotRunBySliceLocation() {
		SliceStack stack = only(make(5, i -> image(i)
				.at(0, 0, 0, Math.cos(i), Math.sin(i), 0, 0, 0, -1).with(Tag.SLICE_LOCATION, i)
				.with(Tag.INSTANCE_NUMBER, PLACE[i])));
		assertEquals(EXPECTED, files(stack));
		assertEquals("instance number", stack.rule());
	}
}
