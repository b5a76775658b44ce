package org.dicompreview.ui.internal.window;

import java.util.Optional;

import org.dicompreview.viewer.Viewport;

/** The viewport that a person used last in a window. UI thread only. */
public interface ActiveViewport {

	/** {@return the viewport; absent while no Preview is open} */
	Optional<Viewport> viewport();

	/** Adds who hears that it may be another one now; often. */
	void addListener(Runnable listener);

	/** Removes who heard. */
	void removeListener(Runnable listener);
}
