package org.dicompreview.viewer;

import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Vector3;

/**
 * A point that a person has located on an image, to find it in others.
 *
 * @param image the image
 * @param point its place in the frame of reference of the image, in mm
 * @since 0.1
 */
public record LocatedPoint(ImagePlane image, Vector3 point) {

	/** {@return whether it is a point of another image too: that itself, or one of the same frame of reference} */
	public boolean isIn(ImagePlane other) {
		return image.equals(other) || image.sharesFrameOfReference(other);
	}
}
