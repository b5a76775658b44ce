package org.dicompreview.series;

import static org.dicompreview.series.Stacks.describe;
import static org.dicompreview.series.Stacks.files;
import static org.dicompreview.series.Stacks.make;
import static org.dicompreview.series.Stacks.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherStackTest {

	private static double[] repeat(int count, IntToDoubleFunction value) {
		return IntStream.range(0, count).mapToDouble(value).toArray();
	}

	@Test
	void capturesWithoutGeometryRunByInstanceNumber() {
		SliceStack stack = only(make(11, i -> new TestHeader("sc" + i).with(Tag.INSTANCE_NUMBER, 20 - i)));
		assertEquals("sc10 sc9 sc8 sc7 sc6 sc5 sc4 sc3 sc2 sc1 sc0", files(stack));
		assertEquals("instance number", stack.rule());
		assertEquals("10", stack.positionLabel(0));
		assertFalse(stack.spatial());
	}

	@Test
	void withoutInstanceNumbersTimeDecidesThenTheName() {
		SliceStack stack = only(List.of(new TestHeader("img10"), new TestHeader("img9"),
				new TestHeader("late").with(Tag.CONTENT_TIME, "120001"), new TestHeader("early").with(Tag.CONTENT_TIME, "115959"),
				new TestHeader("first").with(Tag.INSTANCE_NUMBER, 1)));
		assertEquals("first early late img9 img10", files(stack));
	}

	@Test
	void imagesOfManySizesStayTogether() {
		SliceStack stack = only(make(6, i -> new TestHeader("sc" + i).with(Tag.ROWS, 100 + i).with(Tag.INSTANCE_NUMBER, i)));
		assertEquals("sc0 sc1 sc2 sc3 sc4 sc5", files(stack));
		assertEquals("various sizes", stack.label());
	}

	@Test
	void twoSizesAreTwoStacks() {
		List<SliceStack> stacks = Stacks.of(make(6, i -> new TestHeader("sc" + i).with(Tag.ROWS, i < 3 ? 100 : 200)
				.with(Tag.INSTANCE_NUMBER, i)));
		assertEquals(List.of("64×100: image 3", "64×200: image 3"), describe(stacks));
	}

	@Test
	void mammogramsHangByViewAndSide() {
		List<TestHeader> headers = List.of(view("a", "L", "MLO"), view("b", "R", "MLO"), view("c", "L", "CC"),
				view("d", "R", "CC"));
		SliceStack stack = only(headers);
		assertEquals("d c b a", files(stack));
		assertEquals("R CC", stack.positionLabel(0));
		assertEquals("view: 4", stack.positionName() + ": " + stack.positions());
	}

	@Test
	void severalImagesOfEachViewAreStacks() {
		List<TestHeader> headers = new ArrayList<>();
		for (String side : List.of("L", "R")) {
			for (int i = 0; i < 3; i++) {
				headers.add(view(side + i, side, "CC").with(Tag.INSTANCE_NUMBER, headers.size()));
			}
		}
		assertEquals(List.of("L CC: view 3", "R CC: view 3"), describe(Stacks.of(headers)));
	}

	@Test
	void radiographsRunAsTheyWereTaken() {
		SliceStack stack = only(List.of(view("lat", "", "LL").with(Tag.MODALITY, "DX").with(Tag.INSTANCE_NUMBER, 2),
				view("pa", "", "PA").with(Tag.MODALITY, "DX").with(Tag.ROWS, 2000).with(Tag.INSTANCE_NUMBER, 1)));
		assertEquals("pa lat", files(stack));
		assertEquals("PA", stack.positionLabel(0));
	}

	private static TestHeader view(String file, String side, String view) {
		return new TestHeader(file).with(Tag.MODALITY, "MG").with(Tag.IMAGE_LATERALITY, side).with(Tag.VIEW_POSITION, view);
	}

	@Test
	void gatedNuclearTomographyRunsBySliceWithTimeSlots() {
		SliceStack stack = only(List.of(new TestHeader("nm").with(Tag.MODALITY, "NM").with(Tag.FRAME_TIME, 5)
				.with(Tag.SLICE_VECTOR, repeat(12, i -> i % 4 + 1)).with(Tag.TIME_SLOT_VECTOR, repeat(12, i -> i / 4 + 1))
				.frames(12)));
		assertEquals("12 frames: slice 4 × time-slot 3", describe(stack));
		assertEquals("nm nm#5 nm#9 nm#2", files(stack).substring(0, 17));
	}

	@Test
	void nuclearSlicesWithGeometryOfTheDetectorArePlaced() {
		List<Object> detectors = List.of(new TestHeader.Item().with(Tag.IMAGE_POSITION_PATIENT, new double[] { 0, 0, 50 })
				.with(Tag.IMAGE_ORIENTATION_PATIENT, new double[] { 1, 0, 0, 0, 1, 0 }));
		SliceStack stack = only(List.of(new TestHeader("nm").with(Tag.MODALITY, "NM").with(Tag.DETECTOR_INFORMATION_SEQUENCE, detectors)
				.with(Tag.SPACING_BETWEEN_SLICES, -4).with(Tag.SLICE_VECTOR, repeat(3, i -> i + 1)).frames(3)));
		assertEquals("nm#3 nm#2 nm", files(stack));
		assertEquals(42, stack.slices().get(0).offset().orElseThrow(), 1e-9);
	}

	@Test
	void rotatingDetectorsRunByAngularView() {
		SliceStack stack = only(List.of(new TestHeader("nm").with(Tag.MODALITY, "NM")
				.with(Tag.DETECTOR_VECTOR, repeat(16, i -> i % 2 + 1)).with(Tag.ANGULAR_VIEW_VECTOR, repeat(16, i -> i / 2 + 1))
				.frames(16)));
		assertEquals("angular-view 8", stack.positionName() + ' ' + stack.positions());
		assertEquals("detector", stack.axes().get(0).name());
	}

	@Test
	void wholeBodyImagesOfTwoDetectorsAreBothThere() {
		SliceStack stack = only(List.of(new TestHeader("nm").with(Tag.MODALITY, "NM")
				.with(Tag.DETECTOR_VECTOR, new double[] { 1, 2 }).frames(2)));
		assertEquals("detector 2", stack.positionName() + ' ' + stack.positions());
	}

	@Test
	void slidesAreStacksOfTilesForEachLevel() {
		List<TestHeader> headers = List.of(slide("fine", 300, 200).frames(6), slide("coarse", 100, 100).frames(1),
				slide("label", 100, 100).with(Tag.IMAGE_TYPE, "ORIGINAL\\PRIMARY\\LABEL\\NONE").frames(1));
		List<SliceStack> stacks = Stacks.of(headers);
		assertEquals(List.of("level 1 (300×200): tile 6", "level 2 (100×100): tile 1", "label (100×100): tile 1"),
				describe(stacks));
		assertEquals("row 101, column 201", stacks.get(0).positionLabel(5));
		assertFalse(stacks.get(0).spatial());
	}

	@Test
	void tilesInAnyOrderRunByRow() {
		int[] columns = { 201, 1, 101 };
		SliceStack stack = only(List.of(slide("s", 300, 200).frames(6, (item, i) -> item
				.with(Tag.ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, i < 3 ? 101 : 1)
				.with(Tag.COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, columns[i % 3]))));
		assertEquals("s#5 s#6 s#4 s#2 s#3 s", files(stack));
	}

	@Test
	void focalPlanesOfASlideAreAnAxis() {
		SliceStack stack = only(List.of(slide("s", 200, 100).with(Tag.TOTAL_PIXEL_MATRIX_FOCAL_PLANES, 3).frames(6)));
		assertEquals("tile 2 × focal-plane 3", stack.positionName() + ' ' + stack.positions() + " × "
				+ stack.axes().get(0).name() + ' ' + stack.axes().get(0).size());
		assertEquals("s s#3 s#5 s#2 s#4 s#6", files(stack));
	}

	private static TestHeader slide(String file, int columns, int rows) {
		return new TestHeader(file).with(Tag.MODALITY, "SM").with(Tag.ROWS, 100).with(Tag.COLUMNS, 100)
				.with(Tag.IMAGE_TYPE, "ORIGINAL\\PRIMARY\\VOLUME\\NONE").with(Tag.TOTAL_PIXEL_MATRIX_COLUMNS, columns)
				.with(Tag.TOTAL_PIXEL_MATRIX_ROWS, rows);
	}

	private static TestHeader slideSegments(String file, int columns, int rows, String... labels) {
		List<Object> segments = new ArrayList<>();
		for (String label : labels) {
			segments.add(new TestHeader.Item().with(Tag.SEGMENT_NUMBER, 10 + segments.size()).with(Tag.SEGMENT_LABEL, label));
		}
		return slide(file, columns, rows).with(Tag.MODALITY, "SEG").with(Tag.IMAGE_TYPE, "DERIVED\\PRIMARY")
				.with(Tag.SEGMENT_SEQUENCE, segments);
	}

	/** What each frame shows, by the numbers of the segments, in any order; not each tile has each segment. */
	@Test
	void segmentsOfASparseSlideAreStacks() {
		int[] segments = { 10, 11, 12, 11, 12, 10, 12 };
		int[] tiles = { 0, 0, 0, 2, 1, 3, 3 };
		List<SliceStack> stacks = Stacks.of(List.of(slideSegments("s", 200, 200, "cells", "stroma", "fat")
				.with(Tag.DIMENSION_ORGANIZATION_TYPE, "TILED_SPARSE").frames(7, (item, i) -> item
						.with(Tag.REFERENCED_SEGMENT_NUMBER, segments[i])
						.with(Tag.ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, tiles[i] / 2 * 100 + 1)
						.with(Tag.COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, tiles[i] % 2 * 100 + 1))));
		assertEquals(List.of("segment cells: tile 2", "segment stroma: tile 2", "segment fat: tile 3"), describe(stacks));
		assertEquals(List.of("s s#6", "s#2 s#4", "s#3 s#5 s#7"), stacks.stream().map(Stacks::files).toList());
	}

	/** Frames that say nothing run through all tiles and focal planes of one segment after the other. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void segmentsOfAFullSlideAreStacks(boolean positions) {
		List<SliceStack> stacks = Stacks.of(List.of(slideSegments("s", 200, 100, "cells", "stroma")
				.with(Tag.DIMENSION_ORGANIZATION_TYPE, "TILED_FULL").with(Tag.TOTAL_PIXEL_MATRIX_FOCAL_PLANES, 3)
				.frames(12, (item, i) -> {
					if (positions) {
						item.with(Tag.ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, 1)
								.with(Tag.COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, i % 2 * 100 + 1)
								.with(Tag.Z_OFFSET_IN_SLIDE_COORDINATE_SYSTEM, i / 2 % 3 * 0.25);
					}
				})));
		assertEquals(List.of("segment cells: tile 2 × focal-plane 3", "segment stroma: tile 2 × focal-plane 3"),
				describe(stacks));
		assertEquals("s s#3 s#5 s#2 s#4 s#6", files(stacks.get(0)));
		assertEquals("s#7 s#9 s#11 s#8 s#10 s#12", files(stacks.get(1)));
		assertEquals(positions ? List.of("0", "0.25", "0.5") : List.of("1", "2", "3"),
				stacks.get(0).axes().get(0).values());
	}

	/** The colour of a segment is that of its item, wherever it is listed; what is not segmented has none. */
	@ParameterizedTest
	@ValueSource(strings = { "TILED_SPARSE", "TILED_FULL" })
	void segmentsOfASlideHaveTheirColors(String tiling) {
		List<Object> segments = List.of(segment(3).with(Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE, Stacks.RED), segment(1),
				segment(2).with(Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE, Stacks.WHITE));
		TestHeader object = slideSegments("s", 200, 100).with(Tag.SEGMENT_SEQUENCE, segments)
				.with(Tag.DIMENSION_ORGANIZATION_TYPE, tiling).frames(6, (item, i) -> {
					if (tiling.equals("TILED_SPARSE")) {
						item.with(Tag.REFERENCED_SEGMENT_NUMBER, new int[] { 3, 1, 2 }[i / 2])
								.with(Tag.ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, 1)
								.with(Tag.COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, i % 2 * 100 + 1);
					}
				});
		List<SliceStack> stacks = Stacks.of(List.of(object));
		assertEquals(List.of("segment 3: tile 2", "segment 1: tile 2", "segment 2: tile 2"), describe(stacks));
		assertEquals(List.of("#FF0000", "", "#FFFFFF"), Stacks.colors(stacks));
		assertEquals(List.of(""), Stacks.colors(Stacks.of(List.of(slide("s", 200, 100).frames(2)))));
	}

	private static TestHeader.Item segment(int number) {
		return new TestHeader.Item().with(Tag.SEGMENT_NUMBER, number);
	}

	/** Several levels, several objects, and a label map, which has all segments in one frame. */
	@Test
	void segmentsOfSeveralLevelsAndObjectsAreStacks() {
		List<SliceStack> stacks = Stacks.of(List.of(slideSegments("fine", 200, 100, "cells", "fat").frames(4),
				slideSegments("coarse", 100, 100, "cells", "fat").frames(2),
				slideSegments("map", 100, 100, "cells", "fat").with(Tag.SEGMENTATION_TYPE, "LABELMAP").frames(1)));
		assertEquals(List.of("segment cells, level 1 (200×100): tile 2", "segment fat, level 1 (200×100): tile 2",
				"segment cells, level 2 (100×100): tile 1", "segment fat, level 2 (100×100): tile 1",
				"segments, level 2 (100×100): tile 1"), describe(stacks));
	}

	@Test
	void segmentsThatSayWhereTheyLieWithoutTheSizeOfTheWholeAreTiles() {
		List<SliceStack> stacks = Stacks.of(List.of(slideSegments("s", 0, 0, "cells", "fat").without(Tag.TOTAL_PIXEL_MATRIX_COLUMNS)
				.without(Tag.TOTAL_PIXEL_MATRIX_ROWS).frames(4, (item, i) -> item
						.with(Tag.REFERENCED_SEGMENT_NUMBER, 10 + i % 2)
						.with(Tag.ROW_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, 301 - i / 2 * 100)
						.with(Tag.COLUMN_POSITION_IN_TOTAL_IMAGE_PIXEL_MATRIX, 1))));
		assertEquals(List.of("segment cells: tile 2", "segment fat: tile 2"), describe(stacks));
		assertEquals("s#3 s", files(stacks.get(0)));
	}

	@Test
	void documentsAreListedButNoSlices() {
		Catalog catalog = SeriesModel.standalone(DicomReaders.standalone()).newCatalog();
		catalog.add(Path.of("/data"), List.of(new TestHeader("sr").with(Tag.MODALITY, "SR").document()));
		Series series = catalog.series("1.2.4").orElseThrow();
		assertEquals(0, series.imageCount());
		assertEquals(1, series.documents().size());
		assertEquals(List.of(), series.stacks());
	}

	@Test
	void runsThatLieBetweenEachOtherAreStacks() {
		List<TestHeader> headers = make(20, i -> new TestHeader("f" + i).axial(5 * (i / 2) + i % 2 * 0.7)
				.with(Tag.ACQUISITION_NUMBER, i % 2 + 1).with(Tag.INSTANCE_NUMBER, i));
		assertEquals(List.of("acquisition 1: position 10", "acquisition 2: position 10"), describe(Stacks.of(headers)));
	}
}
