package org.dicompreview.rendering;

import java.util.Objects;
import java.util.Optional;

import org.dicompreview.dicom.Tag;
import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Slice;
import org.dicompreview.series.Vector3;

/**
 * What a cut through a stack takes of each slice: the rows or columns of a slab across it, reduced to one line of values. The
 * lines of all slices side by side are the cut. Immutable.
 *
 * @param kept       which way the line runs
 * @param from       where the slab begins as a part of the frame in the other direction, 0 for its first row or column
 * @param to         where it ends, above {@code from}, at most 1
 * @param projection how the values of a row or column become one
 * @since 0.1.0
 */
public record Slab(Direction kept, double from, double to, Projection projection) {

	/** Which way a line runs. */
	public enum Direction {
		/** Along the rows: one value for each column. */
		COLUMNS,
		/** Along the columns: one value for each row. */
		ROWS
	}

	/** How many values become one; padding, and values that are no numbers, do not count. */
	public enum Projection {
		/** Their arithmetic mean. */
		AVERAGE,
		/** The highest one. */
		MAXIMUM,
		/** The lowest one. */
		MINIMUM
	}

	/** Which plane of the patient a cut lies in. */
	public enum Anatomy {
		/** Across the long axis of the body. */
		AXIAL,
		/** From one side to the other, from head to feet. */
		CORONAL,
		/** From front to back, from head to feet. */
		SAGITTAL
	}

	/** Thickness in mm of what is averaged: about that of the structures that shall stay apart. */
	private static final double THICKNESS = 10;
	/** A direction that is less than 45 degrees from an axis of the patient. */
	private static final double DOMINANT = Math.sqrt(0.5);

	/** Checks ranges. */
	public Slab {
		Objects.requireNonNull(kept);
		Objects.requireNonNull(projection);
		if (!(from >= 0) || !(to > from) || !(to <= 1)) {
			throw new IllegalArgumentException("slab from " + from + " to " + to); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	/**
	 * {@return the slab for a cut through the stack of a slice, in the middle of it; absent where the slice has no geometry}
	 * Where nobody chooses, the cut keeps the direction from head to feet, or else that from right to left, so that an axial
	 * stack gives a coronal cut; and it shows the maximum of nuclear medicine, angiography and segmentations, the average of
	 * anything else. A maximum is taken over all of the slice, anything else over 10 mm.
	 *
	 * @param slice      any slice of the stack
	 * @param direction  which way the line runs; absent to choose by the geometry
	 * @param projection how values become one; absent to choose by the modality
	 */
	public static Optional<Slab> of(Slice slice, Optional<Direction> direction, Optional<Projection> projection) {
		return slice.imagePlane().map(plane -> {
			Direction kept = direction.orElseGet(() -> natural(plane));
			Projection by = projection.orElseGet(() -> natural(slice));
			double extent = kept == Direction.COLUMNS ? plane.rows() * plane.rowSpacing()
					: plane.columns() * plane.columnSpacing();
			double half = by == Projection.MAXIMUM ? 0.5 : Math.min(0.5, THICKNESS / extent / 2);
			return new Slab(kept, 0.5 - half, 0.5 + half, by);
		});
	}

	private static Direction natural(ImagePlane plane) {
		Vector3 row = plane.plane().row();
		Vector3 column = plane.plane().column();
		if (Math.abs(column.z()) > DOMINANT) {
			return Direction.ROWS;
		}
		return Math.abs(row.z()) > DOMINANT || Math.abs(row.x()) >= Math.abs(column.x()) ? Direction.COLUMNS : Direction.ROWS;
	}

	private static Projection natural(Slice slice) {
		boolean bright = switch (slice.instance().string(Tag.MODALITY).orElse("")) { //$NON-NLS-1$
			case "PT", "NM", "SEG", "XA" -> true; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			default -> "Y".equals(slice.attributes().string(Tag.ANGIO_FLAG).orElse("")); //$NON-NLS-1$ //$NON-NLS-2$
		};
		return bright ? Projection.MAXIMUM : Projection.AVERAGE;
	}

	/** {@return the plane that the cut through slices like this one is nearest to} */
	public Anatomy anatomy(ImagePlane plane) {
		Vector3 across = kept == Direction.COLUMNS ? plane.plane().column() : plane.plane().row();
		double x = Math.abs(across.x());
		double y = Math.abs(across.y());
		double z = Math.abs(across.z());
		return z > x && z > y ? Anatomy.AXIAL : x > y ? Anatomy.SAGITTAL : Anatomy.CORONAL;
	}

	/** {@return the first row or column of the slab} @param count how many the frame has, at least 1 */
	public int first(int count) {
		return Math.min(count - 1, (int) Math.round(from * count));
	}

	/** {@return the row or column after the last one of the slab, at least one after the first} @param count how many there are */
	public int end(int count) {
		return Math.max(first(count) + 1, (int) Math.round(to * count));
	}
}
