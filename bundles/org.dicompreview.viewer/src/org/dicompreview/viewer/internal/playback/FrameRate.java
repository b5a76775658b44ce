package org.dicompreview.viewer.internal.playback;

/** Images a second, measured over the last second and a half, as a number that a person can read. Not thread-safe. */
final class FrameRate {

	private static final int KEPT = 256;
	private static final long SPAN = 1_500_000_000L;
	private static final long HOLD = 500_000_000L;
	private static final double SECOND = 1e9;

	private final long[] times = new long[KEPT];
	private int count;
	private double perSecond;
	private long told;

	/** Forgets all. */
	void clear() {
		count = 0;
		perSecond = 0;
		told = 0;
	}

	/** Notes an image. @param now in ns, not before that of the last call */
	void add(long now) {
		times[count++ % KEPT] = now;
		int oldest = count - 1;
		while (oldest > 0 && count - oldest < KEPT && now - times[(oldest - 1) % KEPT] <= SPAN) {
			oldest--;
		}
		long span = now - times[oldest % KEPT];
		if (span > 0 && (perSecond == 0 || now - told >= HOLD)) {
			perSecond = (count - 1 - oldest) * SECOND / span;
			told = now;
		}
	}

	/** {@return images a second, changing at most twice a second; 0 before two images} */
	double perSecond() {
		return perSecond;
	}
}
