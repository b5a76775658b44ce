package org.dicompreview.series;

import static org.dicompreview.series.Stacks.describe;
import static org.dicompreview.series.Stacks.files;
import static org.dicompreview.series.Stacks.make;
import static org.dicompreview.series.Stacks.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.TransferSyntax;
import org.junit.jupiter.api.Test;

/** Series as the scanners of various makers write them, reduced to what decides where their images go. */
class RealWorldSeriesTest {

	private static final double[] AXIAL = { 1, 0, 0, 0, 1, 0 };

	private static double[] z(double height) {
		return new double[] { 0, 0, height };
	}

	@Test
	void mosaicsRunThroughTime() {
		SliceStack stack = only(make(20, t -> new TestHeader("m" + t).at(-900, -900, -40, 1, 0, 0, 0, 1, 0)
				.with(Tag.IMAGE_TYPE, "ORIGINAL\\PRIMARY\\M\\ND\\MOSAIC").with(Tag.INSTANCE_NUMBER, t + 1)
				.with(Tag.ACQUISITION_NUMBER, t + 1).with(Tag.ACQUISITION_TIME, String.format("1012%02d.5", t))));
		assertEquals("axial: time 20", describe(stack));
		assertFalse(stack.spatial());
		assertEquals("3 s", stack.positionLabel(3));
		assertEquals(0, stack.start().position());
	}

	@Test
	void multiEchoWithRealAndImaginaryPartsIsAStackForEachPart() {
		List<TestHeader> headers = new ArrayList<>();
		for (int z = 0; z < 6; z++) {
			for (int echo = 0; echo < 3; echo++) {
				for (String part : List.of("R", "I")) {
					headers.add(new TestHeader("z" + z + "e" + echo + part).axial(4 * z).with(Tag.ECHO_NUMBERS, echo + 1)
							.with(Tag.ECHO_TIME, 2.1 + 1.6 * echo).with(Tag.IMAGE_TYPE, "DERIVED\\PRIMARY\\OTHER\\" + part)
							.with(Tag.INSTANCE_NUMBER, headers.size() + 1));
				}
			}
		}
		assertEquals(List.of("imaginary: position 6 × echo 3", "real: position 6 × echo 3"),
				describe(Stacks.of(headers)));
	}

	@Test
	void enhancedMagnitudeAndPhaseWithDynamicsAreStacksWithTime() {
		TestHeader header = new TestHeader("philips").with(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL).frames(24,
				(item, i) -> item.with(Tag.IMAGE_POSITION_PATIENT, z(5 * (i / 2 % 4))).with(Tag.STACK_ID, "1")
						.with(Tag.FRAME_TYPE, i % 2 == 0 ? "ORIGINAL\\PRIMARY\\M_FFE\\M" : "ORIGINAL\\PRIMARY\\PHASE MAP\\P")
						.with(Tag.TEMPORAL_POSITION_INDEX, i / 8 + 1));
		List<SliceStack> stacks = Stacks.of(List.of(header));
		assertEquals(List.of(4, 4), stacks.stream().map(SliceStack::positions).toList());
		assertEquals(List.of(3, 3), stacks.stream().map(stack -> stack.axes().get(0).size()).toList());
		assertTrue(stacks.get(1).label().contains("phase"), stacks.get(1).label());
	}

	@Test
	void velocityEncodingsThatOnlyTheSequenceNames() {
		List<TestHeader> headers = make(24, i -> new TestHeader("v" + i / 12 + "z" + i % 12).axial(i % 12)
				.with(Tag.SEQUENCE_NAME, i < 12 ? "fl3d1_v150in" : "fl3d1_v150fh").with(Tag.INSTANCE_NUMBER, i)
				.with(Tag.ACQUISITION_TIME, "101200"));
		SliceStack stack = only(headers);
		assertEquals("axial: position 12 × sequence 2", describe(stack));
		assertEquals(List.of("fl3d1_v150fh", "fl3d1_v150in"), stack.axes().get(0).values());
	}

