package org.dicompreview.viewer.internal.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.dicompreview.series.document.Waveform;
import org.junit.jupiter.api.Test;

/** Where traces lie, with samples of known values. */
class WaveformPlanTest {

	private static Waveform.Channel channel(String unit, float... values) {
		return new Waveform.Channel(unit, unit, values);
	}

	private static WaveformPlan plan(double frequency, double pointsPerSecond, Waveform.Channel... channels) {
		return new WaveformPlan(List.of(new Waveform("", frequency, channels[0].values().length, List.of(channels))), 200, //$NON-NLS-1$
				pointsPerSecond);
	}

	@Test
	void channelsOfOneUnitShareTheirScaleAndStandInTheMiddleOfTheirRows() {
		WaveformPlan plan = plan(100, 100, channel("mV", 0, 2), channel("mV", 5, 6), channel("mmHg", 80, 120)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		assertEquals(66, plan.rowHeight());
		assertEquals(198, plan.height());
		WaveformPlan.Row first = plan.rows().get(0);
		WaveformPlan.Row second = plan.rows().get(1);
		assertEquals(first.gain(), second.gain());
		assertEquals(66 * 0.84 / 2, first.gain(), 1e-9);
		assertEquals(66 * 0.84 / 40, plan.rows().get(2).gain(), 1e-9);
		assertEquals(33, plan.y(first, 1), 1e-9);
		assertEquals(33 - 66 * 0.42, plan.y(first, 2), 1e-9);
		assertEquals(33, plan.y(second, 5.5), 1e-9);
		assertEquals(1, plan.unitBar(first));
		assertEquals(20, plan.unitBar(plan.rows().get(2)));
	}

	@Test
	void samplesLieAtTheirTimesAndMissingOnesLeaveAGap() {
		WaveformPlan plan = plan(10, 100, channel("mV", 0, 10, Float.NaN, 10, 0)); //$NON-NLS-1$
		assertEquals(50, plan.width());
		List<int[]> pieces = plan.pieces(plan.rows().get(0), 0, 50);
		assertEquals(2, pieces.size());
		assertArrayEquals(new int[] { 0, 184, 10, 16 }, pieces.get(0));
		assertArrayEquals(new int[] { 30, 16, 40, 184 }, pieces.get(1));
	}

	@Test
	void noPeakGetsLostWhereAPointHasManySamples() {
		float[] values = new float[10_000];
		values[7_777] = 1;
		WaveformPlan plan = plan(1000, 10, channel("mV", values)); //$NON-NLS-1$
		assertEquals(100, plan.width());
		int[] piece = plan.pieces(plan.rows().get(0), 0, 100).get(0);
		int least = Integer.MAX_VALUE;
		int at = -1;
		for (int i = 0; i < piece.length; i += 2) {
			if (piece[i + 1] < least) {
				least = piece[i + 1];
				at = piece[i];
			}
		}
		assertEquals(77, at);
		assertEquals(16, least);
		assertTrue(piece.length <= 2 * 102, "one or two places for each point"); //$NON-NLS-1$
		assertEquals(0, plan.pieces(plan.rows().get(0), 100, 200).size());
	}

	@Test
	void aChannelWithoutAnyValueHasNoTrace() {
		WaveformPlan plan = plan(10, 100, channel("mV", Float.NaN, Float.NaN)); //$NON-NLS-1$
		assertEquals(0, plan.pieces(plan.rows().get(0), 0, 100).size());
	}
}
