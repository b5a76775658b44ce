package org.dicompreview.rendering.internal.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class ScrollTrackerTest {

	@Test
	void atRestBothSidesAreAlike() {
		ScrollTracker scroll = new ScrollTracker(10, 1000);
		assertArrayEquals(new int[] { 11, 9, 12, 8 }, IntStream.rangeClosed(1, 4).map(scroll::at).toArray());
	}

	@Test
	void ranksAndPlacesAreInverse() {
		for (int step : new int[] { 0, 1, -1, 100 }) {
			ScrollTracker scroll = new ScrollTracker(500, 1000);
			scroll.moveTo(500 + step);
			for (int rank = 1; rank < 200; rank++) {
				assertEquals(rank, scroll.rank(scroll.at(rank)), "step " + step);
			}
			assertEquals(0, scroll.rank(scroll.index()));
		}
	}

	@Test
	void reachGrowsWithEachStepAndEndsWithATurnOrAJump() {
		ScrollTracker scroll = new ScrollTracker(0, 1000);
		int rest = scroll.reach();
		scroll.moveTo(1);
		scroll.moveTo(2);
		assertEquals(4 * rest, scroll.reach());
		scroll.moveTo(1);
		assertEquals(2 * rest, scroll.reach());
		scroll.moveTo(100);
		assertEquals(rest, scroll.reach());
		for (int i = 101; i < 300; i++) {
			scroll.moveTo(i);
			assertTrue(scroll.reach() > 0);
		}
	}

	@Test
	void aLoopHasNoEnds() {
		ScrollTracker scroll = new ScrollTracker(98, 100);
		scroll.moveTo(99);
		assertEquals(100, scroll.at(1));
		scroll.moveTo(0);
		assertArrayEquals(new int[] { 1, 2, 99, 3, 4, 98 }, IntStream.rangeClosed(1, 6).map(scroll::at).toArray());
		assertEquals(3, scroll.rank(99));
		assertTrue(scroll.rank(50) > scroll.rank(20));
	}
}
