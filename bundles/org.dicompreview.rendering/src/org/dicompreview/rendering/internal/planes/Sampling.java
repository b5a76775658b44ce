package org.dicompreview.rendering.internal.planes;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dicompreview.rendering.Slab.Projection;
import org.dicompreview.rendering.planes.ReformattedSlice;
import org.dicompreview.rendering.planes.ReformattedStack;
import org.dicompreview.rendering.planes.VolumeGrid;

/**
 * Where in the voxels of a stack the pixels of a picture lie: at {@code start + i * right + j * down + s * along}, each as
 * column, row and position, for column i, row j and plane s of the slab. Immutable.
 *
 * @param columns    of the picture
 * @param rows       of the picture
 * @param planes     of the slab
 * @param start      of the first pixel of the first plane
 * @param right      to the next column
 * @param down       to the next row
 * @param along      to the next plane
 * @param size       columns, rows and positions of the voxels
 * @param projection how the planes become one
 */
public record Sampling(int columns, int rows, int planes, double[] start, double[] right, double[] down, double[] along, int[] size,
		Projection projection) {

	/** A place so near to a voxel is on it: what is left of computing with rounded numbers. */
	private static final double NEAR = 1e-6;
	/** So many places are looked up for a preview. */
	private static final double QUICK = 4e6;

	/** {@return where the pixels of a picture lie} */
	public static Sampling of(ReformattedSlice slice) {
		ReformattedStack stack = slice.stack();
		VolumeGrid grid = stack.grid();
		int beside = stack.planesBeside();
		double[] along = snapped(grid.along(stack.alongStep()));
		double[] start = grid.voxel(stack.firstPixel(slice.position()));
		for (int i = 0; i < start.length; i++) {
			start[i] -= beside * along[i];
		}
		return new Sampling(stack.columns(), stack.rows(), 2 * beside + 1, snapped(start), snapped(grid.along(stack.rightStep())),
				snapped(grid.along(stack.downStep())), along, new int[] { grid.columns(), grid.rows(), grid.slices() },
				stack.reformat().projection());
	}

	private static double[] snapped(double[] place) {
		double[] whole = place.clone();
		for (int i = 0; i < whole.length; i++) {
			whole[i] = snapped(whole[i]);
		}
		return whole;
	}

	/**
	 * {@return the same in voxels that stand for several columns and rows, for a preview: of a slab no more planes than there are
	 * voxels across it, and where that is much still no more than every other pixel or fewer}
	 *
	 * @param reduction how many, at least 1
	 */
	Sampling preview(int reduction) {
		Sampling coarse = reduced(reduction);
		double step = Math.max(Math.abs(coarse.along[0]), Math.max(Math.abs(coarse.along[1]), Math.abs(coarse.along[2])));
		int fewer = (int) Math.max(1, Math.min(planes, Math.ceil(planes * Math.min(1, step))));
		double part = fewer == 1 ? 0 : (planes - 1.0) / (fewer - 1);
		double[] first = coarse.start.clone();
		for (int i = 0; i < first.length; i++) {
			first[i] += fewer == 1 ? coarse.along[i] * (planes - 1) / 2 : 0;
		}
		double samples = (double) columns * rows * fewer;
		int pixels = (int) Math.max(1, Math.ceil(Math.sqrt(samples / QUICK)));
		int across = Math.max(1, columns / pixels);
		int downwards = Math.max(1, rows / pixels);
		double[] toRight = times(coarse.right, (double) columns / across);
		double[] toBelow = times(coarse.down, (double) rows / downwards);
		for (int i = 0; i < first.length; i++) {
			first[i] += (toRight[i] - coarse.right[i] + toBelow[i] - coarse.down[i]) / 2;
		}
		return new Sampling(across, downwards, fewer, first, toRight, toBelow, times(coarse.along, part), coarse.size, projection);
	}

	private static double[] times(double[] step, double factor) {
		return new double[] { step[0] * factor, step[1] * factor, step[2] * factor };
	}

	/** {@return the same in voxels that stand for several columns and rows} @param reduction how many, at least 1 */
	Sampling reduced(int reduction) {
		if (reduction == 1) {
			return this;
		}
		double part = 1.0 / reduction;
		return new Sampling(columns, rows, planes,
				new double[] { (start[0] + 0.5) * part - 0.5, (start[1] + 0.5) * part - 0.5, start[2] }, scaled(right, part),
				scaled(down, part), scaled(along, part),
				new int[] { reducedSize(size[0], reduction), reducedSize(size[1], reduction), size[2] }, projection);
	}

	static int reducedSize(int size, int reduction) {
		return (size + reduction - 1) / reduction;
	}

	private static double[] scaled(double[] step, double part) {
		return new double[] { step[0] * part, step[1] * part, step[2] };
	}

	/** {@return a coordinate, or the voxel on which it is but for rounding} */
	static double snapped(double place) {
		double nearest = Math.rint(place);
		return Math.abs(place - nearest) < NEAR ? nearest : place;
	}

	/** {@return a coordinate of a pixel} @param axis 0 for columns, 1 for rows, 2 for positions */
	double at(int axis, int i, int j, int s) {
		return start[axis] + i * right[axis] + j * down[axis] + s * along[axis];
	}

	/** {@return the first column of a row whose pixel lies from one image to the next, or one before it} @param from position of the image */
	int firstColumn(int j, int s, int from) {
		return bound(j, s, from, false);
	}

	/** {@return the column after the last one of these, or one after that; not above {@link #firstColumn} if there is none} */
	int endColumn(int j, int s, int from) {
		return bound(j, s, from, true);
	}

	private int bound(int j, int s, int from, boolean end) {
		double base = at(2, 0, j, s);
		double step = right[2];
		// the first and the last image reach half a voxel beyond their middle
		double low = from == 0 ? -0.5 : from;
		double high = from >= size[2] - 1 ? size[2] - 0.5 : from + 1;
		if (step == 0) {
			boolean inside = base >= low - NEAR && base <= high + NEAR;
			return inside && end ? columns : 0;
		}
		double one = (low - base) / step;
		double other = (high - base) / step;
		return (int) Math.max(0, Math.min(columns, end ? Math.floor(Math.max(one, other)) + 2 : Math.ceil(Math.min(one, other)) - 1));
	}

	/** {@return whether all pixels lie on images, none between two} */
	boolean isOnImages() {
		return isWhole(start[2]) && isWhole(right[2]) && isWhole(down[2]) && isWhole(along[2]);
	}

	/** {@return whether all pixels lie on voxels} */
	boolean isOnVoxels() {
		return Stream.of(start, right, down, along).flatMapToDouble(Arrays::stream).allMatch(Sampling::isWhole);
	}

	/** {@return the first column of a row whose pixel, on a voxel, lies within a number of columns or rows of the image} @param axis 0 for columns, 1 for rows */
	int firstVoxel(int axis, int j, int s, int count) {
		return (int) Math.max(0, Math.min(columns, bounds(axis, j, s, 0, count - 1.0)[0]));
	}

	/** {@return the column after the last one of these; not above the first if there is none} */
	int endVoxel(int axis, int j, int s, int count) {
		return (int) Math.max(0, Math.min(columns, bounds(axis, j, s, 0, count - 1.0)[1] + 1));
	}

	/**
	 * {@return the only plane of the slab that lies on an image, where all planes are parallel to images; else -1, also where none
	 * does}
	 *
	 * @param position of the image
	 */
	int onlyPlane(int position) {
		double plane = (position - start[2]) / along[2];
		return right[2] == 0 && down[2] == 0 && along[2] != 0 && isWhole(plane) && plane >= 0 && plane < planes ? (int) plane : -1;
	}

	/** {@return the first column of a row whose pixel, on a voxel, lies on an image} @param position of the image */
	int firstOn(int position, int j, int s) {
		return (int) Math.max(0, Math.min(columns, bounds(2, j, s, position, position)[0]));
	}

	/** {@return the column after the last one of these; not above the first if there is none} */
	int endOn(int position, int j, int s) {
		return (int) Math.max(0, Math.min(columns, bounds(2, j, s, position, position)[1] + 1));
	}

	/** {@return the first and the last column, between whole numbers, where a coordinate lies from one to another} */
	private double[] bounds(int axis, int j, int s, double low, double high) {
		double base = at(axis, 0, j, s);
		double step = right[axis];
		if (step == 0) {
			return base >= low && base <= high ? new double[] { 0, columns - 1.0 } : new double[] { 0, -1 };
		}
		double one = (low - base) / step;
		double other = (high - base) / step;
		return new double[] { Math.ceil(Math.min(one, other)), Math.floor(Math.max(one, other)) };
	}

	private static boolean isWhole(double value) {
		return value == Math.rint(value);
	}

	/** {@return the numbers of which all others follow: all where a coordinate changes with them, else the ends} */
	private static int[] numbers(int count, boolean all) {
		return all ? IntStream.range(0, count).toArray() : count == 1 ? new int[] { 0 } : new int[] { 0, count - 1 };
	}

	/**
	 * {@return the first and the last row that the pixels from one image to the next need of both; {@code null} if no pixel lies
	 * there}
	 *
	 * @param from position of the image
	 */
	int[] rowsFrom(int from) {
		double least = Double.POSITIVE_INFINITY;
		double most = Double.NEGATIVE_INFINITY;
		for (int s : numbers(planes, along[2] != 0)) {
			for (int j : numbers(rows, down[2] != 0)) {
				int first = firstColumn(j, s, from);
				int last = endColumn(j, s, from) - 1;
				if (first <= last) {
					double one = at(1, first, j, s);
					double other = at(1, last, j, s);
					least = Math.min(least, Math.min(one, other));
					most = Math.max(most, Math.max(one, other));
				}
			}
		}
		if (least > most || most < -0.5 - NEAR || least > size[1] - 0.5 + NEAR) {
			return null;
		}
		int first = (int) Math.max(0, Math.min(size[1] - 1.0, Math.floor(least + NEAR)));
		return new int[] { first, (int) Math.max(first, Math.min(size[1] - 1.0, Math.ceil(most - NEAR))) };
	}
}
