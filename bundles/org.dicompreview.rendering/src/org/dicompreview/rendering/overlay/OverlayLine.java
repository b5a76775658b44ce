package org.dicompreview.rendering.overlay;

import java.util.OptionalInt;

/**
 * A line that lies over an image. Immutable; the array is not copied, nobody changes it.
 *
 * @param shape  how the points belong together
 * @param points column and row of each point in turn, in pixels of the image, pixel n reaching from n to n + 1
 * @param color  as 0xRRGGBB; empty for that of the overlay
 * @since 0.1.0
 */
public record OverlayLine(Shape shape, double[] points, OptionalInt color) {

	/** How points belong together. */
	public enum Shape {
		/** A line through all points and back to the first. */
		CLOSED,
		/** A line from the first point to the last. */
		OPEN,
		/** Each two points are the ends of a line. */
		SEGMENTS,
		/** Each point is for itself. */
		POINTS
	}
}
