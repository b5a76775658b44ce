package org.dicompreview.viewer;

import java.util.Optional;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.Plane;
import org.dicompreview.series.Slice;
import org.dicompreview.series.Vector;

/**
 * Where the pixels of a slice lie in its frame of reference (PS3.3 C.7.6.2.1.1), in mm. Immutable.
 *
 * @param plane            position and directions
 * @param columnSpacing    from the centre of one column to the next, above 0
 * @param rowSpacing       from the centre of one row to the next, above 0
 * @param columns          number of columns of the slice
 * @param rows             number of rows of the slice
 * @param frameOfReference Frame of Reference UID; empty text if there is none
 * @since 0.1
 */
public record SlicePlane(Plane plane, double columnSpacing, double rowSpacing, int columns, int rows, String frameOfReference) {

	/** {@return the plane of a slice; absent without position, orientation or Pixel Spacing} */
	public static Optional<SlicePlane> of(Slice slice) {
		ImageFrame frame = new ImageFrame(slice.instance(), slice.frame());
		Attributes attributes = frame.attributes();
		double[] spacing = attributes.numbers(Tag.PIXEL_SPACING);
		int columns = attributes.integer(Tag.COLUMNS).orElse(0);
		int rows = attributes.integer(Tag.ROWS).orElse(0);
		if (spacing.length != 2 || !(spacing[0] > 0) || !(spacing[1] > 0) || columns < 1 || rows < 1) {
			return Optional.empty();
		}
		String reference = attributes.string(Tag.FRAME_OF_REFERENCE_UID).orElse(""); //$NON-NLS-1$
		return frame.plane().map(plane -> new SlicePlane(plane, spacing[1], spacing[0], columns, rows, reference));
	}

	/** {@return whether another slice lies in the same frame of reference, so that places of one are places of the other} */
	public boolean sharesFrameOfReference(SlicePlane other) {
		return !frameOfReference.isEmpty() && frameOfReference.equals(other.frameOfReference)
				&& plane.inPatient() == other.plane.inPatient();
	}

	/** {@return where a place in the image lies: x to the left of the patient, y to the back, z to the head} */
	public Vector at(ImagePoint point) {
		return plane.position().plus(plane.row().times((point.column() - 0.5) * columnSpacing))
				.plus(plane.column().times((point.row() - 0.5) * rowSpacing));
	}

	/** {@return the place in the image that is nearest to a place, seen along the normal; may lie beside the image} */
	public ImagePoint project(Vector place) {
		Vector fromFirst = place.minus(plane.position());
		return new ImagePoint(fromFirst.dot(plane.row()) / columnSpacing + 0.5,
				fromFirst.dot(plane.column()) / rowSpacing + 0.5);
	}

	/** {@return how far a place lies before the plane along its normal, in mm; negative behind it} */
	public double distance(Vector place) {
		return place.minus(plane.position()).dot(plane.normal());
	}

	/** {@return whether a place in the image is one of its pixels} */
	public boolean contains(ImagePoint point) {
		return point.column() >= 0 && point.column() < columns && point.row() >= 0 && point.row() < rows;
	}
}
