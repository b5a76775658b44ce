package org.dicompreview.series.internal.grid;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.Vector3;

/**
 * The distinct positions of parallel frames along their common normal, told apart by the {@link Tolerance} of the stack.
 *
 * @param normal  the normal
 * @param offsets for each frame, its offset in mm
 * @param index   for each frame, the index of its position, ascending with the offset
 * @param count   number of positions
 */
public record Positions(Vector3 normal, double[] offsets, int[] index, int count) {

	/**
	 * {@return the positions of frames}
	 *
	 * @param frames parallel frames, all with a plane; the normal is that of the first
	 */
	public static Positions of(List<ImageFrame> frames) {
		Vector3 normal = frames.get(0).plane().orElseThrow().normal();
		double[] offsets = new double[frames.size()];
		Integer[] order = new Integer[offsets.length];
		for (int i = 0; i < offsets.length; i++) {
			offsets[i] = frames.get(i).plane().orElseThrow().offset(normal);
			order[i] = i;
		}
		Arrays.sort(order, Comparator.comparingDouble((Integer i) -> offsets[i]));
		double[] sorted = offsets.clone();
		Arrays.sort(sorted);
		double tolerance = Tolerance.of(sorted, frames.get(0)).millimetres();
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
}
