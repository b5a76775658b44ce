package org.dicompreview.video.internal.stream;

/** Picture order counts of one picture after the other, as they are coded (ISO/IEC 14496-10 8.2.1). */
final class AvcOrder {

	/** So far are periods between IDR pictures apart in {@link #keyOf}. */
	private static final int PERIOD_BITS = 34;

	private long period;
	private long lastHigh;
	private long lastLow;
	private long lastFrameNumber;
	private long frameNumberOffset;

	/** {@return a number by which frames are shown in ascending order} @param slice the first slice of the next frame */
	long keyOf(AvcSlice slice) {
		if (slice.instant()) {
			period++;
			lastHigh = 0;
			lastLow = 0;
			frameNumberOffset = 0;
		} else if (lastFrameNumber > slice.frameNumber()) {
			frameNumberOffset += 1L << slice.sequence().frameNumberBits();
		}
		lastFrameNumber = slice.frameNumber();
		long count = switch (slice.sequence().orderType()) {
			case 0 -> byLow(slice);
			case 1 -> byCycle(slice);
			default -> 2 * (frameNumberOffset + slice.frameNumber()) - (slice.reference() ? 0 : 1);
		};
		return (period << PERIOD_BITS) + count;
	}

	private long byLow(AvcSlice slice) {
		long range = 1L << slice.sequence().orderBits();
		long high = lastHigh;
		if (slice.order() < lastLow && lastLow - slice.order() >= range / 2) {
			high += range;
		} else if (slice.order() > lastLow && slice.order() - lastLow > range / 2) {
			high -= range;
		}
		if (slice.reference()) {
			lastHigh = high;
			lastLow = slice.order();
		}
		return high + slice.order();
	}

	private long byCycle(AvcSlice slice) {
		long[] cycle = slice.sequence().cycle();
		long number = cycle.length == 0 ? 0 : frameNumberOffset + slice.frameNumber();
		if (!slice.reference() && number > 0) {
			number--;
		}
		long expected = 0;
		if (number > 0) {
			long sum = 0;
			for (long each : cycle) {
				sum += each;
			}
			expected = (number - 1) / cycle.length * sum;
			for (int i = 0; i <= (number - 1) % cycle.length; i++) {
				expected += cycle[i];
			}
		}
		return expected + (slice.reference() ? 0 : slice.sequence().nonReference()) + slice.delta();
	}
}
