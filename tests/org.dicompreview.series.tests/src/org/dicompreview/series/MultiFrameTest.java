package org.dicompreview.series;

import static org.dicompreview.series.Stacks.describe;
import static org.dicompreview.series.Stacks.files;
import static org.dicompreview.series.Stacks.make;
import static org.dicompreview.series.Stacks.offsets;
import static org.dicompreview.series.Stacks.only;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.Tag;
import org.junit.jupiter.api.Test;

class MultiFrameTest {

	private static final double[] AXIAL = { 1, 0, 0, 0, 1, 0 };

	private static double[] z(double z) {
		return new double[] { 0, 0, z };
	}

	@Test
	void shuffledFramesOfAnEnhancedImageRunByTheirOwnPosition() {
		int[] order = { 3, 0, 4, 1, 2 };
		SliceStack stack = only(List.of(new TestHeader("e").with(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL).frames(5,
				(item, i) -> item.with(Tag.IMAGE_POSITION_PATIENT, z(2 * order[i])))));
		assertEquals("e#2 e#4 e#5 e e#3", files(stack));
		assertArrayEquals(new double[] { 0, 2, 4, 6, 8 }, offsets(stack), 0);
	}

	@Test
	void anEnhancedSeriesInEightFilesIsOneStack() {
		List<TestHeader> headers = make(8, file -> new TestHeader("f" + file).with(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL)
				.with(Tag.INSTANCE_NUMBER, 1).frames(4, (item, i) -> item.with(Tag.IMAGE_POSITION_PATIENT, z(file + 8 * i))));
		SliceStack stack = only(headers);
		assertEquals("axial: position 32", describe(stack));
		assertEquals("f0 f1 f2 f3 f4 f5 f6 f7 f0#2", files(stack).substring(0, 28));
	}

	@Test
	void enhancedVolumesThatFollowEachOtherInTimeAreAnAxis() {
		List<TestHeader> headers = make(4, t -> new TestHeader("t" + t).with(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL).frames(6,
				(item, i) -> item.with(Tag.IMAGE_POSITION_PATIENT, z(2.4 * i)).with(Tag.TEMPORAL_POSITION_INDEX, t + 1)));
		SliceStack stack = only(headers);
		assertEquals("axial: position 6 × time 4", describe(stack));
		assertEquals("t0 t1 t2 t3 t0#2", files(stack).substring(0, 16));
	}

	@Test
	void namedStacksOfOneInstanceStayApart() {
		List<SliceStack> stacks = Stacks.of(List.of(new TestHeader("e").with(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL).frames(6,
				(item, i) -> item.with(Tag.IMAGE_POSITION_PATIENT, z(i % 3 + 1.5 * (i / 3)))
						.with(Tag.STACK_ID, i < 3 ? "upper" : "lower"))));
		assertEquals(List.of("stack upper: position 3", "stack lower: position 3"), describe(stacks));
	}

	@Test
	void dimensionsThatOnlyTheInstanceNamesBecomeAxes() {
		List<Object> dimensions = List.of(new TestHeader.Item().with(Tag.DIMENSION_INDEX_POINTER, Tag.IN_STACK_POSITION_NUMBER),
				new TestHeader.Item().with(Tag.DIMENSION_INDEX_POINTER, 0x0018_9090).with(Tag.DIMENSION_DESCRIPTION_LABEL,
						"Velocity"));
		SliceStack stack = only(List.of(new TestHeader("e").with(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL)
				.with(Tag.DIMENSION_INDEX_SEQUENCE, dimensions).frames(6, (item, i) -> item
						.with(Tag.IMAGE_POSITION_PATIENT, z(i / 2))
						.with(Tag.DIMENSION_INDEX_VALUES, new double[] { i / 2 + 1, 2 - i % 2 }))));
		assertEquals("axial: position 3 × dimension-2 2", describe(stack));
		assertEquals("Velocity", stack.axes().get(0).label());
		assertEquals("e#2 e e#4 e#3 e#6 e#5", files(stack));
	}

	@Test
	void partsOfAConcatenationAreOneRun() {
		List<TestHeader> headers = make(3, part -> new TestHeader("c" + (3 - part)).with(Tag.CONCATENATION_UID, "1.7")
				.with(Tag.IN_CONCATENATION_NUMBER, part + 1).with(Tag.CONCATENATION_FRAME_OFFSET_NUMBER, 2 * part)
				.with(Tag.INSTANCE_NUMBER, 5).frames(2));
		SliceStack stack = only(headers);
		assertEquals("c3 c3#2 c2 c2#2 c1 c1#2", files(stack));
		assertEquals("frame", stack.positionName());
	}

