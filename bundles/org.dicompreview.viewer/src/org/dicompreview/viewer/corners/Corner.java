package org.dicompreview.viewer.corners;

/**
 * The corners of a picture, in the order in which people read.
 *
 * @since 0.1.0
 */
public enum Corner {
	/** Top left. */
	TOP_LEFT,
	/** Top right. */
	TOP_RIGHT,
	/** Bottom left. */
	BOTTOM_LEFT,
	/** Bottom right. */
	BOTTOM_RIGHT
}
