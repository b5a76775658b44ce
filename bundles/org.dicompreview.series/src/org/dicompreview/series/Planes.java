package org.dicompreview.series;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dicompreview.dicom.Attributes;
import org.dicompreview.dicom.Tag;

/** Finds the plane of a frame. Values that make no sense (zero or parallel directions, five numbers) count as none. */
final class Planes {

	/** Beyond 10 km from the origin a position is nonsense. */
	private static final double FARTHEST = 1e7;
	/** How far a direction may be from a unit vector: files round, some to two digits. */
	private static final double UNIT_TOLERANCE = 0.02;

	private Planes() {
	}

	/** {@return the plane of a frame; absent without usable geometry} */
	static Optional<Plane> of(ImageFrame frame) {
		Attributes attributes = frame.attributes();
		Optional<Plane> plane = read(attributes, Tag.IMAGE_POSITION_PATIENT, Tag.IMAGE_ORIENTATION_PATIENT, true);
		if (plane.isPresent()) {
			return shifted(frame, plane.get());
		}
		plane = read(attributes, Tag.IMAGE_POSITION_VOLUME, Tag.IMAGE_ORIENTATION_VOLUME, false);
		return plane.isPresent() ? plane : nuclear(frame);
	}

	private static Optional<Plane> read(Attributes attributes, int positionTag, int orientationTag, boolean inPatient) {
		Optional<Vector3> position = position(attributes, positionTag);
		double[] orientation = attributes.numbers(orientationTag);
		if (position.isEmpty() || orientation.length != 6) {
			return Optional.empty();
		}
		Vector3 origin = position.get();
		Vector3 row = unit(new Vector3(orientation[0], orientation[1], orientation[2]));
		Vector3 column = unit(new Vector3(orientation[3], orientation[4], orientation[5]));
		return row.cross(column).length() > 0.5 ? Optional.of(new Plane(origin, row, column, inPatient))
				: Optional.empty();
	}

	/**
	 * {@return a position in mm; absent where it is missing or makes no sense}
	 *
	 * @param attributes the attributes of a frame
	 * @param tag        Image Position (Patient) or (Volume)
	 */
	static Optional<Vector3> position(Attributes attributes, int tag) {
		double[] numbers = attributes.numbers(tag);
		return Optional.of(numbers).filter(three -> three.length == 3)
				.map(three -> new Vector3(three[0], three[1], three[2])).filter(place -> place.length() < FARTHEST);
	}

	/** Keeps what is a unit vector but for rounding, so that offsets are what the numbers of the file say. */
	private static Vector3 unit(Vector3 direction) {
		double length = direction.length();
		if (Math.abs(length - 1) <= UNIT_TOLERANCE || !(length > 1e-3)) {
			return direction;
		}
		return direction.times(1 / length);
	}

	/** Frames of an RT Dose share one position; Grid Frame Offset Vector moves each along the normal (C.8.8.3). */
	private static Optional<Plane> shifted(ImageFrame frame, Plane plane) {
		if (frame.instance().frameCount() < 2) {
			return Optional.of(plane);
		}
		OptionalDouble offset = frame.element(Tag.GRID_FRAME_OFFSET_VECTOR);
		if (offset.isEmpty()) {
			return Optional.of(plane);
		}
		// relative offsets begin with 0, absolute ones with the position of the first frame: differences suit both
		double first = frame.firstElement(Tag.GRID_FRAME_OFFSET_VECTOR).getAsDouble();
		return Optional.of(along(plane, offset.getAsDouble() - first));
	}

	/** Reconstructed Nuclear Medicine keeps the first plane with the detector and numbers the slices (C.8.4.15). */
	private static Optional<Plane> nuclear(ImageFrame frame) {
		Attributes attributes = frame.attributes();
		OptionalDouble slice = frame.element(Tag.SLICE_VECTOR);
		OptionalDouble spacing = attributes.number(Tag.SPACING_BETWEEN_SLICES);
		List<Attributes> detectors = attributes.items(Tag.DETECTOR_INFORMATION_SEQUENCE);
		if (slice.isEmpty() || spacing.isEmpty() || detectors.isEmpty()) {
			return Optional.empty();
		}
		double shift = (slice.getAsDouble() - 1) * spacing.getAsDouble();
		return read(detectors.get(0), Tag.IMAGE_POSITION_PATIENT, Tag.IMAGE_ORIENTATION_PATIENT, true)
				.map(plane -> along(plane, shift));
	}

	private static Plane along(Plane plane, double millimetres) {
		Vector3 position = plane.position().plus(plane.normal().times(millimetres));
		return new Plane(position, plane.row(), plane.column(), plane.inPatient());
	}
}