	@Test
	void concatenatedVolumesRunByPosition() {
		List<TestHeader> headers = make(2, part -> new TestHeader("c" + part).with(Tag.CONCATENATION_UID, "1.7")
				.with(Tag.CONCATENATION_FRAME_OFFSET_NUMBER, 3 * part).with(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL)
				.frames(3, (item, i) -> item.with(Tag.IMAGE_POSITION_PATIENT, z(-3 * part - i))));
		assertEquals("c1#3 c1#2 c1 c0#3 c0#2 c0", files(only(headers)));
	}

	@Test
	void legacyConvertedFramesKeepTheirAcquisitionAndOrder() {
		SliceStack stack = only(List.of(new TestHeader("l").with(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.2.2")
				.with(Tag.MODALITY, "CT").frames(4, (item, i) -> item.with(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL)
						.with(Tag.IMAGE_POSITION_PATIENT, z(30 - 10 * i)).with(Tag.STACK_ID, "1"))));
		assertEquals("l#4 l#3 l#2 l", files(stack));
		assertEquals("axial: position 4", describe(stack));
	}

	@Test
	void aCineRunsFrameByFrameAndStartsAtTheFirst() {
		SliceStack stack = only(List.of(new TestHeader("us").with(Tag.MODALITY, "US").with(Tag.FRAME_TIME, 33.3).frames(10)));
		assertFalse(stack.spatial());
		assertEquals("time", stack.positionName());
		assertEquals("66.6 ms", stack.positionLabel(2));
		assertEquals(0, stack.start().frame());
	}

	@Test
	void aFrameTimeVectorGivesUnevenTimes() {
		SliceStack stack = only(List.of(new TestHeader("xa").with(Tag.MODALITY, "XA")
				.with(Tag.FRAME_TIME_VECTOR, new double[] { 0, 10, 10, 500 }).frames(4)));
		assertEquals("520 ms", stack.positionLabel(3));
		assertEquals("10 ms", stack.positionLabel(1));
	}

	@Test
	void stillsAndClipsOfOneSeriesAreAllThere() {
		List<TestHeader> headers = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			headers.add(new TestHeader("still" + i).with(Tag.MODALITY, "US").with(Tag.INSTANCE_NUMBER, 2 * i));
			headers.add(new TestHeader("clip" + i).with(Tag.MODALITY, "US").with(Tag.INSTANCE_NUMBER, 2 * i + 1)
					.with(Tag.ACQUISITION_TIME, "1200" + (30 - i)).frames(5));
		}
		List<SliceStack> stacks = Stacks.of(headers);
		assertEquals(List.of("run 5: frame 5", "run 3: frame 5", "run 1: frame 5", "64×64: image 3"), describe(stacks),
				"clips in order of acquisition");
		assertEquals(18, stacks.stream().mapToInt(stack -> stack.slices().size()).sum());
	}

	@Test
	void angiographiesAreNamedByTheirAngles() {
		List<TestHeader> headers = make(2, i -> new TestHeader("xa" + i).with(Tag.MODALITY, "XA")
				.with(Tag.INSTANCE_NUMBER, i + 1).with(Tag.POSITIONER_PRIMARY_ANGLE, i == 0 ? -30.2 : 45)
				.with(Tag.POSITIONER_SECONDARY_ANGLE, 15).frames(3));
		assertEquals("RAO 30 CRA 15, run 1", Stacks.of(headers).get(0).label());
		assertEquals("LAO 45 CRA 15, run 2", Stacks.of(headers).get(1).label());
	}

	@Test
	void theGridOfADoseMovesItsFrames() {
		SliceStack relative = only(List.of(new TestHeader("d").with(Tag.MODALITY, "RTDOSE").axial(-100)
				.with(Tag.GRID_FRAME_OFFSET_VECTOR, new double[] { 0, 5, 10 }).frames(3)));
		assertArrayEquals(new double[] { -100, -95, -90 }, offsets(relative), 1e-9);
		SliceStack absolute = only(List.of(new TestHeader("d").with(Tag.MODALITY, "RTDOSE").axial(-100)
				.with(Tag.GRID_FRAME_OFFSET_VECTOR, new double[] { -100, -103, -106 }).frames(3)));
		assertArrayEquals(new double[] { -106, -103, -100 }, offsets(absolute), 1e-9);
		assertEquals("d#3 d#2 d", files(absolute));
	}

