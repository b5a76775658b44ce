package org.dicompreview.viewer.internal.cut;

import java.util.Optional;

import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.Viewport;

/**
 * The line that a person draws in a viewport; goes with its canvas. UI thread only.
 *
 * @param from where the button was pressed
 * @param to   where the pointer is
 */
record CutLine(DisplayPoint from, DisplayPoint to) {

	private static final String KEY = CutLine.class.getName();

	static Optional<CutLine> of(Viewport viewport) {
		return viewport.canvas().getData(KEY) instanceof CutLine line ? Optional.of(line) : Optional.empty();
	}

	static void set(Viewport viewport, Optional<CutLine> line) {
		viewport.canvas().setData(KEY, line.orElse(null));
		viewport.canvas().redraw();
	}
}
