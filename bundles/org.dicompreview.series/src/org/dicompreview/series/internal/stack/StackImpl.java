package org.dicompreview.series.internal.stack;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.dicompreview.series.Axis;
import org.dicompreview.series.Finding;
import org.dicompreview.series.ImageFrame;
import org.dicompreview.series.Plane;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Vector3;
import org.dicompreview.series.internal.Directions;
import org.dicompreview.series.internal.Messages;
import org.dicompreview.series.internal.Numbers;
import org.dicompreview.series.spi.Arrangement;
import org.dicompreview.series.spi.FrameGroup;

/** A stack: its slices in one sorted array, in which places of the grid are looked up. */
final class StackImpl implements SliceStack {

	private static final int DECIMALS = 2;

	private final Series series;
	private final int index;
	private final String label;
	private final OptionalInt color;
	private final String rule;
	/** Whether positions are places in mm, be they along a normal or not. */
	private final boolean placed;
	private final boolean spatial;
	private final Axis positionAxis;
	private final List<Axis> axes;
	private final SliceImpl[] slices;
	private final String towards;
	private final String from;
	private List<Finding> findings;

	/** @param group what is arranged */
	StackImpl(Series series, int index, FrameGroup group, Arrangement order) {
		this.series = series;
		this.index = index;
		this.label = group.label();
		this.color = group.color();
		this.rule = order.rule();
		this.placed = order.spatial();
		this.positionAxis = order.positions();
		this.axes = order.axes();
		Optional<Plane> reference = reference(order);
		Vector3 normal = reference.map(Plane::normal).orElse(null);
		this.spatial = placed && normal != null;
		this.slices = order.places().stream().map(place -> slice(place, normal)).sorted().toArray(SliceImpl[]::new);
		boolean named = spatial && reference.orElseThrow().inPatient();
		this.towards = named ? Directions.letters(normal) : ""; //$NON-NLS-1$
		this.from = named ? Directions.letters(normal.times(-1)) : ""; //$NON-NLS-1$
	}

	/** {@return the plane whose normal gives the offsets; absent unless all planes are parallel} */
	private static Optional<Plane> reference(Arrangement order) {
		List<ImageFrame> frames = order.places().stream().map(Arrangement.Place::frame).toList();
		return Directions.parallel(frames) ? frames.get(0).plane() : Optional.empty();
	}

	private SliceImpl slice(Arrangement.Place place, Vector3 normal) {
		ImageFrame frame = place.frame();
		double offset = normal == null ? Double.NaN : frame.plane().orElseThrow().offset(normal);
		return new SliceImpl(this, frame.instance(), frame.frame(), offset, place.position(), place.coordinates());
	}

	@Override
	public Series series() {
		return series;
	}

	@Override
	public int index() {
		return index;
	}

	@Override
	public String label() {
		return label;
	}

	@Override
	public OptionalInt color() {
		return color;
	}

	@Override
	public String rule() {
		return rule;
	}

	@Override
	public List<Slice> slices() {
		return Collections.unmodifiableList(Arrays.asList(slices));
	}

	@Override
	public int positions() {
		return slices[slices.length - 1].position() + 1;
	}

	@Override
	public String positionName() {
		return positionAxis.name();
	}

	@Override
	public String positionLabel(int position) {
		Objects.checkIndex(position, positions());
		if (position < positionAxis.values().size()) {
			return positionAxis.values().get(position);
		}
		OptionalDouble offset = slices[firstAt(position)].offset();
		return offset.isPresent() ? Messages.text("millimetres", Numbers.format(offset.getAsDouble(), decimals())) //$NON-NLS-1$
				: Integer.toString(position + 1);
	}

	/** {@return decimals of an offset: two, more where the slices are closer than that on average} */
	private int decimals() {
		double depth = Math.abs(slices[slices.length - 1].offset().orElse(0) - slices[0].offset().orElse(0));
		return depth > 0 ? Numbers.decimals(depth / (positions() - 1), DECIMALS) : DECIMALS;
	}

	@Override
	public List<Axis> axes() {
		return axes;
	}

	@Override
	public Optional<Slice> slice(int position, int... coordinates) {
		Objects.checkIndex(position, positions());
		if (coordinates.length != axes.size()) {
			throw new IndexOutOfBoundsException(coordinates.length + " coordinates for " + axes.size() + " axes"); //$NON-NLS-1$ //$NON-NLS-2$
		}
		for (int i = 0; i < coordinates.length; i++) {
			Objects.checkIndex(coordinates[i], axes.get(i).size());
		}
		int low = 0;
		int high = slices.length - 1;
		while (low <= high) {
			int middle = (low + high) >>> 1;
			int order = slices[middle].compare(position, coordinates);
			if (order == 0) {
				return Optional.of(slices[middle]);
			}
			low = order < 0 ? middle + 1 : low;
			high = order < 0 ? high : middle - 1;
		}
		return Optional.empty();
	}

	/** {@return the index of the first slice at a position: every position has one} */
	private int firstAt(int position) {
		int low = 0;
		int high = slices.length - 1;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (slices[middle].position() < position) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}

	@Override
	public Slice start() {
		return slices[placed ? firstAt(positions() / 2) : 0];
	}

	@Override
	public boolean spatial() {
		return spatial;
	}

	@Override
	public String towards() {
		return towards;
	}

	@Override
	public String from() {
		return from;
	}

	@Override
	public synchronized List<Finding> findings() {
		if (findings == null) {
			findings = Diagnosis.of(this);
		}
		return findings;
	}

	@Override
	public String toString() {
		return label + " (" + slices.length + ')'; //$NON-NLS-1$
	}
}
