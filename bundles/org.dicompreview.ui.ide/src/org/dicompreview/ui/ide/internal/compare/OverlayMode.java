package org.dicompreview.ui.ide.internal.compare;

/** How two images are put before a person. */
enum OverlayMode {
	/** The left one beside the right one. */
	SIDE_BY_SIDE,
	/** The right one over the left one, as transparent as a person likes. */
	BLEND,
	/** One after the other, in turn. */
	FLICKER,
	/** By how much their values differ. */
	DIFFERENCE
}
