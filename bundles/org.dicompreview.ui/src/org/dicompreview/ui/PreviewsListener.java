package org.dicompreview.ui;

import java.util.Optional;

import org.dicompreview.series.Slice;
import org.dicompreview.viewer.Appearance;
import org.dicompreview.viewer.Viewport;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears of what is shown in the {@link Previews}, on the UI thread. May be implemented by clients; what does not matter to
 * them they leave out. One that fails is logged.
 *
 * @since 0.1.0
 */
@ConsumerType
public interface PreviewsListener {

	/** A Preview was opened. */
	default void opened(Preview preview) {
		// Of no interest.
	}

	/** A Preview was closed; its viewports are gone. */
	default void closed(Preview preview) {
		// Of no interest.
	}

	/** Another viewport is the active one of a Preview, or another Preview is used. */
	default void activeChanged(Preview preview, Viewport active) {
		// Of no interest.
	}

	/** A viewport shows another slice; absent in a gap, or where it shows none. */
	default void sliceChanged(Preview preview, Viewport viewport, Optional<Slice> now) {
		// Of no interest.
	}

	/** A viewport displays slices in another way: window, colours, orientation, zoom, presentation state. */
	default void appearanceChanged(Preview preview, Viewport viewport, Appearance now) {
		// Of no interest.
	}
}
