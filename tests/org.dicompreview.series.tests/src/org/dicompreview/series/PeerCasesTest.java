package org.dicompreview.series;

import static org.dicompreview.series.Stacks.describe;
import static org.dicompreview.series.Stacks.files;
import static org.dicompreview.series.Stacks.make;
import static org.dicompreview.series.Stacks.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.testsupport.Locations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users of other viewers complain about: cases 9 to 18 of the guide to the peers, section 2 B, each by number. */
class PeerCasesTest {

	private static final double[] AXIAL = { 1, 0, 0, 0, 1, 0 };

	private static double[] z(double height) {
		return new double[] { 0, 0, height };
	}

	/** Case 9. The order is the same at every opening, however the files arrive. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void identicalInstanceNumbersGiveOneOrder(boolean placed) {
		List<InstanceHeader> headers = new ArrayList<>(make(12, i -> {
			TestHeader header = new TestHeader("im" + (i + 1)).with(Tag.INSTANCE_NUMBER, 1);
			return placed ? header.axial(3 * i) : header;
		}));
		for (int seed = 0; seed < 20; seed++) {
			Collections.shuffle(headers, new Random(seed));
			assertEquals("im1 im2 im3 im4 im5 im6 im7 im8 im9 im10 im11 im12", files(only(headers)));
		}
	}

	/** Case 10. */
	@Test
	void positionDecidesNotTheInstanceNumber() {
		int[] numbers = { 5, 2, 9, 1, 7 };
		SliceStack stack = only(make(5, i -> new TestHeader("z" + i).axial(i * 2.0).with(Tag.INSTANCE_NUMBER, numbers[i])));
		assertEquals("z0 z1 z2 z3 z4", files(stack));
		assertEquals("position along normal", stack.rule());
	}

	/** Case 11. Runs of cardiology in the order in which they were taken, not in that of their numbers or names. */
	@Test
	void multiFrameInstancesRunByAcquisitionTime() {
		List<SliceStack> stacks = Stacks.of(make(4, i -> new TestHeader("x" + i).with(Tag.MODALITY, "XA")
				.with(Tag.INSTANCE_NUMBER, 4 - i).with(Tag.ACQUISITION_DATE, "20240101")
				.with(Tag.ACQUISITION_TIME, "10" + (10 + i) + "00").frames(3)));
		assertEquals(List.of("x0 x0#2 x0#3", "x1 x1#2 x1#3", "x2 x2#2 x2#3", "x3 x3#2 x3#3"),
				stacks.stream().map(Stacks::files).toList());
	}

