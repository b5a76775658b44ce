package org.dicompreview.viewer;

/**
 * The screen area that a picture is made for.
 *
 * @param width  in device pixels, at least 1
 * @param height in device pixels, at least 1
 * @param zoom   device pixels for 100 points of SWT
 * @since 0.1
 */
public record RenderTarget(int width, int height, int zoom) {
}
