package org.dicompreview.rendering;

import org.eclipse.swt.graphics.ImageData;

/**
 * A rendered frame.
 *
 * @param data      the pixels at device resolution, exactly the size that was asked for
 * @param transform maps target pixels to frame pixels: column = t[0] x + t[1] y + t[2], row = t[3] x + t[4] y + t[5].
 *                  For whole x and y it leads from the centre of a target pixel to a place in the frame, where pixel n
 *                  reaches from n to n + 1: rounded down, it is the pixel that is seen there
 */
public record Picture(ImageData data, double[] transform) {
}
