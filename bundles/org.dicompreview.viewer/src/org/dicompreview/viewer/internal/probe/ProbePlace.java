package org.dicompreview.viewer.internal.probe;

import java.util.Optional;

import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.Viewport;

/** Where a person probes in a viewport; goes with its canvas. UI thread only. */
final class ProbePlace {

	private static final String KEY = ProbePlace.class.getName();

	private ProbePlace() {
	}

	static void set(Viewport viewport, Optional<DisplayPoint> place) {
		if (!of(viewport).equals(place)) {
			viewport.canvas().setData(KEY, place.orElse(null));
			viewport.canvas().redraw();
		}
	}

	static Optional<DisplayPoint> of(Viewport viewport) {
		return viewport.canvas().getData(KEY) instanceof DisplayPoint place ? Optional.of(place) : Optional.empty();
	}
}
