package org.dicompreview.viewer;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of changes of a {@link ViewportGrid}, on the UI thread. May be implemented by clients; what does not matter to them
 * they leave out.
 *
 * @since 0.1
 */
@ConsumerType
public interface ViewportGridListener {

	/** There is another viewport, which shows nothing yet. */
	default void viewportAdded(Viewport viewport) {
		// Of no interest.
	}

	/** A viewport is about to be closed, which is no longer among those of the grid. */
	default void viewportRemoved(Viewport viewport) {
		// Of no interest.
	}

	/** Another viewport is the active one. */
	default void activeChanged(Viewport active) {
		// Of no interest.
	}

	/** The viewports lie in another way; those that were added or removed are told before. */
	default void layoutChanged(ViewportLayout layout) {
		// Of no interest.
	}
}
