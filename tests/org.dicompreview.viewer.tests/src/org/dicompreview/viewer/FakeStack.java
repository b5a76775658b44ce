package org.dicompreview.viewer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.Axis;
import org.dicompreview.series.Finding;
import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;

/** A stack on a grid, without files; offsets are 10 mm apart from -20 mm on. */
public final class FakeStack implements SliceStack {

	private record FakeSlice(SliceStack stack, int position, List<Integer> coordinates) implements Slice {
		@Override
		public InstanceHeader instance() {
			throw new UnsupportedOperationException("a slice without a file"); //$NON-NLS-1$
		}

		@Override
		public int frame() {
			return 0;
		}

		@Override
		public OptionalDouble offset() {
			return OptionalDouble.of(-20 + 10 * position);
		}

		@Override
		public int coordinate(int axis) {
			return coordinates.get(axis);
		}

		@Override
		public Optional<Problem> problem() {
			return Optional.empty();
		}

		@Override
		public Optional<ImagePlane> imagePlane() {
			return Optional.empty();
		}
	}

	private final int positions;
	private final List<Axis> axes;
	private final Set<List<Integer>> gaps;

	/**
	 * @param positions number of positions
	 * @param axes      further axes
	 * @param gaps      places without a slice: position, then coordinates
	 */
	public FakeStack(int positions, List<Axis> axes, Set<List<Integer>> gaps) {
		this.positions = positions;
		this.axes = axes;
		this.gaps = gaps;
	}

	@Override
	public Optional<Slice> slice(int position, int... coordinates) {
		List<Integer> place = new ArrayList<>(List.of(position));
		Arrays.stream(coordinates).forEach(place::add);
		return gaps.contains(place) ? Optional.empty()
				: Optional.of(new FakeSlice(this, position, place.subList(1, place.size())));
	}

	@Override
	public int positions() {
		return positions;
	}

	@Override
	public List<Axis> axes() {
		return axes;
	}

	@Override
	public String towards() {
		return "H"; //$NON-NLS-1$
	}

	@Override
	public String from() {
		return "F"; //$NON-NLS-1$
	}

	@Override
	public Series series() {
		throw new UnsupportedOperationException("a stack without a series"); //$NON-NLS-1$
	}

	@Override
	public int index() {
		return 0;
	}

	@Override
	public String label() {
		return "fake"; //$NON-NLS-1$
	}

	@Override
	public String rule() {
		return "position along normal"; //$NON-NLS-1$
	}

	@Override
	public List<Slice> slices() {
		throw new UnsupportedOperationException("asked by grid only"); //$NON-NLS-1$
	}

	@Override
	public Slice start() {
		return slice(positions / 2, new int[axes.size()]).orElseThrow();
	}

	@Override
	public boolean spatial() {
		return true;
	}

	@Override
	public String positionName() {
		return "position"; //$NON-NLS-1$
	}

	@Override
	public String positionLabel(int position) {
		return Integer.toString(position);
	}

	@Override
	public List<Finding> findings() {
		return List.of();
	}
}
