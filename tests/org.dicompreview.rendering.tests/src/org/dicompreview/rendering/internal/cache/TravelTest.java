package org.dicompreview.rendering.internal.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class TravelTest {

	@Test
	void atRestBothSidesAreAlike() {
		Travel travel = new Travel(10, 1000);
		assertArrayEquals(new int[] { 11, 9, 12, 8 }, IntStream.rangeClosed(1, 4).map(travel::at).toArray());
	}

	@Test
	void ranksAndPlacesAreInverse() {
		for (int step : new int[] { 0, 1, -1, 100 }) {
			Travel travel = new Travel(500, 1000);
			travel.moveTo(500 + step);
			for (int rank = 1; rank < 200; rank++) {
				assertEquals(rank, travel.rank(travel.at(rank)), "step " + step);
			}
			assertEquals(0, travel.rank(travel.index()));
		}
	}

	@Test
	void reachGrowsWithEachStepAndEndsWithATurnOrAJump() {
		Travel travel = new Travel(0, 1000);
		int rest = travel.reach();
		travel.moveTo(1);
		travel.moveTo(2);
		assertEquals(4 * rest, travel.reach());
		travel.moveTo(1);
		assertEquals(2 * rest, travel.reach());
		travel.moveTo(100);
		assertEquals(rest, travel.reach());
		for (int i = 101; i < 300; i++) {
			travel.moveTo(i);
			assertTrue(travel.reach() > 0);
		}
	}

	@Test
	void aLoopHasNoEnds() {
		Travel travel = new Travel(98, 100);
		travel.moveTo(99);
		assertEquals(100, travel.at(1));
		travel.moveTo(0);
		assertArrayEquals(new int[] { 1, 2, 99, 3, 4, 98 }, IntStream.rangeClosed(1, 6).map(travel::at).toArray());
		assertEquals(3, travel.rank(99));
		assertTrue(travel.rank(50) > travel.rank(20));
	}
}
