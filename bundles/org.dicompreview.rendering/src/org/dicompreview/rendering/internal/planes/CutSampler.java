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

	/** What a picture needs. @param images how many @param rows of all of them together */
	public record Needs(int images, long rows) {
	}

	/** {@return what is needed for a picture} */
	public static Needs needs(Sampling sampling) {
		int images = 0;
		long rows = 0;
		for (int k = 0; k < sampling.size()[2]; k++) {
			int[] range = sampling.rowsFrom(k);
			images += range == null ? 0 : 1;
			rows += range == null ? 0 : range[1] - range[0] + 1;
		}
		return new Needs(images, rows);
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
			if (sampling.rowsFrom(k) == null) {
				continue;
			}
			if (cancelled.getAsBoolean()) {
				return null;
			}
			Rows rows = nextPosition == k ? next : rows(images, k);
			if (between && k < last) {
				next = rows(images, k + 1);
				nextPosition = k + 1;
			}
			add(k, rows, between && k < last ? next : null);
		}
		return result();
	}

	private Rows rows(Images images, int position) {
		int[] needed = needed(position);
		return images.rows(position, needed[0], needed[1]).orElse(null);
	}

	/** {@return the first and the last row that is needed of an image; {@code null} if none is} @param position of the image */
	public int[] needed(int position) {
		int[] own = sampling.rowsFrom(position);
		int[] former = position == 0 || sampling.isOnImages() ? null : sampling.rowsFrom(position - 1);
		if (own == null || former == null) {
			return own == null ? former : own;
		}
		return new int[] { Math.min(own[0], former[0]), Math.max(own[1], former[1]) };
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
		if (sampling.isOnVoxels()) {
			if (rows != null) {
				addVoxels(position, rows);
			}
			return;
		}
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

	/** The same where all pixels lie on voxels, so that nothing has to be computed for each of them. */
	private void addVoxels(int position, Rows rows) {
		ModalityValues stored = sampling.planes() > 1 ? copied(position, rows) : rows.values();
		int only = sampling.onlyPlane(position);
		for (int j = 0; j < sampling.rows(); j++) {
			for (int s = Math.max(0, only); s < (only < 0 ? sampling.planes() : only + 1); s++) {
				int first = sampling.firstOn(position, j, s);
				int end = sampling.endOn(position, j, s);
				if (first < end) {
					addVoxels(stored, rows.first(), j, s, first, end);
				} else if (sampling.along()[2] == 0) {
					break; // no plane of the slab comes nearer
				}
			}
		}
	}

	private void addVoxels(ModalityValues stored, int firstRow, int j, int s, int from, int to) {
		int columns = sampling.size()[0];
		int rows = sampling.size()[1];
		int step = (int) (sampling.right()[1] * columns + sampling.right()[0]);
		int first = Math.max(from, Math.max(sampling.firstVoxel(0, j, s, columns), sampling.firstVoxel(1, j, s, rows)));
		int end = Math.min(to, Math.min(sampling.endVoxel(0, j, s, columns), sampling.endVoxel(1, j, s, rows)));
		int at = (int) ((sampling.at(1, first, j, s) - firstRow) * columns + sampling.at(0, first, j, s));
		for (int i = first; i < end; i++, at += step) {
			float value = stored.get(at);
			if (!Float.isNaN(value)) {
				put(j * sampling.columns() + i, value);
			}
		}
	}

	/** {@return the values of the rows that are needed, each computed once: a slab looks at all of them} */
	private ModalityValues copied(int position, Rows rows) {
		int[] needed = needed(position);
		int begin = (needed[0] - rows.first()) * sampling.size()[0];
		float[] copy = new float[(needed[1] - needed[0] + 1) * sampling.size()[0]];
		for (int i = 0; i < copy.length; i++) {
			copy[i] = rows.values().get(begin + i);
		}
		return index -> copy[index - begin];
	}

	private void put(int at, double value) {
		values[at] = counts[at] == 0 ? value : switch (sampling.projection()) {
			case AVERAGE -> values[at] + value;
			case MAXIMUM -> Math.max(values[at], value);
			case MINIMUM -> Math.min(values[at], value);
		};
		counts[at]++;
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
			put(j * sampling.columns() + i, value);
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