	@Test
	void longAxisViewsOfTheHeartAreCinesOfTheirOwn() {
		List<TestHeader> headers = make(75, i -> {
			double angle = Math.toRadians(60 * (i / 25));
			return new TestHeader("v" + i / 25 + "p" + i % 25)
					.at(0, 0, 0, Math.cos(angle), Math.sin(angle), 0, 0, 0, -1).with(Tag.TRIGGER_TIME, 32 * (i % 25))
					.with(Tag.INSTANCE_NUMBER, i + 1);
		});
		List<SliceStack> stacks = Stacks.of(headers);
		assertEquals(3, stacks.size());
		for (SliceStack stack : stacks) {
			assertEquals("trigger 25", stack.positionName() + ' ' + stack.positions());
		}
	}

	@Test
	void biplaneRunsAreApart() {
		List<TestHeader> headers = new ArrayList<>();
		for (int run = 0; run < 3; run++) {
			for (String plane : List.of("A", "B")) {
				headers.add(new TestHeader("r" + run + plane).with(Tag.MODALITY, "XA").with(Tag.INSTANCE_NUMBER, run + 1)
						.with(Tag.IMAGE_TYPE, "ORIGINAL\\PRIMARY\\BIPLANE " + plane)
						.with(Tag.ACQUISITION_TIME, "1000" + (10 + run))
						.with(Tag.POSITIONER_PRIMARY_ANGLE, plane.equals("A") ? -30 : 60)
						.with(Tag.POSITIONER_SECONDARY_ANGLE, 0).frames(10));
			}
		}
		List<SliceStack> stacks = Stacks.of(headers);
		assertEquals(6, stacks.size());
		assertEquals(6, stacks.stream().map(SliceStack::label).distinct().count());
		assertEquals("RAO 30 CRA 0, run 1", stacks.get(0).label());
	}

	@Test
	void tomosynthesisProjectionsAndSlicesAreApart() {
		TestHeader slices = new TestHeader("slices").with(Tag.MODALITY, "MG").with(Tag.ROWS, 2457)
				.with(Tag.IMAGE_LATERALITY, "L").with(Tag.VIEW_POSITION, "CC").with(Tag.INSTANCE_NUMBER, 1)
				.with(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL).frames(50, (item, i) -> item.with(Tag.IMAGE_POSITION_PATIENT, z(i)));
		TestHeader synthetic = new TestHeader("2d").with(Tag.MODALITY, "MG").with(Tag.ROWS, 2457)
				.with(Tag.IMAGE_LATERALITY, "L").with(Tag.VIEW_POSITION, "CC").with(Tag.INSTANCE_NUMBER, 2);
		TestHeader projections = new TestHeader("projections").with(Tag.MODALITY, "MG").with(Tag.ROWS, 1200)
				.with(Tag.IMAGE_LATERALITY, "L").with(Tag.VIEW_POSITION, "CC").with(Tag.INSTANCE_NUMBER, 3).frames(15);
		List<SliceStack> stacks = Stacks.of(List.of(slices, synthetic, projections));
		assertEquals(List.of(15, 50, 1), stacks.stream().map(SliceStack::positions).toList());
	}

	@Test
	void gatedTomographyOfTheHeartKeepsItsTimeSlots() {
		double[] slice = new double[64];
		double[] slot = new double[64];
		for (int i = 0; i < 64; i++) {
			slot[i] = i / 8 + 1;
			slice[i] = i % 8 + 1;
		}
		SliceStack stack = only(List.of(new TestHeader("g").with(Tag.MODALITY, "NM")
				.with(Tag.IMAGE_TYPE, "ORIGINAL\\PRIMARY\\RECON GATED TOMO\\EMISSION").with(Tag.SLICE_VECTOR, slice)
				.with(Tag.TIME_SLOT_VECTOR, slot).with(Tag.RR_INTERVAL_VECTOR, new double[64]).frames(64)));
		assertEquals("64 frames: slice 8 × time-slot 8", describe(stack));
	}

