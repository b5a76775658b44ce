package org.dicompreview.viewer.internal.regionwindow;

import java.util.Optional;

import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.Viewport;

/**
 * The rectangle that a person draws in a viewport; goes with its canvas. UI thread only.
 *
 * @param from where the button was pressed
 * @param to   where the pointer is
 */
record DraggedRegion(DisplayPoint from, DisplayPoint to) {

	private static final String KEY = DraggedRegion.class.getName();

	static Optional<DraggedRegion> of(Viewport viewport) {
		return viewport.canvas().getData(KEY) instanceof DraggedRegion region ? Optional.of(region) : Optional.empty();
	}

	static void set(Viewport viewport, Optional<DraggedRegion> region) {
		viewport.canvas().setData(KEY, region.orElse(null));
		viewport.canvas().redraw();
	}
}
