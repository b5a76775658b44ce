package org.dicompreview.viewer;

import org.dicompreview.rendering.overlay.ImageOverlay;

/**
 * An overlay as a viewport shows it. Immutable.
 *
 * @param overlay what is laid over the images
 * @param shown   whether it is painted
 * @param color   as 0xRRGGBB
 * @param opacity from 0 to 1
 * @since 0.1.0
 */
public record OverlayChoice(ImageOverlay overlay, boolean shown, int color, double opacity) {

	private static final double MASK_OPACITY = 0.5;
	private static final double DOSE_OPACITY = 0.35;

	/** Checks the range. */
	public OverlayChoice {
		if (!(opacity >= 0) || opacity > 1) {
			throw new IllegalArgumentException("opacity " + opacity); //$NON-NLS-1$
		}
	}

	/** {@return the choice where nobody made one: masks and contours are shown, a dose is not, as it covers all} */
	public static OverlayChoice of(ImageOverlay overlay) {
		return switch (overlay.kind()) {
			case MASK -> new OverlayChoice(overlay, true, overlay.color(), MASK_OPACITY);
			case CONTOURS -> new OverlayChoice(overlay, true, overlay.color(), 1);
			case DOSE -> new OverlayChoice(overlay, false, overlay.color(), DOSE_OPACITY);
		};
	}

	/** {@return this for the same overlay found anew} */
	OverlayChoice with(ImageOverlay again) {
		return new OverlayChoice(again, shown, color, opacity);
	}

	/** {@return this, painted or not} */
	public OverlayChoice withShown(boolean on) {
		return new OverlayChoice(overlay, on, color, opacity);
	}

	/** {@return this in another colour} @param rgb as 0xRRGGBB */
	public OverlayChoice withColor(int rgb) {
		return new OverlayChoice(overlay, shown, rgb, opacity);
	}

	/** {@return this with another opacity} @param part from 0 to 1 */
	public OverlayChoice withOpacity(double part) {
		return new OverlayChoice(overlay, shown, color, part);
	}
}
