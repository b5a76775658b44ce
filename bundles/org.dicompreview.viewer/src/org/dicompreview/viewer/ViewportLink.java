package org.dicompreview.viewer;

import java.util.Arrays;
import java.util.Optional;

/**
 * What viewports beside each other do together, each switched on or off ({@link ViewportLinks}).
 *
 * @since 0.1
 */
public enum ViewportLink {

	/**
	 * They show the same place: in stacks that are parallel in one frame of reference the slice nearest to the centre of the
	 * one that a person moved to; without a common frame of reference, or without geometry, the slice as far along the slider.
	 */
	SCROLL("scroll"), //$NON-NLS-1$
	/** Series of one modality have the same window, or the same preset; all have the same inversion. */
	WINDOW("window"), //$NON-NLS-1$
	/** They show the same millimetres equally large, in parallel planes of one frame of reference the same place of the patient. */
	PLACEMENT("placement"), //$NON-NLS-1$
	/** The slice of the active viewport is a line on the images that cross it. */
	REFERENCE_LINES("lines"); //$NON-NLS-1$

	private final String id;

	ViewportLink(String id) {
		this.id = id;
	}

	/** {@return a name that is stable, for preferences} */
	public String id() {
		return id;
	}

	/** {@return the link with this name; absent if there is none} */
	public static Optional<ViewportLink> of(String id) {
		return Arrays.stream(values()).filter(link -> link.id.equals(id)).findFirst();
	}
}
