package org.dicompreview.viewer;

import java.util.Optional;

import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of changes of a {@link ViewportModel}, on the thread of the model. May be implemented by clients; what does not
 * matter to them they leave out.
 *
 * @since 0.1
 */
@ConsumerType
public interface ViewportListener {

	/** Something else is shown, or the sliders stand elsewhere: called for each change of the state, before those below. */
	default void stateChanged(ViewportState before, ViewportState now) {
		// Of no interest.
	}

	/** Another series, document or message is shown. */
	default void subjectChanged(Subject now) {
		// Of no interest.
	}

	/** Another stack is shown, or none. */
	default void stackChanged(Optional<SliceStack> now) {
		// Of no interest.
	}

	/** Another slice is the current one, along whichever axis; absent in a gap, or where nothing is shown. */
	default void sliceChanged(Optional<Slice> now) {
		// Of no interest.
	}

	/** Slices are displayed in another way, or with another presentation state. */
	default void appearanceChanged(Appearance now) {
		// Of no interest.
	}

	/** Other presentation states can be applied. */
	default void presentationStatesChanged() {
		// Of no interest.
	}

	/** It is known now which other planes the stack on show offers. @since 0.1.0 */
	default void planesChanged() {
		// Of no interest.
	}

	/**
	 * Other images are key images, or the slider stops at them alone from now on, or no longer.
	 *
	 * @since 0.1.0
	 */
	default void keyImagesChanged() {
		// Of no interest.
	}

	/** Playing has begun or ended, or has another pace. */
	default void playbackChanged(PlaybackState before, PlaybackState now) {
		// Of no interest.
	}

	/** Another picture has come to the screen; absent while it is awaited. */
	default void renderedChanged(Optional<RenderedSlice> now) {
		// Of no interest.
	}
}
