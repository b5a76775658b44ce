package org.dicompreview.series;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;

/**
 * Where each pixel of a frame lies in space: its plane with spacing, size and frame of reference (PS3.3 C.7.6.2, C.7.4.1).
 * Columns and rows are places in the image, pixel n reaching from n to n + 1, so that the centre of the first pixel is at
 * 0.5, 0.5. Immutable.
 *
 * @param plane            position of the first pixel and directions
 * @param rowSpacing       from one row to the next in mm, above 0
 * @param columnSpacing    from one column to the next in mm, above 0
 * @param columns          width of the image, at least 1
 * @param rows             height of the image, at least 1
 * @param frameOfReference Frame of Reference UID; empty text where none is stated
 * @since 0.1
 */
public record ImagePlane(Plane plane, double rowSpacing, double columnSpacing, int columns, int rows,
		String frameOfReference) {

	/** Planes that differ by less than a degree have no line in common that would mean anything. */
	private static final double PARALLEL = Math.sin(Math.toRadians(1));
	/** A line shorter than this, in pixels, is a point. */
	private static final double SHORTEST = 1e-6;

	/**
	 * A point of space as the image sees it.
	 *
	 * @param column   of its foot on the plane, also beside the image
	 * @param row      of its foot on the plane
	 * @param distance from the plane in mm, above 0 on the side of the normal
	 */
	public record Place(double column, double row, double distance) {
	}

	/**
	 * A straight line on the image.
	 *
	 * @param column1 of its first end
	 * @param row1    of its first end
	 * @param column2 of its second end
	 * @param row2    of its second end
	 */
	public record Line(double column1, double row1, double column2, double row2) {
	}

	/** Checks ranges. */
	public ImagePlane {
		Objects.requireNonNull(plane);
		Objects.requireNonNull(frameOfReference);
		if (!(rowSpacing > 0) || !(columnSpacing > 0) || columns < 1 || rows < 1) {
			throw new IllegalArgumentException(
					columns + " x " + rows + " pixels, " + columnSpacing + " x " + rowSpacing + " mm"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		}
	}

	/**
	 * {@return where a frame lies; absent where its plane, Pixel Spacing or size is missing or makes no sense}
	 *
	 * @param instance an instance with pixels
	 * @param frame    the frame, from 0
	 */
	public static Optional<ImagePlane> of(InstanceHeader instance, int frame) {
		ImageFrame image = new ImageFrame(instance, frame);
		double[] spacing = image.attributes().numbers(Tag.PIXEL_SPACING);
		int columns = instance.integer(Tag.COLUMNS).orElse(0);
		int rows = instance.integer(Tag.ROWS).orElse(0);
		if (spacing.length != 2 || !(spacing[0] > 0) || !(spacing[1] > 0) || columns < 1 || rows < 1) {
			return Optional.empty();
		}
		return image.plane().map(plane -> new ImagePlane(plane, spacing[0], spacing[1], columns, rows,
				image.attributes().string(Tag.FRAME_OF_REFERENCE_UID).orElse(""))); //$NON-NLS-1$
	}

	/** {@return whether points of one are points of the other} */
	public boolean sharesFrameOfReference(ImagePlane other) {
		return !frameOfReference.isEmpty() && frameOfReference.equals(other.frameOfReference)
				&& plane.inPatient() == other.plane.inPatient();
	}

	/** {@return the point in mm at a place of the image (PS3.3 C.7.6.2.1.1)} @param column of the place @param row of the place */
	public Vector3 point(double column, double row) {
		return plane.position().plus(across().times(column - 0.5)).plus(down().times(row - 0.5));
	}

	/** {@return the place of the image that a point in mm lies above or below} */
	public Place place(Vector3 point) {
		Vector3 across = across();
		Vector3 down = down();
		Vector3 way = point.minus(plane.position());
		// directions are only about perpendicular: the equations of least squares are exact for all of them
		double aa = across.dot(across);
		double ad = across.dot(down);
		double dd = down.dot(down);
		double determinant = aa * dd - ad * ad;
		double a = way.dot(across);
		double d = way.dot(down);
		return new Place((a * dd - d * ad) / determinant + 0.5, (d * aa - a * ad) / determinant + 0.5,
				way.dot(unitNormal()));
	}

	/** {@return whether a place lies on the image} */
	public boolean contains(Place place) {
		return place.column() >= 0 && place.column() < columns && place.row() >= 0 && place.row() < rows;
	}

	/**
	 * {@return the line along which another image cuts this one, where both have pixels; absent for planes that are parallel
	 * up to a degree, that do not meet, or that lie in different frames of reference}
	 *
	 * @param other the other image
	 */
	public Optional<Line> intersection(ImagePlane other) {
		if (!sharesFrameOfReference(other) || unitNormal().cross(other.unitNormal()).length() < PARALLEL) {
			return Optional.empty();
		}
		Place[] corners = { place(other.point(0, 0)), place(other.point(other.columns, 0)),
				place(other.point(other.columns, other.rows)), place(other.point(0, other.rows)) };
		double[] ends = new double[4];
		int found = 0;
		for (int i = 0; i < corners.length; i++) {
			Place a = corners[i];
			Place b = corners[(i + 1) % corners.length];
			if (a.distance() >= 0 != b.distance() >= 0) {
				double part = a.distance() / (a.distance() - b.distance());
				ends[found++] = a.column() + part * (b.column() - a.column());
				ends[found++] = a.row() + part * (b.row() - a.row());
			}
		}
		return found < ends.length ? Optional.empty() : clipped(ends);
	}

	private Optional<Line> clipped(double[] ends) {
		double columnLength = ends[2] - ends[0];
		double rowLength = ends[3] - ends[1];
		double[] part = { 0, 1 };
		clip(ends[0], columnLength, columns, part);
		clip(ends[1], rowLength, rows, part);
		if (!(Math.hypot(columnLength, rowLength) * (part[1] - part[0]) > SHORTEST)) {
			return Optional.empty();
		}
		return Optional.of(new Line(ends[0] + part[0] * columnLength, ends[1] + part[0] * rowLength,
				ends[0] + part[1] * columnLength, ends[1] + part[1] * rowLength));
	}

	/** Narrows the part of a line that lies between 0 and an end. */
	private static void clip(double start, double length, double end, double[] part) {
		if (length == 0) {
			if (start < 0 || start > end) {
				part[1] = -1;
			}
			return;
		}
		double a = -start / length;
		double b = (end - start) / length;
		part[0] = Math.max(part[0], Math.min(a, b));
		part[1] = Math.min(part[1], Math.max(a, b));
	}

	/**
	 * {@return the index of the slice that lies nearest to a point of this frame of reference; the first of those that are
	 * equally near; empty if the slices have no geometry or another frame of reference}
	 *
	 * @param slices slices of one stack
	 * @param point  the point in mm
	 */
	public OptionalInt nearest(List<Slice> slices, Vector3 point) {
		Optional<ImagePlane> first = slices.isEmpty() ? Optional.empty() : slices.get(0).imagePlane();
		if (first.filter(this::sharesFrameOfReference).isEmpty()) {
			return OptionalInt.empty();
		}
		boolean parallel = slices.stream().allMatch(slice -> slice.offset().isPresent());
		Vector3 normal = first.get().plane.normal();
		double offset = point.dot(normal);
		int nearest = -1;
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i < slices.size(); i++) {
			Slice slice = slices.get(i);
			double distance = parallel ? Math.abs(slice.offset().getAsDouble() - offset)
					: slice.imagePlane().map(plane -> plane.distance(point)).orElse(Double.POSITIVE_INFINITY);
			if (distance < least) {
				least = distance;
				nearest = i;
			}
		}
		return nearest < 0 ? OptionalInt.empty() : OptionalInt.of(nearest);
	}

	/** {@return the distance of a point from the image in mm, also from its rim} */
	public double distance(Vector3 point) {
		Place place = place(point);
		double column = Math.max(0, Math.min(columns, place.column()));
		double row = Math.max(0, Math.min(rows, place.row()));
		return point.minus(point(column, row)).length();
	}

	private Vector3 across() {
		return plane.row().times(columnSpacing);
	}

	private Vector3 down() {
		return plane.column().times(rowSpacing);
	}

	private Vector3 unitNormal() {
		Vector3 normal = plane.normal();
		return normal.times(1 / normal.length());
	}
}
