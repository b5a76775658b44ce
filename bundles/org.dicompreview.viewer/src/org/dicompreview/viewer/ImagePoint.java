package org.dicompreview.viewer;

/**
 * A place in an image, with parts of pixels: pixel n reaches from n to n + 1, so that the centre of the first one is at 0.5.
 *
 * @param column to the right in the image as stored
 * @param row    down in the image as stored
 * @since 0.1
 */
public record ImagePoint(double column, double row) {
}
