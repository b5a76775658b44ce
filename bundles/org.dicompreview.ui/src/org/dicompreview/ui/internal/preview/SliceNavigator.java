package org.dicompreview.ui.internal.preview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import org.dicompreview.series.Slice;
import org.dicompreview.series.Stack;

/**
 * Where the slider stands: a place in the grid of a stack. Indices count along the slider from 0, so that 0 is its left
 * end whether the order is reversed or not. Plain data for the UI thread, without widgets.
 */
final class SliceNavigator {

	/** Position axes whose labels say no more than the number of the slice. */
	private static final Set<String> COUNTED = Set.of("image", "frame", "tile"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	private Stack stack;
	private int position;
	private int[] coordinates = {};
	private boolean reversed;
	private List<Slice> path = List.of();

	/** Shows a stack from a slice of it on. */
	void show(Stack newStack, Slice start) {
		stack = newStack;
		position = start.position();
		coordinates = new int[newStack.axes().size()];
		Arrays.setAll(coordinates, start::coordinate);
		walk();
	}

	/** Shows nothing. */
	void clear() {
		stack = null;
		position = 0;
		coordinates = new int[0];
		path = List.of();
	}

	Optional<Stack> stack() {
		return Optional.ofNullable(stack);
	}

	/** {@return number of places on the slider, 0 when nothing is shown} */
	int count() {
		return stack == null ? 0 : stack.positions();
	}

	/** {@return where the slider stands, from 0 at its left end} */
	int index() {
		return toIndex(position);
	}

	/** Moves the slider; out of range values go to the nearer end. {@return whether it moved} */
	boolean moveTo(int index) {
		int target = toIndex(Math.max(0, Math.min(index, count() - 1)));
		if (stack == null || target == position) {
			return false;
		}
		position = target;
		return true;
	}

	int coordinate(int axis) {
		return coordinates[axis];
	}

	/** Moves along a further axis. {@return whether it moved} */
	boolean moveAxis(int axis, int index) {
		int target = Math.max(0, Math.min(index, stack.axes().get(axis).size() - 1));
		if (target == coordinates[axis]) {
			return false;
		}
		coordinates[axis] = target;
		walk();
		return true;
	}

	boolean reversed() {
		return reversed;
	}

	void setReversed(boolean reversed) {
		this.reversed = reversed;
		walk();
	}

	/** {@return the slice here; absent where the grid has a gap} */
	Optional<Slice> current() {
		return stack == null ? Optional.empty() : stack.slice(position, coordinates);
	}

	/** {@return the slices that the slider walks with the axes as they stand, from left to right, without gaps} */
	List<Slice> path() {
		return path;
	}

	/** {@return index of the current slice in {@link #path()}, or -1 in a gap} */
	int pathIndex() {
		return current().map(path::indexOf).orElse(-1);
	}

	/** {@return offset in mm at the left end of the slider} */
	OptionalDouble leftOffset() {
		return path.isEmpty() ? OptionalDouble.empty() : path.get(0).offset();
	}

	/** {@return offset in mm at the right end of the slider} */
	OptionalDouble rightOffset() {
		return path.isEmpty() ? OptionalDouble.empty() : path.get(path.size() - 1).offset();
	}

	/** {@return what stands at the left end of a slider that is no place in the patient, for example a time} */
	String leftLabel() {
		return label(0);
	}

	/** {@return what stands at the right end of a slider that is no place in the patient} */
	String rightLabel() {
		return label(count() - 1);
	}

	private String label(int index) {
		boolean says = stack != null && !stack.spatial() && !COUNTED.contains(stack.positionName());
		return says ? stack.positionLabel(toIndex(index)) : ""; //$NON-NLS-1$
	}

	/** {@return letters of the direction at the left end} */
	String leftLetters() {
		return stack == null ? "" : reversed ? stack.towards() : stack.from(); //$NON-NLS-1$
	}

	/** {@return letters of the direction at the right end} */
	String rightLetters() {
		return stack == null ? "" : reversed ? stack.from() : stack.towards(); //$NON-NLS-1$
	}

	/** The mapping is its own inverse. */
	private int toIndex(int place) {
		return reversed ? count() - 1 - place : place;
	}

	private void walk() {
		List<Slice> found = new ArrayList<>(count());
		for (int i = 0; i < count(); i++) {
			stack.slice(toIndex(i), coordinates).ifPresent(found::add);
		}
		path = List.copyOf(found);
	}
}
