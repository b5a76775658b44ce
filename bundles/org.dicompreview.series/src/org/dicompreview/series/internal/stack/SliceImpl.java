package org.dicompreview.series.internal.stack;

import java.util.Optional;
import java.util.OptionalDouble;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.series.SeriesText;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;

/** A slice. There may be a million of them: no field that can be computed. */
final class SliceImpl implements Slice, Comparable<SliceImpl> {

	private final SliceStack stack;
	private final InstanceHeader instance;
	private final double offset;
	private final int frame;
	private final int position;
	private final int[] coordinates;

	/** @param offset mm along the normal, NaN without geometry */
	SliceImpl(SliceStack stack, InstanceHeader instance, int frame, double offset, int position, int[] coordinates) {
		this.stack = stack;
		this.instance = instance;
		this.frame = frame;
		this.offset = offset;
		this.position = position;
		this.coordinates = coordinates;
	}

	@Override
	public SliceStack stack() {
		return stack;
	}

	@Override
	public InstanceHeader instance() {
		return instance;
	}

	@Override
	public int frame() {
		return frame;
	}

	@Override
	public OptionalDouble offset() {
		return Double.isNaN(offset) ? OptionalDouble.empty() : OptionalDouble.of(offset);
	}

	@Override
	public int position() {
		return position;
	}

	@Override
	public int coordinate(int axis) {
		return coordinates[axis];
	}

	@Override
	public Optional<Problem> problem() {
		if (instance.integer(Tag.ROWS).orElse(0) <= 0 || instance.integer(Tag.COLUMNS).orElse(0) <= 0) {
			return Optional.of(Problem.of(SeriesText.NO_IMAGE_SIZE));
		}
		return frame < instance.frameCount() ? Optional.empty()
				: Optional.of(Problem.of(SeriesText.ENDS_BEFORE_FRAME));
	}

	@Override
	public int compareTo(SliceImpl other) {
		return compare(other.position, other.coordinates);
	}

	/** Compares the place of this slice with another one: position first, then each axis in turn. */
	int compare(int otherPosition, int[] otherCoordinates) {
		int order = Integer.compare(position, otherPosition);
		for (int i = 0; order == 0 && i < coordinates.length; i++) {
			order = Integer.compare(coordinates[i], otherCoordinates[i]);
		}
		return order;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Slice slice && frame == slice.frame() && instance.equals(slice.instance());
	}

	@Override
	public int hashCode() {
		return 31 * instance.hashCode() + frame;
	}

	@Override
	public String toString() {
		return instance.location() + " #" + (frame + 1); //$NON-NLS-1$
	}
}
