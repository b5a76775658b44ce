package org.dicompreview.rendering.planes;

import java.util.Objects;

import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Vector3;

/**
 * The regular grid on which the pixels of a stack lie, perhaps sheared as with a tilted gantry. Voxels are counted from 0 by
 * column, row and position; whole numbers are their centres. Immutable.
 *
 * @param origin           centre of the first pixel of the first image in mm
 * @param column           from one column to the next in mm
 * @param row              from one row to the next in mm
 * @param slice            from one image to the next in mm, about along the normal or askew
 * @param columns          columns of each image, at least 1
 * @param rows             rows of each image, at least 1
 * @param slices           number of images, at least 2
 * @param inPatient        whether the axes are those of the patient
 * @param frameOfReference Frame of Reference UID; empty text where none is stated
 * @since 0.1.0
 */
public record VolumeGrid(Vector3 origin, Vector3 column, Vector3 row, Vector3 slice, int columns, int rows, int slices,
		boolean inPatient, String frameOfReference) {

	/** Checks that the grid fills space. */
	public VolumeGrid {
		Objects.requireNonNull(frameOfReference);
		if (columns < 1 || rows < 1 || slices < 2 || !(Math.abs(column.cross(row).dot(slice)) > 0)) {
			throw new IllegalArgumentException("grid of " + columns + " x " + rows + " x " + slices); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		}
	}

	/** {@return the grid of images that lie side by side} @param first the first of them @param last the last @param slices how many */
	static VolumeGrid of(ImagePlane first, ImagePlane last, int slices) {
		return new VolumeGrid(first.plane().position(), first.plane().row().times(first.columnSpacing()),
				first.plane().column().times(first.rowSpacing()),
				last.plane().position().minus(first.plane().position()).times(1.0 / (slices - 1)), first.columns(), first.rows(),
				slices, first.plane().inPatient(), first.frameOfReference());
	}

	/** {@return the place in mm of a voxel, or of a place between voxels} */
	public Vector3 point(double x, double y, double z) {
		return origin.plus(column.times(x)).plus(row.times(y)).plus(slice.times(z));
	}

	/** {@return column, row and position of a place in mm, also between and beside voxels} */
	public double[] voxel(Vector3 point) {
		return along(point.minus(origin));
	}

	/** {@return a way in mm as columns, rows and positions} */
	public double[] along(Vector3 way) {
		double volume = column.cross(row).dot(slice);
		return new double[] { row.cross(slice).dot(way) / volume, slice.cross(column).dot(way) / volume,
				column.cross(row).dot(way) / volume };
	}

	/** {@return the shortest way in mm from one voxel to the next} */
	double leastSpacing() {
		return Math.min(Math.min(column.length(), row.length()), slice.length());
	}
}