	/** Case 12. */
	@Test
	void shuffledFramesOfConvertedObjectsRunByTheirOwnPosition() {
		int[] place = { 3, 0, 4, 1, 2 };
		SliceStack stack = only(List.of(new TestHeader("l").with(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.4.4")
				.frames(5, (item, i) -> item.with(Tag.IMAGE_POSITION_PATIENT, z(place[i] * 4))
						.with(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL))));
		assertEquals("l#2 l#4 l#5 l l#3", files(stack));
	}

	/** Case 13. */
	@Test
	void aSeriesOfSeveralMultiFrameFilesShowsThemAll() {
		SliceStack volume = only(make(8, f -> new TestHeader("e" + f).with(Tag.INSTANCE_NUMBER, f + 1).frames(5,
				(item, i) -> item.with(Tag.IMAGE_POSITION_PATIENT, z(5 * f + i)).with(Tag.IMAGE_ORIENTATION_PATIENT, AXIAL))));
		assertEquals(40, volume.positions());
		List<SliceStack> pullbacks = Stacks.of(make(3, f -> new TestHeader("ivus" + f).with(Tag.MODALITY, "IVUS")
				.with(Tag.INSTANCE_NUMBER, f + 1).with(Tag.CINE_RATE, 30).frames(100)));
		assertEquals(List.of("run 1: time 100", "run 2: time 100", "run 3: time 100"), describe(pullbacks));
	}

	/** Case 14. The direction is that of the normal, for every plane, and it is told. */
	@Test
	void theDirectionIsTheNormalAndIsNamed() {
		SliceStack axial = only(make(3, i -> new TestHeader("a" + i).axial(-3 * i)));
		SliceStack coronal = only(make(3, i -> new TestHeader("c" + i).at(0, -3 * i, 0, 1, 0, 0, 0, 0, -1)));
		SliceStack sagittal = only(make(3, i -> new TestHeader("s" + i).at(-3 * i, 0, 0, 0, 1, 0, 0, 0, -1)));
		assertEquals("a2 a1 a0 F-H", files(axial) + ' ' + axial.from() + '-' + axial.towards());
		assertEquals("c2 c1 c0 A-P", files(coronal) + ' ' + coronal.from() + '-' + coronal.towards());
		assertEquals("s0 s1 s2 L-R", files(sagittal) + ' ' + sagittal.from() + '-' + sagittal.towards());
	}

	/** Case 15. */
	@Test
	void phasesOfAPerfusionAreNotInterleaved() {
		SliceStack stack = only(make(30, i -> new TestHeader("t" + i / 5 + "z" + i % 5).axial(10 * (i % 5))
				.with(Tag.INSTANCE_NUMBER, i + 1).with(Tag.ACQUISITION_NUMBER, i / 5 + 1)
				.with(Tag.ACQUISITION_TIME, String.format("1000%02d", i / 5))));
		assertEquals("axial: position 5 × time 6", describe(stack));
		for (int t = 0; t < 6; t++) {
			for (int z = 0; z < 5; z++) {
				assertEquals("t" + t + "z" + z,
						Locations.path(stack.slice(z, t).orElseThrow().instance()).getFileName().toString());
			}
		}
	}

	/** Case 16. One position through all times, and one time through all positions: the grid answers both. */
	@Test
	void eitherAxisCanBeHeldWhileTheOtherRuns() {
		SliceStack stack = only(make(12, i -> new TestHeader("i" + i).axial(i / 4).with(Tag.TRIGGER_TIME, 50 * (i % 4))));
		for (int t = 0; t < 4; t++) {
			assertEquals(1, stack.slice(1, t).orElseThrow().offset().orElseThrow());
			assertEquals(50 * t, stack.slice(1, t).orElseThrow().instance().number(Tag.TRIGGER_TIME).orElseThrow());
		}
		for (int z = 0; z < 3; z++) {
			assertEquals(z, stack.slice(z, 2).orElseThrow().offset().orElseThrow());
			assertEquals(100, stack.slice(z, 2).orElseThrow().instance().number(Tag.TRIGGER_TIME).orElseThrow());
		}
	}

	/** Case 17, one half. What changes from slice to slice does not tear a volume apart. */
	@Test
	void oneVolumeIsOneStackWhateverElseVaries() {
		SliceStack stack = only(make(10, i -> new TestHeader("f" + i).axial(i).with(Tag.REPETITION_TIME, 500 + i)
				.with(Tag.ECHO_TIME, 10 + i % 2).with(Tag.FLIP_ANGLE, 8 + i % 3).with(Tag.ACQUISITION_NUMBER, i)
				.with(Tag.CONVOLUTION_KERNEL, "B" + i).with(Tag.IMAGE_TYPE, "ORIGINAL\\PRIMARY\\" + i)
				.with(Tag.WINDOW_CENTER, i)));
		assertEquals("axial: position 10", describe(stack));
	}

	/** Case 17, other half. The sets within a series are told apart, and have names. */
	@Test
	void theSetsOfASeriesAreStacksWithNames() {
		List<TestHeader> headers = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			headers.add(new TestHeader("still" + i).with(Tag.MODALITY, "US").with(Tag.INSTANCE_NUMBER, i));
		}
		headers.add(new TestHeader("clip").with(Tag.MODALITY, "US").with(Tag.FRAME_TIME, 20).frames(30));
		List<SliceStack> stacks = Stacks.of(headers);
		assertEquals(List.of("30 frames: time 30", "64×64: image 4"), describe(stacks));
	}

	/** Case 18. Geometry goes first by itself; a rule of somebody else can take its place. */
	@Test
	void theOrderByInstanceNumberIsTheLastResort() {
		Catalog catalog = SeriesModel.standalone(DicomReaders.standalone()).newCatalog();
		List<TestHeader> headers = make(3, i -> new TestHeader("f" + i).axial(10 - i).with(Tag.INSTANCE_NUMBER, i + 1));
		catalog.add(Path.of("/data"), new ArrayList<>(headers));
		SliceStack stack = catalog.series("1.2.4").orElseThrow().stacks().get(0);
		assertEquals("f2 f1 f0", files(stack));
		assertTrue(stack.spatial());
	}
}
