package org.dicompreview.rendering.overlay;

import java.util.List;
import java.util.Optional;

/**
 * What an overlay has on one slice. Immutable.
 *
 * @param raster pixels, painted first
 * @param lines  lines over them
 * @since 0.1.0
 */
public record OverlayPicture(Optional<OverlayRaster> raster, List<OverlayLine> lines) {

	/** Nothing on this slice. */
	public static final OverlayPicture NOTHING = new OverlayPicture(Optional.empty(), List.of());

	/** Copies the list. */
	public OverlayPicture {
		lines = List.copyOf(lines);
	}

	/** {@return whether there is nothing to paint} */
	public boolean isEmpty() {
		return raster.isEmpty() && lines.isEmpty();
	}
}
