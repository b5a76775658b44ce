package org.dicompreview.viewer;

import org.eclipse.swt.graphics.Rectangle;

/**
 * What a {@link Layer} paints over.
 *
 * @param viewport  the viewport
 * @param rendered  the picture on its canvas; that of the slice asked for, or the one before while that is under way
 * @param transform leads between canvas, image and patient
 * @param area      of the canvas in points
 * @since 0.1
 */
public record LayerContext(Viewport viewport, RenderedSlice rendered, ImageTransform transform, Rectangle area) {
}
