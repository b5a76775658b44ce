package org.dicompreview.viewer.internal.strip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.dicompreview.series.SliceStack;
import org.dicompreview.viewer.FakeImage;
import org.dicompreview.viewer.FakeSeries;
import org.dicompreview.viewer.Subject;
import org.dicompreview.viewer.ViewingSettings;
import org.dicompreview.viewer.ViewportModel;
import org.junit.jupiter.api.Test;

/** Which slices a strip is made of. */
class StripPlanTest {

	private final ViewportModel model = new ViewportModel();

	private Optional<StripPlan> plan(int slices) {
		FakeSeries series = new FakeSeries("1.2") //$NON-NLS-1$
				.stack(IntStream.range(0, slices).mapToObj(i -> FakeImage.axial(i, 3.0 * i)).toList());
		SliceStack stack = series.stacks().get(0);
		model.show(new Subject.Images(series), series.stacks(), stack, stack.start(), ViewingSettings.DEFAULT);
		return StripPlan.of(model.navigator(), Optional.empty(), Optional.empty());
	}

	@Test
	void manySlicesAreACutFewAreFramesAndOneIsNothing() {
		assertTrue(plan(20).orElseThrow().slab().isPresent());
		assertFalse(plan(5).orElseThrow().slab().isPresent());
		assertEquals(Optional.empty(), plan(1));
	}

	@Test
	void placesGoFromTheLeftEndOfTheSlider() {
		assertArrayEquals(new double[] { 0, 3, 6 }, plan(3).orElseThrow().values());
		model.reverse();
		StripPlan reversed = StripPlan.of(model.navigator(), Optional.empty(), Optional.empty()).orElseThrow();
		assertArrayEquals(new double[] { 6, 3, 0 }, reversed.values());
		assertEquals("mm", reversed.unit()); //$NON-NLS-1$
		assertEquals(2, reversed.slice(0, 3).orElseThrow().position());
	}

	@Test
	void ofVeryManySlicesOnlySomeAreRead() {
		StripPlan plan = plan(10_000).orElseThrow();
		assertEquals(StripPlan.MOST_LINES, plan.lines());
		assertEquals(4, plan.slice(0, plan.lines()).orElseThrow().position(), "the middle of the first tenth or so"); //$NON-NLS-1$
		assertEquals(9_995, plan.slice(plan.lines() - 1, plan.lines()).orElseThrow().position());
	}

	@Test
	void theFirstSlicesAreSpreadOverAllAndNoneIsForgotten() {
		for (int count : new int[] { 1, 2, 3, 8, 100, 1000 }) {
			List<Integer> order = StripPlan.coarseToFine(count);
			assertEquals(count, order.size());
			assertEquals(count, new HashSet<>(order).size());
		}
		List<Integer> first = StripPlan.coarseToFine(100).subList(0, 6);
		assertEquals(List.of(8, 24, 40, 56, 72, 88), first);
	}
}
