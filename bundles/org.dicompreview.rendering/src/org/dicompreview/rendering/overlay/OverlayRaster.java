package org.dicompreview.rendering.overlay;

import java.util.Optional;

/**
 * Pixels that lie over an image, on a grid of their own. Immutable; the arrays are not copied, nobody changes them.
 *
 * @param columns width, at least 1
 * @param rows    height, at least 1
 * @param alpha   how much of each pixel is covered, rows from the top; 0 for nothing
 * @param colors  the colour of each pixel as 0xRRGGBB; absent where all have that of the overlay
 * @param toImage where a place x, y of the grid lies on the image: column = t[0] + t[1] x + t[2] y, row = t[3] + t[4] x + t[5] y;
 *                pixel n reaches from n to n + 1 in both
 * @since 0.1.0
 */
public record OverlayRaster(int columns, int rows, byte[] alpha, Optional<int[]> colors, double[] toImage) {

	/** Checks sizes. */
	public OverlayRaster {
		if (alpha.length != columns * rows || colors.isPresent() && colors.get().length != alpha.length || toImage.length != 6) {
			throw new IllegalArgumentException(columns + " x " + rows + " pixels");
		}
	}
}
