package org.dicompreview.rendering.planes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.Slice;

/**
 * One picture of another plane. Its instance is made up: the attributes of the nearest image with what the picture has
 * otherwise, and a key in place of a SOP Instance UID from which it can be found again. Two are equal if they are the same
 * picture of the same stack. Immutable.
 *
 * @since 0.1.0
 */
public final class ReformattedSlice implements Slice {

	private final ReformattedStack stack;
	private final int position;
	private final int[] coordinates;
	private volatile ReformattedHeader header;

	ReformattedSlice(ReformattedStack stack, int position, int... coordinates) {
		this.stack = stack;
		this.position = position;
		this.coordinates = coordinates.clone();
	}

	@Override
	public ReformattedStack stack() {
		return stack;
	}

	@Override
	public InstanceHeader instance() {
		ReformattedHeader known = header;
		if (known == null) {
			known = new ReformattedHeader(this, nearest());
			header = known;
		}
		return known;
	}

	/** {@return the image that lies nearest to the middle of the picture} */
	private Slice nearest() {
		double middle = stack.grid().voxel(stack.firstPixel(position).plus(stack.rightStep().times((stack.columns() - 1) / 2.0))
				.plus(stack.downStep().times((stack.rows() - 1) / 2.0)))[2];
		int index = (int) Math.max(0, Math.min(stack.grid().slices() - 1.0, Math.rint(middle)));
		return source(index).orElseGet(() -> stack.source().start());
	}

	/** {@return the images that the picture is made of, each at its position; absent in a gap} */
	public Optional<Slice> source(int index) {
		return stack.source().slice(index, coordinates);
	}

	/** {@return whether two pictures are made of the same images} */
	public boolean sharesImages(ReformattedSlice other) {
		return stack.source() == other.stack.source() && Arrays.equals(coordinates, other.coordinates);
	}

	/** {@return the images of which this picture and those beside it are made, in their order} */
	public List<Slice> sources() {
		return IntStream.range(0, stack.grid().slices()).mapToObj(this::source).flatMap(Optional::stream).toList();
	}

	@Override
	public int frame() {
		return 0;
	}

	@Override
	public OptionalDouble offset() {
		return OptionalDouble.of(stack.offset(position));
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
		return Optional.empty();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof ReformattedSlice slice && position == slice.position && sharesImages(slice)
				&& stack.reformat().equals(slice.stack.reformat());
	}

	@Override
	public int hashCode() {
		return 31 * (31 * position + Arrays.hashCode(coordinates)) + stack.reformat().hashCode();
	}

	@Override
	public String toString() {
		return stack.label() + ' ' + stack.positionLabel(position);
	}
}
