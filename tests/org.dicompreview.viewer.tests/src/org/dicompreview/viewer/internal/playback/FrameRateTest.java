package org.dicompreview.viewer.internal.playback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FrameRateTest {

	private static final long SECOND = 1_000_000_000L;

	private final FrameRate rate = new FrameRate();

	@Test
	void countsTheImagesOfTheLastMoments() {
		assertEquals(0, rate.perSecond());
		run(0, SECOND / 25, 100);
		assertEquals(25, rate.perSecond(), 0.01);
		run(4 * SECOND, SECOND / 200, 1000);
		assertEquals(200, rate.perSecond(), 2, "as many as it can hold"); //$NON-NLS-1$
		run(20 * SECOND, SECOND / 2, 10);
		assertEquals(2, rate.perSecond(), 0.01);
		rate.clear();
		assertEquals(0, rate.perSecond());
	}

	@Test
	void theNumberHoldsStillForAMoment() {
		run(0, SECOND / 10, 20);
		double told = rate.perSecond();
		rate.add(2 * SECOND);
		rate.add(2 * SECOND + 1000);
		assertEquals(told, rate.perSecond());
	}

	private void run(long start, long gap, int count) {
		for (int i = 0; i < count; i++) {
			rate.add(start + i * gap);
		}
	}
}
