package org.dicompreview.ui.internal.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.series.Playback;
import org.dicompreview.series.Slice;
import org.dicompreview.series.Stack;

/**
 * What one viewport shows, and where its sliders stand. Each change gives another {@link ViewportState}, of which listeners
 * hear. Without widgets; for one thread, that of the user interface.
 */
final class ViewportModel {

	/** Hears of changes. */
	interface Listener {

		/** Something else is shown, or another slice of it. */
		void changed(ViewportState before, ViewportState now);
	}

	private final SliceNavigator navigator = new SliceNavigator();
	private final List<Listener> listeners = new ArrayList<>();
	private ViewportState state = ViewportState.of(new Subject.Nothing());

	void addListener(Listener listener) {
		listeners.add(listener);
	}

	/** {@return what is shown now} */
	ViewportState state() {
		return state;
	}

	/** {@return where the sliders stand; moved through this model only} */
	SliceNavigator navigator() {
		return navigator;
	}

	/** Shows something that has no images. */
	void show(Subject subject) {
		navigator.clear();
		become(ViewportState.of(subject));
	}

	/**
	 * Shows the images of a series.
	 *
	 * @param subject  whose images
	 * @param stacks   all stacks
	 * @param stack    the stack to begin with
	 * @param start    the slice to begin with
	 * @param reversed whether the slider runs in descending order
	 */
	void show(Subject.Images subject, List<Stack> stacks, Stack stack, Slice start, boolean reversed) {
		boolean same = state.series().filter(series -> series == subject.of()).isPresent();
		navigator.setReversed(reversed);
		navigator.show(stack, start);
		become(new ViewportState(same && state.slice().isPresent() ? state.identity() : Identity.next(), subject,
				List.copyOf(stacks), Optional.of(stack), Optional.of(start)));
	}

	/** Chooses another stack, from its start. {@return whether there is such a one} */
	boolean chooseStack(int index) {
		if (index < 0 || index >= state.stacks().size()
				|| state.stack().filter(stack -> stack == state.stacks().get(index)).isPresent()) {
			return false;
		}
		Stack stack = state.stacks().get(index);
		navigator.show(stack, stack.start());
		moved();
		return true;
	}

	/** Moves the slider over the slices, from 0 at its left end. {@return whether it moved} */
	boolean moveTo(int index) {
		return moved(navigator.moveTo(index));
	}

	/** Moves along a further axis. {@return whether it moved} */
	boolean moveAxis(int axis, int index) {
		int axes = state.stack().map(stack -> stack.axes().size()).orElse(0);
		return axis < axes && moved(navigator.moveAxis(axis, index));
	}

	/** Moves along an axis, or {@link Playback#POSITION}, in the order of the stack. {@return whether it moved} */
	boolean moveToPlace(int axis, int place) {
		return moved(navigator.moveToPlace(axis, place));
	}

	/** Reverses the slider; the slice stays. */
	void reverse() {
		navigator.setReversed(!navigator.reversed());
		moved();
	}

	private boolean moved(boolean really) {
		if (really) {
			moved();
		}
		return really;
	}

	private void moved() {
		Optional<Slice> slice = navigator.current();
		boolean same = slice.isPresent() == state.slice().isPresent();
		become(new ViewportState(same ? state.identity() : Identity.next(), state.subject(), state.stacks(), navigator.stack(),
				slice));
	}

	private void become(ViewportState next) {
		ViewportState before = state;
		state = next;
		listeners.forEach(listener -> listener.changed(before, next));
	}
}
