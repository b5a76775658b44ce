package org.dicompreview.rendering.internal.frame;

import java.util.List;

/**
 * What a data set says about showing any frame.
 *
 * @param aspect height of a pixel divided by its width
 * @param edges  patient directions left, right, top, bottom; empty texts without geometry
 */
record FrameFacts(double aspect, List<String> edges) {

	/** Copies the list. */
	FrameFacts {
		edges = List.copyOf(edges);
	}
}
