package org.dicompreview.viewer.internal.layers;

import java.util.Optional;

import org.dicompreview.series.PixelSpacing;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.ImageTransform;
import org.eclipse.swt.graphics.Rectangle;

/**
 * A length that is seen beside a picture. Plain arithmetic without widgets.
 *
 * @param millimetres what it stands for: 1, 2 or 5 times a power of ten
 * @param points      how long it is on the canvas
 * @param parts       how many parts it has, each of a round length too
 * @param rule        what the spacing was taken from
 */
record ScaleBar(double millimetres, double points, int parts, PixelSpacing.Rule rule) {

	/** The bar is no longer than this part of the shorter side of the canvas, or than so many points. */
	private static final double PART = 0.35;
	private static final double MOST_POINTS = 240;
	/** Spacing is taken from so many points around the middle of the canvas. */
	private static final double HALF = 8;
	private static final double[] STEPS = { 5, 2, 1 };

	/** {@return the bar for a picture, as things are in the middle of its canvas; absent where lengths are not in mm} */
	static Optional<ScaleBar> of(ImageTransform transform, Rectangle area) {
		double x = area.x + area.width / 2.0;
		double y = area.y + area.height / 2.0;
		ImagePoint left = transform.toImage(new DisplayPoint(x - HALF, y));
		ImagePoint right = transform.toImage(new DisplayPoint(x + HALF, y));
		PixelSpacing spacing = transform.calibration().common(left.column(), left.row(), right.column(), right.row());
		if (!spacing.isLength()) {
			return Optional.empty();
		}
		double perPoint = spacing.distance(left.column(), left.row(), right.column(), right.row()).orElseThrow() / (2 * HALF);
		double most = Math.min(MOST_POINTS, PART * Math.min(area.width, area.height)) * perPoint;
		if (!(most > 0) || Double.isInfinite(most)) {
			return Optional.empty();
		}
		double power = Math.pow(10, Math.floor(Math.log10(most)));
		for (double step : STEPS) {
			if (step * power <= most) {
				return Optional.of(new ScaleBar(step * power, step * power / perPoint, step == 2 ? 4 : 5, spacing.rule()));
			}
		}
		return Optional.of(new ScaleBar(power / 2, power / 2 / perPoint, 5, spacing.rule())); // the logarithm was rounded up
	}
}