	@Test
	void labelMapsAreOneStack() {
		SliceStack stack = only(List.of(new TestHeader("map").with(Tag.MODALITY, "SEG")
				.with(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL)
				.frames(6, (item, i) -> item.with(Tag.IMAGE_POSITION_PATIENT, z(6 - i)))));
		assertEquals("segments: position 6", describe(stack));
		assertEquals("map#6 map#5 map#4 map#3 map#2 map", files(stack));
	}

	@Test
	void partsOfAConcatenatedSlideAreOneLevel() {
		List<TestHeader> headers = make(2, part -> new TestHeader("part" + part).with(Tag.MODALITY, "SM")
				.with(Tag.ROWS, 100).with(Tag.COLUMNS, 100).with(Tag.IMAGE_TYPE, "ORIGINAL\\PRIMARY\\VOLUME\\NONE")
				.with(Tag.TOTAL_PIXEL_MATRIX_COLUMNS, 300).with(Tag.TOTAL_PIXEL_MATRIX_ROWS, 200)
				.with(Tag.CONCATENATION_UID, "1.8").with(Tag.CONCATENATION_FRAME_OFFSET_NUMBER, 3 * part).frames(3));
		SliceStack stack = only(headers);
		assertEquals("level 1 (300×200): tile 6", describe(stack));
		assertEquals("part0 part0#2 part0#3 part1 part1#2 part1#3", files(stack));
	}

	@Test
	void frameOfReferenceUidsThatSomebodyReplacedOneByOneMeanNothing() {
		SliceStack stack = only(make(8, i -> new TestHeader("f" + i).axial(i).with(Tag.FRAME_OF_REFERENCE_UID, "1.7." + i)));
		assertEquals("axial: position 8", describe(stack));
	}

	@Test
	void imagesThatShareAPlaceAndNothingElseRunByInstanceNumber() {
		SliceStack stack = only(make(5, i -> new TestHeader("f" + i).axial(0).with(Tag.INSTANCE_NUMBER, 5 - i)));
		assertEquals("f4 f3 f2 f1 f0", files(stack));
		assertEquals("instance number", stack.rule());
		assertEquals("2", stack.positionLabel(1));
	}

	@Test
	void doseReportsAndScoutsLeaveTheVolumeAlone() {
		List<TestHeader> headers = new ArrayList<>(make(20, i -> new TestHeader("ct" + i).axial(2 * i)
				.with(Tag.IMAGE_TYPE, "ORIGINAL\\PRIMARY\\AXIAL").with(Tag.INSTANCE_NUMBER, i + 3)));
		headers.add(new TestHeader("scout").at(0, -250, 0, 1, 0, 0, 0, 0, -1).with(Tag.ROWS, 800)
				.with(Tag.IMAGE_TYPE, "ORIGINAL\\PRIMARY\\LOCALIZER").with(Tag.INSTANCE_NUMBER, 1));
		headers.add(new TestHeader("dose").with(Tag.IMAGE_TYPE, "DERIVED\\SECONDARY\\SCREEN SAVE")
				.with(Tag.PHOTOMETRIC_INTERPRETATION, "RGB").with(Tag.INSTANCE_NUMBER, 2));
		List<SliceStack> stacks = Stacks.of(headers);
		assertEquals(List.of(20, 1, 1), stacks.stream().map(SliceStack::positions).toList());
		assertEquals(List.of(), stacks.get(0).findings());
	}

	@Test
	void aVideoIsARunOfItsFrames() {
		TestHeader video = new TestHeader("video").with(Tag.MODALITY, "ES").frames(500)
				.syntax(TransferSyntax.of("1.2.840.10008.1.2.4.102"));
		Catalog catalog = SeriesModel.standalone(DicomReaders.standalone()).newCatalog();
		catalog.add(Path.of("/data"), List.of(video, new TestHeader("still").with(Tag.MODALITY, "ES")));
		Series series = catalog.series("1.2.4").orElseThrow();
		assertEquals(501, series.imageCount());
		assertEquals(List.of(), series.documents());
		assertEquals(List.of(500, 1), series.stacks().stream().map(stack -> stack.slices().size()).toList());
		assertEquals(video, series.stacks().get(0).slices().get(499).instance());
	}
}
