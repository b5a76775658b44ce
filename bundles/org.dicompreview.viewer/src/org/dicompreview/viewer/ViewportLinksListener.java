package org.dicompreview.viewer;

/**
 * Hears of changes of {@link ViewportLinks}, on the UI thread. May be implemented by clients; what does not matter to them they
 * leave out.
 *
 * @since 0.1
 */
public interface ViewportLinksListener {

	/** A link was switched on or off. */
	default void linksChanged() {
		// Of no interest.
	}

	/** What viewports mark of each other has changed: the reference lines, the point that was located. */
	default void marksChanged() {
		// Of no interest.
	}
}
