package org.dicompreview.viewer.internal.magnifier;

import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Interpolation;
import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.ImageTransform;

/** How what is under a lens is shown. Plain arithmetic without widgets. */
final class LensSettings {

	/** How much larger the lens shows things. */
	private static final double FACTOR = 4;
	/** A pixel of the image has at least so many pixels of the screen. */
	private static final double LEAST_PIXELS = 8;

	private LensSettings() {
	}

	/**
	 * {@return settings that show what is round a place as squares, in a target of a size}
	 *
	 * @param seen      how the picture is shown
	 * @param transform of the picture
	 * @param columns   of the image
	 * @param rows      of the image
	 * @param place     what comes to the middle of the target
	 * @param size      width and height of the target in pixels of the screen
	 * @param pixels    of the screen for a point of the canvas
	 */
	static DisplaySettings of(DisplaySettings seen, ImageTransform transform, int columns, int rows, DisplayPoint place, int size,
			double pixels) {
		DisplayPoint corner = transform.toDisplay(new ImagePoint(0, 0));
		DisplayPoint right = transform.toDisplay(new ImagePoint(columns, 0));
		DisplayPoint below = transform.toDisplay(new ImagePoint(0, rows));
		double width = (Math.abs(right.x() - corner.x()) + Math.abs(below.x() - corner.x())) * pixels;
		double height = (Math.abs(right.y() - corner.y()) + Math.abs(below.y() - corner.y())) * pixels;
		double shorter = Math.min(transform.pointsPerColumn(), transform.pointsPerRow()) * pixels;
		double factor = Math.max(FACTOR, LEAST_PIXELS / shorter);
		double fitting = Math.min(size / width, size / height);
		DisplayPoint middle = transform.toDisplay(new ImagePoint(columns / 2.0, rows / 2.0));
		double part = pixels * factor / size;
		return seen.with(new Placement(factor / fitting, (middle.x() - place.x()) * part, (middle.y() - place.y()) * part))
				.withInterpolation(Interpolation.NEAREST);
	}
}
