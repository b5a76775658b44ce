package org.dicompreview.series.internal.grid;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.Vector;

/**
 * The distinct positions of parallel frames along their common normal.
 *
 * @param normal  the normal
 * @param offsets for each frame, its offset in mm
 * @param index   for each frame, the index of its position, ascending with the offset
 * @param count   number of positions
 */
public record Positions(Vector normal, double[] offsets, int[] index, int count) {

	/** Offsets are the same position within this part of the usual distance of neighbours … */
	private static final double TOLERANCE = 0.01;
	/** … but at least (rounding in the file) … */
	private static final double LEAST_TOLERANCE = 0.001;
	/** … and at most this, in mm. */
	private static final double MOST_TOLERANCE = 0.05;

	/**
	 * {@return the positions of frames}
	 *
	 * @param frames parallel frames, all with a plane; the normal is that of the first
	 */
	public static Positions of(List<ImageFrame> frames) {
		Vector normal = frames.get(0).plane().orElseThrow().normal();
		double[] offsets = new double[frames.size()];
		Integer[] order = new Integer[offsets.length];
		for (int i = 0; i < offsets.length; i++) {
			offsets[i] = frames.get(i).plane().orElseThrow().offset(normal);
			order[i] = i;
		}
		Arrays.sort(order, Comparator.comparingDouble((Integer i) -> offsets[i]));
		double[] sorted = offsets.clone();
		Arrays.sort(sorted);
		double tolerance = tolerance(sorted);
		int[] index = new int[offsets.length];
		int position = -1;
		double start = Double.NEGATIVE_INFINITY;
		for (int i : order) {
			if (offsets[i] - start > tolerance) {
				start = offsets[i];
				position++;
			}
			index[i] = position;
		}
		return new Positions(normal, offsets, index, position + 1);
	}

	private static double tolerance(double[] sorted) {
		double[] gaps = new double[sorted.length];
		int count = 0;
		for (int i = 1; i < sorted.length; i++) {
			double gap = sorted[i] - sorted[i - 1];
			if (gap > LEAST_TOLERANCE) {
				gaps[count++] = gap;
			}
		}
		if (count == 0) {
			return LEAST_TOLERANCE;
		}
		Arrays.sort(gaps, 0, count);
		double largest = gaps[count - 1];
		double usual = gaps[count / 2] > MOST_TOLERANCE ? gaps[count / 2] : largest;
		return Math.max(LEAST_TOLERANCE, Math.min(MOST_TOLERANCE, TOLERANCE * usual));
	}
}
