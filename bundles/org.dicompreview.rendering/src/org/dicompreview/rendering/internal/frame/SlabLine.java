package org.dicompreview.rendering.internal.frame;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import org.dicompreview.codec.Frame;
import org.dicompreview.rendering.Slab;
import org.dicompreview.rendering.Slab.Projection;

/** Reduces the rows or columns of a slab to one line. */
final class SlabLine {

	private SlabLine() {
	}

	/**
	 * {@return a value for each column or row of the frame; NaN where none counts}
	 *
	 * @param frame   a grey frame
	 * @param padding stored values that do not count
	 * @param values  stored values into those of the line
	 * @param slab    what to reduce, and how
	 */
	static float[] of(Frame frame, Padding padding, DoubleUnaryOperator values, Slab slab) {
		StoredValues stored = StoredValues.of(frame);
		boolean columns = slab.kept() == Slab.Direction.COLUMNS;
		int length = columns ? frame.columns() : frame.rows();
		int across = columns ? frame.rows() : frame.columns();
		int step = columns ? 1 : frame.columns();
		int stepAcross = columns ? frame.columns() : 1;
		double[] line = new double[length];
		int[] counts = new int[length];
		Arrays.fill(line, slab.projection() == Projection.AVERAGE ? 0 : Double.NaN);
		for (int at = slab.first(across); at < slab.end(across); at++) {
			for (int i = 0; i < length; i++) {
				double raw = stored.get(at * stepAcross + i * step);
				double value = padding.contains(raw) ? Double.NaN : values.applyAsDouble(raw);
				if (Double.isFinite(value)) {
					line[i] = counts[i] == 0 && slab.projection() != Projection.AVERAGE ? value
							: add(slab.projection(), line[i], value);
					counts[i]++;
				}
			}
		}
		float[] reduced = new float[length];
		for (int i = 0; i < length; i++) {
			reduced[i] = counts[i] == 0 ? Float.NaN
					: (float) (slab.projection() == Projection.AVERAGE ? line[i] / counts[i] : line[i]);
		}
		return reduced;
	}

	private static double add(Projection projection, double before, double value) {
		return switch (projection) {
			case AVERAGE -> before + value;
			case MAXIMUM -> Math.max(before, value);
			case MINIMUM -> Math.min(before, value);
		};
	}
}
