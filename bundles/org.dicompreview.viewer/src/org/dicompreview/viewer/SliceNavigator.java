package org.dicompreview.viewer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

import org.dicompreview.series.Playback;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;

/**
 * Where the slider stands: a place in the grid of a stack. Indices count along the slider from 0, so that 0 is its left
 * end whether the order is reversed or not. Moved by its {@link ViewportModel} only. Plain data for the UI thread, without
 * widgets.
 *
 * @since 0.1
 */
public final class SliceNavigator {

	/** Position axes whose labels say no more than the number of the slice. */
	private static final Set<String> COUNTED = Set.of("image", "frame", "tile"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	private SliceStack stack;
	private int position;
	private int[] coordinates = {};
	private boolean reversed;
	/** Which axis was moved last and so is the path that is followed: a further one or the positions. */
	private int running = Playback.POSITION;
	private List<Slice> path = List.of();
	/** Index in the path of each place along the running axis, -1 in a gap. */
	private int[] steps = {};

	SliceNavigator() {
		// Made by the model.
	}

	/** Shows a stack from a slice of it on. */
	void show(SliceStack newStack, Slice start) {
		stack = newStack;
		position = start.position();
		coordinates = new int[newStack.axes().size()];
		Arrays.setAll(coordinates, start::coordinate);
		follow(Playback.POSITION);
	}

	/** Shows nothing. */
	void clear() {
		stack = null;
		position = 0;
		coordinates = new int[0];
		path = List.of();
		steps = new int[0];
	}

	/** {@return the stack on show; absent if nothing is shown} */
	public Optional<SliceStack> stack() {
		return Optional.ofNullable(stack);
	}

	/** {@return number of places on the slider, 0 when nothing is shown} */
	public int count() {
		return stack == null ? 0 : stack.positions();
	}

	/** {@return where the slider stands, from 0 at its left end} */
	public int index() {
		return toIndex(position);
	}

	/** {@return where a position of the stack is on the slider} */
	int indexOf(int place) {
		return toIndex(place);
	}

	/** Moves the slider; out of range values go to the nearer end. {@return whether it moved} */
	boolean moveTo(int index) {
		int target = toIndex(Math.max(0, Math.min(index, count() - 1)));
		if (stack == null || target == position) {
			return false;
		}
		position = target;
		if (running != Playback.POSITION) {
			follow(Playback.POSITION);
		}
		return true;
	}

	/** {@return where the stack stands along a further axis or, for {@link Playback#POSITION}, its positions} */
	public int place(int axis) {
		return axis == Playback.POSITION ? position : coordinates[axis];
	}

	/** Moves in the order of the stack, whichever way the slider runs. {@return whether it moved} */
	boolean moveToPlace(int axis, int place) {
		return axis == Playback.POSITION ? moveTo(toIndex(place)) : moveAxis(axis, place);
	}

	/** {@return where the stack stands along a further axis} @param axis index among {@link SliceStack#axes()} */
	public int coordinate(int axis) {
		return coordinates[axis];
	}

	/** Moves along a further axis. {@return whether it moved} */
	boolean moveAxis(int axis, int index) {
		int target = Math.max(0, Math.min(index, stack.axes().get(axis).size() - 1));
		if (target == coordinates[axis]) {
			return false;
		}
		coordinates[axis] = target;
		if (running != axis) {
			follow(axis);
		}
		return true;
	}

	/** {@return whether the left end of the slider is the end of the stack} */
	public boolean reversed() {
		return reversed;
	}

	void setReversed(boolean reversed) {
		this.reversed = reversed;
		follow(Playback.POSITION);
	}

	/** {@return the slice here; absent where the grid has a gap} */
	public Optional<Slice> current() {
		return stack == null ? Optional.empty() : stack.slice(position, coordinates);
	}

	/**
	 * {@return the slices along the axis that was moved last, without gaps: from the left end of the slider to the right,
	 * or in the order of a further axis}
	 */
	public List<Slice> path() {
		return path;
	}

	/** {@return index of the current slice in {@link #path()}, or -1 in a gap} */
	public int pathIndex() {
		return stack == null ? -1 : steps[running == Playback.POSITION ? index() : coordinates[running]];
	}

	/**
	 * {@return the indices of the slider that hold these slices of the path; none while a further axis is moved, for then
	 * the path has but one slice on the slider}
	 */
	public BitSet onSlider(BitSet ofPath) {
		BitSet places = new BitSet();
		for (int i = 0; running == Playback.POSITION && i < steps.length; i++) {
			places.set(i, steps[i] >= 0 && ofPath.get(steps[i]));
		}
		return places;
	}

	/** {@return the slices at the ends of the slider, next to a gap where there is one; both the same if there is but one} */
	public List<Slice> ends() {
		return Stream.of(end(0, 1), end(count() - 1, -1)).flatMap(Optional::stream).toList();
	}

	/** {@return offset in mm at the left end of the slider} */
	public OptionalDouble leftOffset() {
		return offset(0, 1);
	}

	/** {@return offset in mm at the right end of the slider} */
	public OptionalDouble rightOffset() {
		return offset(count() - 1, -1);
	}

	private OptionalDouble offset(int from, int way) {
		return end(from, way).map(Slice::offset).orElse(OptionalDouble.empty());
	}

	private Optional<Slice> end(int from, int way) {
		for (int i = from; i >= 0 && i < count(); i += way) {
			Optional<Slice> slice = stack.slice(toIndex(i), coordinates);
			if (slice.isPresent()) {
				return slice;
			}
		}
		return Optional.empty();
	}

	/** {@return letters of the direction in which the current slice lies from the origin} */
	public String letters() {
		OptionalDouble offset = current().map(Slice::offset).orElse(OptionalDouble.empty());
		return offset.isEmpty() ? "" : offset.getAsDouble() < 0 ? stack.from() : stack.towards(); //$NON-NLS-1$
	}

	/** {@return what stands at the left end of a slider that is no place in the patient, for example a time} */
	public String leftLabel() {
		return label(0);
	}

	/** {@return what stands at the right end of a slider that is no place in the patient} */
	public String rightLabel() {
		return label(count() - 1);
	}

	private String label(int index) {
		boolean says = stack != null && !stack.spatial() && !COUNTED.contains(stack.positionName());
		return says ? stack.positionLabel(toIndex(index)) : ""; //$NON-NLS-1$
	}

	/** {@return letters of the direction at the left end} */
	public String leftLetters() {
		return stack == null ? "" : reversed ? stack.towards() : stack.from(); //$NON-NLS-1$
	}

	/** {@return letters of the direction at the right end} */
	public String rightLetters() {
		return stack == null ? "" : reversed ? stack.from() : stack.towards(); //$NON-NLS-1$
	}

	/** The mapping is its own inverse. */
	private int toIndex(int place) {
		return reversed ? count() - 1 - place : place;
	}

	/** Takes the slices along an axis as the path. */
	private void follow(int axis) {
		running = axis;
		int length = stack == null ? 0 : axis == Playback.POSITION ? count() : stack.axes().get(axis).size();
		int[] place = coordinates.clone();
		List<Slice> found = new ArrayList<>(length);
		steps = new int[length];
		for (int i = 0; i < length; i++) {
			if (axis != Playback.POSITION) {
				place[axis] = i;
			}
			Optional<Slice> slice = stack.slice(axis == Playback.POSITION ? toIndex(i) : position, place);
			steps[i] = slice.isPresent() ? found.size() : -1;
			slice.ifPresent(found::add);
		}
		path = List.copyOf(found);
	}
}
