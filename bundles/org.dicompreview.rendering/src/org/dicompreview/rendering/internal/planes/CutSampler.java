package org.dicompreview.rendering.internal.planes;

import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.dicompreview.rendering.Slab.Projection;
import org.dicompreview.rendering.internal.frame.ModalityValues;

/**
 * Makes the values of a picture of those of images: linear between voxels, exactly theirs on them. Values that do not count are
 * left out. A picture is made image by image, of which two are looked at at a time. One object makes one picture.
 */
public final class CutSampler {

	/** Gives images. */
	public interface Images {

		/**
		 * {@return the values of some rows, or of more; absent if there are none}
		 *
		 * @param position of the image
		 * @param first    row that is needed
		 * @param last     row that is needed
		 */
		Optional<Rows> rows(int position, int first, int last);
	}

	/** Some rows of an image. @param first of them @param values from the first pixel of that row on */
	public record Rows(int first, ModalityValues values) {
	}

	private final Sampling sampling;
	private final boolean average;
	/** The sum, or the highest or lowest value. */
	private final double[] values;
	private final int[] counts;

	/** @param sampling where the pixels lie */
	public CutSampler(Sampling sampling) {
		this.sampling = sampling;
		average = sampling.projection() == Projection.AVERAGE;
		values = new double[Math.multiplyExact(sampling.columns(), sampling.rows())];
		counts = new int[values.length];
	}

	/** {@return how many rows of images are needed for a picture, at most of each one} */
	public static int mostRows(Sampling sampling) {
		int most = 0;
		for (int k = 0; k < sampling.size()[2]; k++) {
			int[] rows = sampling.rowsFrom(k);
			most = rows == null ? most : Math.max(most, rows[1] - rows[0] + 1);
		}
		return most;
	}

	/**
	 * {@return the values, rows from the top, NaN where there are none; {@code null} if it was given up}
	 *
	 * @param images    gives the images
	 * @param cancelled whether it is to be given up; asked before each image
	 */
	public float[] sample(Images images, BooleanSupplier cancelled) {
		int last = sampling.size()[2] - 1;
		boolean between = !sampling.isOnImages();
		Rows next = null;
		int nextPosition = -1;
		for (int k = 0; k <= last; k++) {
			int[] needed = sampling.rowsFrom(k);
			if (needed == null) {
				continue;
			}
			if (cancelled.getAsBoolean()) {
				return null;
			}
			Rows rows = nextPosition == k ? next : rows(images, k, needed, needed);
			if (between && k < last) {
				next = rows(images, k + 1, needed, sampling.rowsFrom(k + 1));
				nextPosition = k + 1;
			}
			add(k, rows, between && k < last ? next : null);
		}
		return result();
	}

	private static Rows rows(Images images, int position, int[] one, int[] other) {
		return images.rows(position, other == null ? one[0] : Math.min(one[0], other[0]),
				other == null ? one[1] : Math.max(one[1], other[1])).orElse(null);
	}

	private float[] result() {
		float[] result = new float[values.length];
		for (int i = 0; i < result.length; i++) {
			result[i] = counts[i] == 0 ? Float.NaN : (float) (average ? values[i] / counts[i] : values[i]);
		}
		return result;
	}

	/** Adds the pixels that lie from one image to the next. @param rows {@code null} if there are none @param next likewise */
	private void add(int position, Rows rows, Rows next) {
		for (int j = 0; j < sampling.rows(); j++) {
			for (int s = 0; s < sampling.planes(); s++) {
				int end = sampling.endColumn(j, s, position);
				for (int i = sampling.firstColumn(j, s, position); i < end; i++) {
					add(position, rows, next, i, j, s);
				}
				if (end == 0 && sampling.along()[2] == 0 && sampling.right()[2] == 0) {
					break; // no plane of the slab comes nearer
				}
			}
		}
	}

	private void add(int position, Rows rows, Rows next, int i, int j, int s) {
		double x = Sampling.snapped(sampling.at(0, i, j, s));
		double y = Sampling.snapped(sampling.at(1, i, j, s));
		double z = Sampling.snapped(sampling.at(2, i, j, s));
		if (isBeside(x, 0) || isBeside(y, 1) || isBeside(z, 2)) {
			return;
		}
		double between = Math.max(0, Math.min(sampling.size()[2] - 1.0, z));
		double part = between - position;
		if (!(part >= 0) || !(part < 1)) {
			return;
		}
		double value = value(rows, x, y);
		if (part > 0) {
			value = between(value, value(next, x, y), part);
		}
		if (!Double.isNaN(value)) {
			int at = j * sampling.columns() + i;
			values[at] = counts[at] == 0 ? value : switch (sampling.projection()) {
				case AVERAGE -> values[at] + value;
				case MAXIMUM -> Math.max(values[at], value);
				case MINIMUM -> Math.min(values[at], value);
			};
			counts[at]++;
		}
	}

	/** {@return whether a place is beside all voxels, each of which reaches half its size beyond its middle} */
	private boolean isBeside(double place, int axis) {
		return place < -0.5 || place > sampling.size()[axis] - 0.5;
	}

	private double value(Rows rows, double x, double y) {
		if (rows == null) {
			return Double.NaN;
		}
		int columns = sampling.size()[0];
		double right = Math.max(0, Math.min(columns - 1.0, x));
		double down = Math.max(0, Math.min(sampling.size()[1] - 1.0, y));
		int column = (int) right;
		int row = (int) down;
		int at = (row - rows.first()) * columns + column;
		double value = along(rows.values(), at, right - column);
		return down > row ? between(value, along(rows.values(), at + columns, right - column), down - row) : value;
	}

	private static double along(ModalityValues values, int at, double part) {
		return part > 0 ? between(values.get(at), values.get(at + 1), part) : values.get(at);
	}

	/** {@return the value between two; where one of them does not count, the nearer one} */
	private static double between(double one, double other, double part) {
		if (Double.isNaN(one) || Double.isNaN(other)) {
			return part < 0.5 ? one : other;
		}
		return one + part * (other - one);
	}
}
