package org.dicompreview.series;

import static org.dicompreview.series.Stacks.describe;
import static org.dicompreview.series.Stacks.files;
import static org.dicompreview.series.Stacks.make;
import static org.dicompreview.series.Stacks.offsets;
import static org.dicompreview.series.Stacks.only;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.dicompreview.dicom.Tag;
import org.dicompreview.testsupport.Locations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpatialStackTest {

	@Test
	void slicesRunInAscendingOffsetWhateverTheirInstanceNumbers() {
		List<TestHeader> headers = make(5, i -> new TestHeader("f" + i).axial(10 - 2.5 * i).with(Tag.INSTANCE_NUMBER, i));
		SliceStack stack = only(headers);
		assertEquals("f4 f3 f2 f1 f0", files(stack));
		assertArrayEquals(new double[] { 0, 2.5, 5, 7.5, 10 }, offsets(stack), 1e-9);
		assertTrue(stack.spatial());
		assertEquals("axial: position 5", describe(stack));
		assertEquals("5 mm", stack.positionLabel(2));
	}

	@Test
	void identicalInstanceNumbersDoNotMatter() {
		SliceStack stack = only(make(4, i -> new TestHeader("f" + i).axial(-i).with(Tag.INSTANCE_NUMBER, 1)));
		assertEquals("f3 f2 f1 f0", files(stack));
		assertEquals(4, stack.positions());
	}

	@Test
	void aSagittalStackRunsAlongItsOwnNormal() {
		// rows to the back, columns to the feet: the normal points to the right
		SliceStack stack = only(make(3, i -> new TestHeader("f" + i).at(10 * i, 0, 0, 0, 1, 0, 0, 0, -1)));
		assertEquals("f2 f1 f0", files(stack));
		assertEquals("R", stack.towards());
		assertEquals("L", stack.from());
		assertEquals("sagittal", stack.label());
	}

	@Test
	void obliquePlanesNameTheStrongestDirectionFirst() {
		double c = Math.cos(Math.toRadians(30));
		double s = Math.sin(Math.toRadians(30));
		SliceStack stack = only(make(3, i -> new TestHeader("f" + i).at(0, -s * i, c * i, 1, 0, 0, 0, c, s)));
		assertEquals("HA", stack.towards());
		assertEquals("FP", stack.from());
		assertEquals("oblique axial", stack.label());
	}

	@Test
	void theMiddleIsShownFirst() {
		assertEquals(2, only(make(5, i -> new TestHeader("f" + i).axial(i))).start().position());
		assertEquals(0, only(List.of(new TestHeader("f").axial(3))).start().position());
	}

	@Test
	void aPlaceOfTheGridIsFoundOrIsAGap() {
		List<TestHeader> headers = new ArrayList<>();
		for (int z = 0; z < 3; z++) {
			for (int t = 0; t < 4; t++) {
				if (z != 1 || t != 2) {
					headers.add(new TestHeader("z" + z + "t" + t).axial(z).with(Tag.TEMPORAL_POSITION_IDENTIFIER, t + 1));
				}
			}
		}
		SliceStack stack = only(headers);
		assertEquals("axial: position 3 × time 4", describe(stack));
		assertEquals(Optional.empty(), stack.slice(1, 2));
		for (Slice slice : stack.slices()) {
			assertEquals(slice, stack.slice(slice.position(), slice.coordinate(0)).orElseThrow());
			assertEquals("z" + slice.position() + "t" + slice.coordinate(0),
					Locations.path(slice.instance()).getFileName().toString());
		}
		assertThrows(IndexOutOfBoundsException.class, () -> stack.slice(3, 0));
		assertThrows(IndexOutOfBoundsException.class, () -> stack.slice(0, 4));
		assertThrows(IndexOutOfBoundsException.class, () -> stack.slice(0));
		assertEquals(List.of(Finding.Kind.INCOMPLETE_GRID), Stacks.kinds(stack));
	}

	@Test
	void orientationsFormStacksOfTheirOwn() {
		List<TestHeader> headers = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			headers.add(new TestHeader("a" + i).axial(5 * i).with(Tag.INSTANCE_NUMBER, i));
			headers.add(new TestHeader("c" + i).at(0, 5 * i, 0, 1, 0, 0, 0, 0, -1).with(Tag.INSTANCE_NUMBER, 10 + i));
			headers.add(new TestHeader("s" + i).at(5 * i, 0, 0, 0, 1, 0, 0, 0, -1).with(Tag.INSTANCE_NUMBER, 20 + i));
		}
		assertEquals(List.of("axial: position 3", "coronal: position 3", "sagittal: position 3"),
				describe(Stacks.of(headers)));
	}

	@Test
	void aLocalizerIsNoPartOfTheStackThatItLocated() {
		List<TestHeader> headers = new ArrayList<>(make(6, i -> new TestHeader("a" + i).axial(5 * i)
				.with(Tag.INSTANCE_NUMBER, i + 2).with(Tag.IMAGE_TYPE, "ORIGINAL\\PRIMARY\\AXIAL")));
		headers.add(new TestHeader("scout").axial(12.5).with(Tag.INSTANCE_NUMBER, 1).with(Tag.IMAGE_TYPE,
				"ORIGINAL\\PRIMARY\\LOCALIZER"));
		List<SliceStack> stacks = Stacks.of(headers);
		assertEquals("a0 a1 a2 a3 a4 a5", files(stacks.get(0)));
		assertEquals("scout", files(stacks.get(1)));
		assertEquals("localizer", stacks.get(1).label());
	}

	@Test
	void sizeColourAndFrameOfReferenceSeparate() {
		List<TestHeader> headers = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			headers.add(new TestHeader("a" + i).axial(i).with(Tag.INSTANCE_NUMBER, i));
			headers.add(new TestHeader("b" + i).axial(i).with(Tag.ROWS, 128).with(Tag.INSTANCE_NUMBER, 10 + i));
			headers.add(new TestHeader("c" + i).axial(i).with(Tag.PHOTOMETRIC_INTERPRETATION, "RGB")
					.with(Tag.INSTANCE_NUMBER, 20 + i));
			headers.add(new TestHeader("d" + i).axial(i).with(Tag.FRAME_OF_REFERENCE_UID, "1.9")
					.with(Tag.INSTANCE_NUMBER, 30 + i));
		}
		assertEquals(List.of("a0 a1", "b0 b1", "c0 c1", "d0 d1"), Stacks.of(headers).stream().map(Stacks::files).toList());
		assertEquals(4, Stacks.of(headers).stream().map(SliceStack::label).distinct().count());
	}

	@Test
	void smallDifferencesOfOrientationAreNone() {
		double tilt = Math.toRadians(0.4);
		SliceStack stack = only(make(4, i -> new TestHeader("f" + i).at(0, 0, 3 * i, 1, 0, 0, 0, Math.cos(i % 2 * tilt),
				Math.sin(i % 2 * tilt))));
		assertEquals("f0 f1 f2 f3", files(stack));
	}

	@Test
	void aRotatingProjectionIsOneStackInOrderOfInstances() {
		SliceStack stack = only(make(12, i -> {
			double angle = Math.toRadians(15 * i);
			return new TestHeader("f" + i).at(0, 0, 0, Math.cos(angle), Math.sin(angle), 0, 0, 0, -1)
					.with(Tag.INSTANCE_NUMBER, 12 - i);
		}));
		assertFalse(stack.spatial());
		assertEquals("f11 f10 f9 f8 f7 f6 f5 f4 f3 f2 f1 f0", files(stack));
		assertEquals(List.of(Finding.Kind.MIXED_ORIENTATION), Stacks.kinds(stack));
		assertEquals("", stack.towards());
	}

	@Test
	void malformedGeometryIsNoGeometry() {
		List<TestHeader> headers = List.of(
				new TestHeader("zero").at(0, 0, 1, 0, 0, 0, 0, 0, 0).with(Tag.INSTANCE_NUMBER, 1),
				new TestHeader("parallel").at(0, 0, 2, 1, 0, 0, 1, 0, 0).with(Tag.INSTANCE_NUMBER, 2),
				new TestHeader("five").axial(3).with(Tag.IMAGE_ORIENTATION_PATIENT, "1\\0\\0\\0\\1").with(Tag.INSTANCE_NUMBER, 3),
				new TestHeader("nan").axial(4).with(Tag.IMAGE_POSITION_PATIENT, "0\\0\\NaN").with(Tag.INSTANCE_NUMBER, 4),
				new TestHeader("far").axial(1e300).with(Tag.INSTANCE_NUMBER, 5),
				new TestHeader("text").axial(6).with(Tag.IMAGE_POSITION_PATIENT, "a\\b\\c").with(Tag.INSTANCE_NUMBER, 6));
		SliceStack stack = only(headers);
		assertEquals("zero parallel five nan far text", files(stack));
		assertFalse(stack.spatial());
		assertTrue(stack.slices().get(0).offset().isEmpty());
	}

	@Test
	void imagesWithoutGeometryStayBesideThoseWithIt() {
		List<TestHeader> headers = new ArrayList<>(make(3, i -> new TestHeader("f" + i).axial(i)));
		headers.add(new TestHeader("bad").at(0, 0, 1, 0, 0, 0, 0, 0, 0));
		headers.add(new TestHeader("spacing").axial(3).with(Tag.PIXEL_SPACING, "0\\0"));
		List<SliceStack> stacks = Stacks.of(headers);
		assertEquals(List.of("f0 f1 f2 spacing", "bad"), stacks.stream().map(Stacks::files).toList());
	}

	@Test
	void aTruncatedImageHasASlotAndAReason() {
		SliceStack stack = only(List.of(new TestHeader("a").axial(0), new TestHeader("b").axial(1).truncated()));
		assertEquals("a b", files(stack));
		assertEquals(Optional.empty(), stack.slices().get(0).problem());
		assertTrue(stack.slices().get(1).problem().isPresent());
	}

	/** Slices of a microscope, from three tenths of a micrometre down to the thickness of a cell membrane. */
	@ParameterizedTest
	@CsvSource({ "0.0009, 0.0002, 7", "0.0005, 0.0001, 40", "0.0003, , 25", "0.00005, 0.000005, 12", "0.0005, 0.5, 12",
			"0.02, 0.01, 30" })
	void slicesLessThanAMicrometreApartAreSeveral(double spacing, Double pixel, int count) {
		SliceStack stack = only(make(count, i -> {
			TestHeader header = new TestHeader("f" + i).axial(2.5 + i * spacing).with(Tag.INSTANCE_NUMBER, count - i);
			return pixel == null ? header : header.with(Tag.PIXEL_SPACING, new double[] { pixel, pixel });
		}));
		assertEquals("axial: position " + count, describe(stack));
		assertEquals(count, IntStream.range(0, count).mapToObj(stack::positionLabel).distinct().count());
		assertEquals(List.of(), stack.findings());
	}

	/** A large gap between two runs of fine slices is no measure of what is rounding. */
	@Test
	void aGapDoesNotMakeFineSlicesOne() {
		SliceStack stack = only(make(40, i -> new TestHeader("f" + i).axial(i * 0.02 + (i < 20 ? 0 : 50))));
		assertEquals("axial: position 40", describe(stack));
		SliceStack uneven = only(make(6, i -> new TestHeader("f" + i).axial(new double[] { 0, 0.0004, 0.0011, 0.0019, 0.0023, 4 }[i])
				.with(Tag.PIXEL_SPACING, new double[] { 0.0002, 0.0002 })));
		assertEquals("axial: position 6", describe(uneven));
		assertTrue(uneven.findings().get(0).message().toString().contains("0.0004"), uneven.findings().get(0).message().toString());
	}

	/** Times at fine positions, with the rounding of single precision. */
	@Test
	void fineSlicesHaveFurtherAxesToo() {
		SliceStack stack = only(make(60, i -> new TestHeader("f" + i).axial((float) (12 + i % 20 * 0.0004))
				.with(Tag.PIXEL_SPACING, new double[] { 0.0001, 0.0001 }).with(Tag.TEMPORAL_POSITION_IDENTIFIER, i / 20 + 1)));
		assertEquals("axial: position 20 × time 3", describe(stack));
	}

	/** What is rounding in a stack of a patient stays rounding, however the numbers are written. */
	@ParameterizedTest
	@CsvSource({ "0.0005, 3, 0.5", "0.0008, 1.5, ", "0.00002, 0.05, 0.04", "0.02, 3, 1" })
	void roundingIsNoPosition(double noise, double spacing, Double pixel) {
		Random random = new Random(5);
		SliceStack stack = only(make(60, i -> {
			TestHeader header = new TestHeader("f" + i)
					.axial(-120 + i % 12 * spacing + Math.rint(random.nextDouble() * 2 - 1) * noise / 2)
					.with(Tag.TEMPORAL_POSITION_IDENTIFIER, i / 12 + 1);
			return pixel == null ? header : header.with(Tag.PIXEL_SPACING, new double[] { pixel, pixel });
		}));
		assertEquals("axial: position 12 × time 5", describe(stack));
	}
}
