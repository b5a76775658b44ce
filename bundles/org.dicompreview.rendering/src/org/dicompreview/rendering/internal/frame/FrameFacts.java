package org.dicompreview.rendering.internal.frame;

import java.util.List;
import java.util.Optional;

import org.dicompreview.rendering.internal.mark.OverlayPlane;
import org.dicompreview.rendering.internal.mark.Shutter;

/**
 * What a data set says about showing any frame.
 *
 * @param aspect   height of a pixel divided by its width
 * @param edges    patient directions left, right, top, bottom; empty texts without geometry
 * @param overlays the planes that lie on the frame
 * @param shutter  what hides parts of it
 */
public record FrameFacts(double aspect, List<String> edges, List<OverlayPlane> overlays, Optional<Shutter> shutter) {

	/** Copies the lists. */
	public FrameFacts {
		edges = List.copyOf(edges);
		overlays = List.copyOf(overlays);
	}

	/** {@return bytes in memory that are the frame's own, roughly} */
	long byteSize() {
		return overlays.stream().mapToLong(plane -> (long) plane.rows() * plane.columns() / 8).sum();
	}
}
