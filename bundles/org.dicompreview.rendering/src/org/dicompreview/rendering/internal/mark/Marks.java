package org.dicompreview.rendering.internal.mark;

import java.util.List;
import java.util.Optional;

/**
 * What is painted over a frame, in this order.
 *
 * @param shutter  what hides parts of it
 * @param masks    overlay planes that hide what they mark (PS3.3 C.7.6.15)
 * @param masked   display value of what they hide, 0-255
 * @param overlays overlay planes
 * @param strokes  graphics of a presentation state
 */
public record Marks(Optional<Shutter> shutter, List<OverlayPlane> masks, int masked, List<OverlayPlane> overlays,
		List<Stroke> strokes) {

	/** No marks. */
	public static final Marks NONE = new Marks(Optional.empty(), List.of(), 0, List.of(), List.of());

	/** Copies the lists. */
	public Marks {
		masks = List.copyOf(masks);
		overlays = List.copyOf(overlays);
		strokes = List.copyOf(strokes);
	}

	/** {@return bytes in memory, roughly} */
	public long byteSize() {
		return overlays.stream().mapToLong(plane -> (long) plane.rows() * plane.columns() / 8).sum();
	}
}
