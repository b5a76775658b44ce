package org.dicompreview.series;

import static org.dicompreview.series.Stacks.describe;
import static org.dicompreview.series.Stacks.files;
import static org.dicompreview.series.Stacks.make;
import static org.dicompreview.series.Stacks.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Finding.Kind;
import org.dicompreview.testsupport.Locations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FurtherAxesTest {

	private interface Setting {
		void set(TestHeader header, int position, int other);
	}

	/** Images on a full grid; instance numbers run through the second index first, as scanners often do. */
	private static List<TestHeader> grid(int positions, int others, Setting setting) {
		return make(positions * others, i -> {
			int z = i / others;
			int k = i % others;
			TestHeader header = new TestHeader("z" + z + "k" + k).axial(3 * z).with(Tag.INSTANCE_NUMBER, i + 1);
			setting.set(header, z, k);
			return header;
		});
	}

	private static void assertEachReachable(SliceStack stack, int images) {
		Set<Slice> all = new HashSet<>(stack.slices());
		assertEquals(images, all.size());
		for (Slice slice : stack.slices()) {
			int[] place = new int[stack.axes().size()];
			for (int i = 0; i < place.length; i++) {
				place[i] = slice.coordinate(i);
			}
			assertEquals(slice, stack.slice(slice.position(), place).orElseThrow());
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 20 })
	void temporalPositionsBecomeTime(int phases) {
		SliceStack stack = only(grid(6, phases, (header, z, t) -> header.with(Tag.TEMPORAL_POSITION_IDENTIFIER, t + 1)));
		assertEquals("axial: position 6 × time " + phases, describe(stack));
		assertEachReachable(stack, 6 * phases);
		assertEquals("z0k0 z0k1", files(stack).substring(0, 9));
	}

	@Test
	void triggerTimesBecomeAnAxisEvenIfTheyDifferFromSliceToSlice() {
		SliceStack stack = only(grid(4, 5, (header, z, t) -> header.with(Tag.TRIGGER_TIME, t * 40.0 + z * 1.5)));
		assertEquals("axial: position 4 × trigger 5", describe(stack));
		assertEquals("0 ms", stack.axes().get(0).values().get(0));
		assertEachReachable(stack, 20);
		stack.slices().forEach(slice -> assertEquals("z" + slice.position() + "k" + slice.coordinate(0),
				Locations.path(slice.instance()).getFileName().toString()));
	}

	@Test
	void echoesBecomeAnAxis() {
		SliceStack stack = only(grid(5, 2, (header, z, e) -> header.with(Tag.ECHO_NUMBERS, e + 1).with(Tag.INSTANCE_NUMBER, z)
				.with(Tag.ECHO_TIME, e == 0 ? 5.19 : 7.65)));
		assertEquals("axial: position 5 × echo 2", describe(stack));
		assertEquals(List.of("5.19 ms", "7.65 ms"), stack.axes().get(0).values());
	}

	@Test
	void echoesThatDoNotFillAGridBecomeStacks() {
		List<TestHeader> headers = new ArrayList<>(grid(10, 1, (header, z, e) -> header.with(Tag.ECHO_TIME, 5)));
		headers.addAll(make(4, z -> new TestHeader("e" + z).axial(3 * z).with(Tag.ECHO_TIME, 90)
				.with(Tag.INSTANCE_NUMBER, 50 + z)));
		List<SliceStack> stacks = Stacks.of(headers);
		assertEquals(List.of("echo 5 ms: position 10", "echo 90 ms: position 4"), describe(stacks));
	}

	@Test
	void diffusionWeightingsBecomeAnAxis() {
		SliceStack stack = only(grid(3, 4, (header, z, b) -> header.with(Tag.DIFFUSION_B_VALUE, new double[] { b * 250 })
				.with(Tag.DIFFUSION_GRADIENT_ORIENTATION, new double[3])));
		assertEquals("axial: position 3 × b-value 4", describe(stack));
		assertEquals(List.of("0 s/mm²", "250 s/mm²", "500 s/mm²", "750 s/mm²"), stack.axes().get(0).values());
	}

	@Test
	void directionsWithoutWeightingMakeOneAxisOfBoth() {
		SliceStack stack = only(grid(3, 7, (header, z, k) -> {
			header.with(Tag.DIFFUSION_B_VALUE, k == 0 ? 0 : 1000);
			if (k > 0) {
				header.with(Tag.DIFFUSION_GRADIENT_ORIENTATION, new double[] { Math.cos(k), Math.sin(k), 0 });
			}
		}));
		assertEquals("axial: position 3 × diffusion 7", describe(stack));
		assertEquals("0 s/mm²", stack.axes().get(0).values().get(0));
		assertEquals("1000 s/mm² (0.54, 0.841, 0)", stack.axes().get(0).values().get(1));
		assertEachReachable(stack, 21);
	}

	@Test
	void shellsOfTheSameDirectionsAreTwoAxes() {
		SliceStack stack = only(grid(2, 6, (header, z, k) -> header.with(Tag.DIFFUSION_B_VALUE, 1000 * (1 + k / 3))
				.with(Tag.DIFFUSION_GRADIENT_ORIENTATION, new double[] { Math.cos(k % 3), Math.sin(k % 3), 0 })));
		assertEquals("axial: position 2 × b-value 2 × direction 3", describe(stack));
		assertEachReachable(stack, 12);
	}

	@Test
	void timeComesBeforeOtherAxes() {
		SliceStack stack = only(grid(2, 6, (header, z, k) -> header.with(Tag.ECHO_TIME, 10 * (1 + k % 2))
				.with(Tag.ACQUISITION_TIME, "1000" + (10 + k / 2) + "." + z)));
		assertEquals("axial: position 2 × time 3 × echo 2", describe(stack));
		assertEquals(List.of("0 s", "1 s", "2 s"), stack.axes().get(0).values());
		assertEachReachable(stack, 12);
	}

	@Test
	void acquisitionsAtTheSamePositionsAreAnAxis() {
		SliceStack stack = only(grid(5, 2, (header, z, a) -> header.with(Tag.ACQUISITION_NUMBER, a + 1)));
		assertEquals("axial: position 5 × acquisition 2", describe(stack));
	}

	@Test
	void acquisitionsThatFollowEachOtherAreOneStack() {
		SliceStack stack = only(make(8, z -> new TestHeader("f" + z).axial(z).with(Tag.ACQUISITION_NUMBER, z / 4)));
		assertEquals("axial: position 8", describe(stack));
	}

	@Test
	void anAcquisitionNumberForEachImageMeansNothing() {
		SliceStack stack = only(make(8, z -> new TestHeader("f" + z).axial(z).with(Tag.ACQUISITION_NUMBER, 31744 + z)));
		assertEquals("axial: position 8", describe(stack));
	}

	@Test
	void acquisitionsThatOverlapAreStacks() {
		List<TestHeader> headers = new ArrayList<>(make(10, z -> new TestHeader("a" + z).axial(z)
				.with(Tag.ACQUISITION_NUMBER, 1).with(Tag.INSTANCE_NUMBER, z)));
		headers.addAll(make(10, z -> new TestHeader("b" + z).axial(8 + z).with(Tag.ACQUISITION_NUMBER, 2)
				.with(Tag.INSTANCE_NUMBER, 10 + z)));
		assertEquals(List.of("acquisition 1: position 10", "acquisition 2: position 10"), describe(Stacks.of(headers)));
	}

	@Test
	void magnitudeAndPhaseAreStacks() {
		List<SliceStack> stacks = Stacks.of(grid(4, 2,
				(header, z, k) -> header.with(Tag.IMAGE_TYPE, "ORIGINAL\\PRIMARY\\" + (k == 0 ? "M" : "P") + "\\ND")));
		assertEquals(List.of("magnitude: position 4", "phase: position 4"), describe(stacks));
	}

	@Test
	void kindsThatShareNoPositionAreOneRun() {
		SliceStack stack = only(make(6, z -> new TestHeader("f" + z).axial(z).with(Tag.IMAGE_TYPE,
				"ORIGINAL\\PRIMARY\\" + (z < 3 ? "AXIAL" : "HELIX"))));
		assertEquals("axial: position 6", describe(stack));
	}

	@Test
	void repeatedVolumesThatNothingNamesAreRepetitionsInOrderOfInstances() {
		SliceStack stack = only(make(12, i -> new TestHeader("t" + i / 4 + "z" + i % 4).axial(i % 4)
				.with(Tag.INSTANCE_NUMBER, i + 1)));
		assertEquals("axial: position 4 × repeat 3", describe(stack));
		assertEquals("t0z0 t1z0 t2z0 t0z1", files(stack).substring(0, 19));
		assertTrue(stack.findings().isEmpty());
	}

	@Test
	void aRepeatedImageIsReachableAndReported() {
		List<TestHeader> headers = new ArrayList<>(make(5, z -> new TestHeader("f" + z).axial(z)));
		headers.add(new TestHeader("again").axial(2));
		SliceStack stack = only(headers);
		assertEachReachable(stack, 6);
		assertEquals("f0 f1 again f2 f3 f4", files(stack));
		assertEquals(List.of(Kind.REPEATED_POSITIONS), Stacks.kinds(stack));
	}

	@Test
	void oneFileTwiceIsADuplicate() {
		List<TestHeader> headers = new ArrayList<>(make(3, z -> new TestHeader("f" + z).axial(z)));
		headers.add(new TestHeader("copy").axial(1).with(Tag.SOP_INSTANCE_UID, headers.get(1).sopInstanceUid()));
		SliceStack stack = only(headers);
		assertEachReachable(stack, 4);
		assertTrue(Stacks.kinds(stack).contains(Kind.DUPLICATE_INSTANCES));
		assertEquals(2, stack.findings().stream().filter(finding -> finding.kind() == Kind.DUPLICATE_INSTANCES)
				.findFirst().orElseThrow().slices().size());
	}

	@Test
	void whatVariesAtASinglePositionIsTheSlider() {
		SliceStack stack = only(make(20, t -> new TestHeader("t" + t).axial(7).with(Tag.TRIGGER_TIME, 30 * t)));
		assertEquals("axial: trigger 20", describe(stack));
		assertFalse(stack.spatial());
		assertEquals("30 ms", stack.positionLabel(1));
		assertEquals(0, stack.start().position());
		assertEquals(7, stack.slices().get(3).offset().orElseThrow());
	}

	@Test
	void theLongestAxisOfASinglePositionIsTheSlider() {
		SliceStack stack = only(grid(1, 12, (header, z, k) -> header.with(Tag.ECHO_TIME, 10 + k % 2)
				.with(Tag.TEMPORAL_POSITION_IDENTIFIER, 1 + k / 2)));
		assertEquals("axial: time 6 × echo 2", describe(stack));
		assertEachReachable(stack, 12);
	}

	@Test
	void dynamicPositronEmissionRunsByFrameReferenceTime() {
		SliceStack stack = only(grid(3, 4, (header, z, t) -> header.with(Tag.MODALITY, "PT")
				.with(Tag.FRAME_REFERENCE_TIME, 15_000.0 + 30_000 * t)));
		assertEquals("axial: position 3 × time 4", describe(stack));
		assertEquals(List.of("15 s", "45 s", "75 s", "105 s"), stack.axes().get(0).values());
	}

	@Test
	void bedPositionsAtDifferentTimesAreOneStack() {
		SliceStack stack = only(make(8, z -> new TestHeader("f" + z).axial(z).with(Tag.MODALITY, "PT")
				.with(Tag.FRAME_REFERENCE_TIME, 120_000.0 * (z / 4))));
		assertEquals("axial: position 8", describe(stack));
	}

	@Test
	void gatedPositronEmissionRunsByTriggerTime() {
		SliceStack stack = only(grid(3, 8, (header, z, t) -> header.with(Tag.MODALITY, "PT").with(Tag.TRIGGER_TIME, 100 * t)
				.with(Tag.FRAME_REFERENCE_TIME, 0)));
		assertEquals("axial: position 3 × trigger 8", describe(stack));
	}

	@Test
	void roundedPositionsOfAVolumeThatRepeatsAreTheSame() {
		SliceStack stack = only(grid(5, 3, (header, z, t) -> header.axial(3 * z + 0.004 * t)
				.with(Tag.TEMPORAL_POSITION_IDENTIFIER, t)));
		assertEquals("axial: position 5 × time 3", describe(stack));
	}

	@Test
	void missingValuesComeLast() {
		SliceStack stack = only(grid(3, 2, (header, z, k) -> {
			if (k == 1) {
				header.with(Tag.DIFFUSION_B_VALUE, 500);
			}
		}));
		assertEquals(List.of("500 s/mm²", "–"), stack.axes().get(0).values());
	}

	@Test
	void noTwoAxesHaveOneName() {
		SliceStack stack = only(grid(2, 6, (header, z, k) -> header.with(Tag.TEMPORAL_POSITION_IDENTIFIER, k / 3)
				.with(Tag.ACQUISITION_TIME, "1000" + (10 + k))));
		assertEquals("axial: position 2 × time 2 × time-2 3", describe(stack));
		assertEachReachable(stack, 12);
	}

	/** Eight directions, of which two are nearer to each other than what is written differs from slice to slice. */
	private static double[][] nearDirections() {
		return new double[][] { { -0.6532877, -0.2706063, -0.7070978 }, { -0.6534948, -0.2706749, -0.7068802 },
				{ 0.7071068, 0, 0.7071068 }, { 0, -0.7071068, 0.7071068 }, { 0.6525, 0.2705, 0.7078 }, { 1, 0, 0 },
				{ 0.9999995, 0.001, 0 }, { 0, 0, -1 } };
	}

	@Test
	void nearDirectionsAreSeveralVolumes() {
		SliceStack stack = only(grid(3, 9, (header, z, k) -> {
			header.with(Tag.DIFFUSION_B_VALUE, k == 0 ? 0 : 1000);
			if (k > 0) {
				header.with(Tag.DIFFUSION_GRADIENT_ORIENTATION, nearDirections()[k - 1]);
			}
		}));
		assertEquals("axial: position 3 × diffusion 9", describe(stack));
		assertEquals(9, Set.copyOf(stack.axes().get(0).values()).size(), "each has a label of its own");
		assertEachReachable(stack, 27);
	}

	/** One direction is written in many ways: at every position a little other digits, about a rounding edge too. */
	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void aDirectionThatIsWrittenDifferentlyIsOne(long seed) {
		Random random = new Random(seed);
		SliceStack stack = only(grid(12, 9, (header, z, k) -> {
			header.with(Tag.DIFFUSION_B_VALUE, k == 0 ? 0 : 1000 + (random.nextDouble() - 0.5) * 1e-6);
			if (k > 0) {
				double[] direction = nearDirections()[k - 1];
				header.with(Tag.DIFFUSION_GRADIENT_ORIENTATION, new double[] {
						direction[0] + (random.nextDouble() - 0.5) * 2e-5, direction[1] + (random.nextDouble() - 0.5) * 2e-5,
						direction[2] + (random.nextDouble() - 0.5) * 2e-5 });
			}
		}));
		assertEquals("axial: position 12 × diffusion 9", describe(stack));
		for (int k = 0; k < 9; k++) {
			for (int z = 0; z < 12; z++) {
				assertEquals("z" + z + "k" + k,
						Locations.path(stack.slice(z, k).orElseThrow().instance()).getFileName().toString());
			}
		}
	}

	/** Shells of the same directions, each written for itself, are two axes nevertheless. */
	@Test
	void directionsOfShellsAreMatched() {
		SliceStack stack = only(grid(2, 6, (header, z, k) -> header.with(Tag.DIFFUSION_B_VALUE, 1000 * (1 + k / 3))
				.with(Tag.DIFFUSION_GRADIENT_ORIENTATION,
						new double[] { Math.cos(k % 3) + k / 3 * 0.0004, Math.sin(k % 3), z * 0.0002 })));
		assertEquals("axial: position 2 × b-value 2 × direction 3", describe(stack));
		assertEachReachable(stack, 12);
	}

	/** A value with noise about a rounding edge is one value. */
	@Test
	void noiseAboutARoundingEdgeMakesNoValue() {
		SliceStack stack = only(grid(10, 3, (header, z, k) -> header.with(Tag.ECHO_TIME, 2.345675 + 10 * k + (z % 2 - 0.5) * 2e-7)));
		assertEquals("axial: position 10 × echo 3", describe(stack));
	}

	@Test
	void valuesThatRoundToTheSameHaveLabelsOfTheirOwn() {
		SliceStack stack = only(grid(3, 2, (header, z, k) -> header.with(Tag.ECHO_TIME, 0.0301 + k * 0.0002)));
		assertEquals(List.of("0.0301 ms", "0.0303 ms"), stack.axes().get(0).values());
	}
}
