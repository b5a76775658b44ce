package org.dicompreview.rendering.internal.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;

import org.junit.jupiter.api.Test;

class HeapFootprintTest {

	private static final long REGION = 1 << 20;

	@Test
	void arraysOfMoreThanHalfARegionTakeWholeOnes() {
		HeapFootprint room = new HeapFootprint(REGION);
		assertEquals(100_000, room.of(100_000));
		assertEquals(REGION / 2 - 16, room.of(REGION / 2 - 16), "with its header it is half a region");
		assertEquals(REGION, room.of(512 * 512 * 2));
		assertEquals(REGION, room.of(REGION - 16));
		assertEquals(2 * REGION, room.of(REGION));
	}

	@Test
	void withoutRegionsAnArrayTakesItsLength() {
		assertEquals(512 * 512 * 2, new HeapFootprint(0).of(512 * 512 * 2));
	}

	@Test
	void knowsTheRegionsOfThisHeap() {
		boolean regions = ManagementFactory.getGarbageCollectorMXBeans().stream()
				.anyMatch(each -> each.getName().startsWith("G1"));
		long region = HeapFootprint.HERE.region();
		assertEquals(regions, region > 0);
		assertTrue(region == 0 || region >= REGION && Long.bitCount(region) == 1, () -> "region of " + region);
	}
}