	@Test
	void segmentsAreStacks() {
		List<Object> segments = List.of(new TestHeader.Item().with(Tag.SEGMENT_NUMBER, 1).with(Tag.SEGMENT_LABEL, "Liver"),
				new TestHeader.Item().with(Tag.SEGMENT_NUMBER, 2).with(Tag.SEGMENT_LABEL, "Spleen"));
		List<SliceStack> stacks = Stacks.of(List.of(new TestHeader("s").with(Tag.MODALITY, "SEG")
				.with(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL).with(Tag.SEGMENT_SEQUENCE, segments).frames(7,
						(item, i) -> item.with(Tag.IMAGE_POSITION_PATIENT, z(i % 4)).with(Tag.REFERENCED_SEGMENT_NUMBER,
								i < 4 ? 1 : 2))));
		assertEquals(List.of("segment Liver: position 4", "segment Spleen: position 3"), describe(stacks));
	}

	/** Labels that are the same, colours that are not stated or not whole, and a label map, whose picture has the colours. */
	@Test
	void segmentsOfAVolumeHaveTheirColors() {
		Object[] stated = { Stacks.RED, null, new double[] { 65535, 32896 }, Stacks.WHITE, new double[0] };
		List<Object> segments = new ArrayList<>();
		for (Object color : stated) {
			TestHeader.Item item = new TestHeader.Item().with(Tag.SEGMENT_NUMBER, segments.size() + 1)
					.with(Tag.SEGMENT_LABEL, "Rib");
			segments.add(color == null ? item : item.with(Tag.RECOMMENDED_DISPLAY_CIE_LAB_VALUE, color));
		}
		TestHeader volume = new TestHeader("s").with(Tag.MODALITY, "SEG").with(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL)
				.with(Tag.SEGMENT_SEQUENCE, segments).with(Tag.SEGMENTATION_TYPE, "BINARY").frames(10, (item, i) -> item
						.with(Tag.IMAGE_POSITION_PATIENT, z(i % 2)).with(Tag.REFERENCED_SEGMENT_NUMBER, i / 2 + 1));
		List<SliceStack> stacks = Stacks.of(List.of(volume));
		assertEquals("segment Rib #4", stacks.get(3).label());
		assertEquals(List.of("#FF0000", "", "", "#FFFFFF", ""), Stacks.colors(stacks));
		assertEquals(List.of(""), Stacks.colors(Stacks.of(List.of(new TestHeader("map").with(Tag.MODALITY, "SEG")
				.with(Tag.SEGMENT_SEQUENCE, segments).with(Tag.SEGMENTATION_TYPE, "LABELMAP").axial(0)))));
	}

	@Test
	void tomosynthesisIsOneStackForEachView() {
		List<TestHeader> headers = make(2, side -> new TestHeader("t" + side).with(Tag.MODALITY, "MG")
				.with(Tag.FRAME_LATERALITY, side == 0 ? "R" : "L").with(Tag.VIEW_POSITION, "MLO")
				.with(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL).with(Tag.INSTANCE_NUMBER, side)
				.frames(20, (item, i) -> item.with(Tag.IMAGE_POSITION_PATIENT, z(i))));
		assertEquals(List.of("R MLO: position 20", "L MLO: position 20"), describe(Stacks.of(headers)));
	}

	@Test
	void multiFrameImagesAtOnePositionEachAreAGrid() {
		List<TestHeader> headers = make(3, s -> new TestHeader("s" + s).axial(8 * s).with(Tag.FRAME_TIME, 40).frames(5));
		SliceStack stack = only(headers);
		assertEquals("axial: position 3 × time 5", describe(stack));
		assertEquals(List.of("0 ms", "40 ms", "80 ms", "120 ms", "160 ms"), stack.axes().get(0).values());
	}

	@Test
	void enhancedFramesWithoutPositionRunByTheirIndices() {
		List<Object> dimensions = List.of(new TestHeader.Item().with(Tag.DIMENSION_INDEX_POINTER, Tag.IN_STACK_POSITION_NUMBER),
				new TestHeader.Item().with(Tag.DIMENSION_INDEX_POINTER, Tag.TEMPORAL_POSITION_INDEX));
		int[] order = { 4, 2, 0, 5, 3, 1 };
		SliceStack stack = only(List.of(new TestHeader("e").with(Tag.DIMENSION_INDEX_SEQUENCE, dimensions).frames(6,
				(item, i) -> item.with(Tag.DIMENSION_INDEX_VALUES, new double[] { order[i] / 2 + 1, order[i] % 2 + 1 })
						.with(Tag.IN_STACK_POSITION_NUMBER, order[i] / 2 + 1)
						.with(Tag.TEMPORAL_POSITION_INDEX, order[i] % 2 + 1))));
		assertEquals("6 frames: slice 3 × time 2", describe(stack));
		assertEquals("e#3 e#6 e#2 e#5 e e#4", files(stack));
	}
}
