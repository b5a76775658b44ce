package org.dicompreview.series;

import static org.dicompreview.series.Stacks.kinds;
import static org.dicompreview.series.Stacks.make;
import static org.dicompreview.series.Stacks.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.Finding.Kind;
import org.dicompreview.testsupport.Locations;
import org.junit.jupiter.api.Test;

class FindingsTest {

	private static SliceStack at(double... heights) {
		return only(make(heights.length, i -> new TestHeader("f" + i).axial(heights[i])));
	}

	private static String slices(Finding finding) {
		return finding.slices().stream().map(slice -> Locations.path(slice.instance()).getFileName().toString())
				.collect(Collectors.joining(" "));
	}

	@Test
	void anEvenStackHasNoFindings() {
		assertEquals(List.of(), at(0, 2.5, 5, 7.5, 10).findings());
		assertEquals(List.of(), at(0, 6.9584, 13.9, 21, 27.95).findings(), "rounding is no finding");
		assertEquals(List.of(), at(0, 1).findings());
		assertEquals(List.of(), at(3).findings());
	}

	@Test
	void missingPositionsAreCountedAndPlaced() {
		Finding finding = at(0, 5, 10, 25, 30, 40, 45).findings().get(0);
		assertEquals(Kind.MISSING_POSITIONS, finding.kind());
		assertEquals("Missing positions: 3, at a spacing of 5 mm: 10 … 25, 30 … 40 mm", finding.message().toString());
		assertEquals("f2 f3 f4 f5", slices(finding));
	}

	@Test
	void unequalSpacingIsToldWithItsTolerance() {
		SliceStack stack = at(0, 5, 10, 16, 21, 26);
		assertEquals(List.of(Kind.UNEQUAL_SPACING), kinds(stack));
		assertEquals("The spacing varies from 5 to 6 mm, usual 5 mm, tolerance 0.25 mm", stack.findings().get(0).message().toString());
		assertEquals("f2 f3", slices(stack.findings().get(0)));
	}

	@Test
	void withoutAUsualSpacingNothingIsMissing() {
		assertEquals(List.of(Kind.UNEQUAL_SPACING), kinds(at(0, 1, 3, 7, 15, 31)));
	}

	@Test
	void aTiltedGantryIsMeasured() {
		double angle = Math.toRadians(14);
		SliceStack stack = only(make(10, i -> new TestHeader("f" + i).at(0, 0, 5 * i, 1, 0, 0, 0, Math.cos(angle),
				-Math.sin(angle))));
		assertEquals(List.of(Kind.TILT), kinds(stack));
		assertEquals("The stack is sheared by 14°", stack.findings().get(0).message().toString());
	}

	@Test
	void originsThatJumpSidewaysAreNoTilt() {
		SliceStack stack = only(make(10, i -> new TestHeader("f" + i).at(i % 2 * 4, i == 9 ? 8 : 0, 5 * i, 1, 0, 0, 0, 1, 0)));
		assertEquals(List.of(), kinds(stack));
	}

	@Test
	void changingWindowAndRescaleAreTold() {
		SliceStack stack = only(make(4, i -> new TestHeader("f" + i).axial(i).with(Tag.RESCALE_SLOPE, 0.5 + i)
				.with(Tag.RESCALE_INTERCEPT, 0).with(Tag.WINDOW_CENTER, "40\\400").with(Tag.WINDOW_WIDTH, "100\\" + i)));
		assertEquals(List.of("The rescale changes: slope 0.5 … 3.5, intercept 0"),
				stack.findings().stream().map(finding -> finding.message().toString()).toList());
	}

	@Test
	void gapsOfAGridAreCounted() {
		SliceStack stack = only(make(20, i -> new TestHeader("f" + i).axial(i / 4).with(Tag.TEMPORAL_POSITION_IDENTIFIER, i % 4))
				.stream().filter(header -> !Locations.path(header).endsWith("f7")).toList());
		assertEquals("1 of 20 places of the grid have no image", stack.findings().get(0).message().toString());
	}

	@Test
	void filesOfOneUidAreTold() {
		SliceStack stack = only(make(6, i -> new TestHeader("f" + i).axial(i).with(Tag.SOP_INSTANCE_UID, "1.2." + i % 4)));
		assertTrue(kinds(stack).contains(Kind.DUPLICATE_INSTANCES));
		assertEquals("f0 f1 f4 f5", slices(stack.findings().get(0)));
	}
}
