package org.dicompreview.series.internal.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Recognises runs of slices that lie between each other without sharing a position, as of a second acquisition shifted
 * by a fraction of the spacing: the distances are uneven together, but even in each run.
 */
final class Interleaved {

	private static final int SHORTEST_RUN = 3;
	private static final double TOLERANCE = 0.05;
	private static final double EVEN = 0.9;
	private static final double UNEVEN = 0.75;
	private static final double OVERLAP = 0.5;

	private Interleaved() {
	}

	/** {@return whether the distances of these offsets are uneven} */
	static boolean isUneven(double[] offsets) {
		return offsets.length >= 2 * SHORTEST_RUN && evenness(offsets) < UNEVEN;
	}

	/** {@return whether the values of a dimension divide these offsets into even runs that overlap} */
	static boolean separates(Factor factor, double[] offsets) {
		List<double[]> runs = new ArrayList<>();
		for (int value = 0; value < factor.values().size(); value++) {
			int wanted = value;
			double[] run = IntStream.range(0, offsets.length)
					.filter(i -> factor.index()[i] == wanted).mapToDouble(i -> offsets[i]).sorted().toArray();
			if (run.length < SHORTEST_RUN || evenness(run) < EVEN) {
				return false;
			}
			runs.add(run);
		}
		return runs.size() > 1 && overlap(runs);
	}

	/** {@return the share of distances that are about the usual one} */
	private static double evenness(double[] offsets) {
		double[] sorted = offsets.clone();
		Arrays.sort(sorted);
		double[] gaps = new double[sorted.length - 1];
		for (int i = 0; i < gaps.length; i++) {
			gaps[i] = sorted[i + 1] - sorted[i];
		}
		double[] ordered = gaps.clone();
		Arrays.sort(ordered);
		double usual = ordered[(ordered.length - 1) / 2];
		return (double) Arrays.stream(gaps).filter(gap -> Math.abs(gap - usual) <= TOLERANCE * usual).count()
				/ gaps.length;
	}

	private static boolean overlap(List<double[]> runs) {
		for (int i = 1; i < runs.size(); i++) {
			double[] one = runs.get(i - 1);
			double[] two = runs.get(i);
			double common = Math.min(one[one.length - 1], two[two.length - 1]) - Math.max(one[0], two[0]);
			double shorter = Math.min(one[one.length - 1] - one[0], two[two.length - 1] - two[0]);
			if (common < OVERLAP * shorter) {
				return false;
			}
		}
		return true;
	}
}
