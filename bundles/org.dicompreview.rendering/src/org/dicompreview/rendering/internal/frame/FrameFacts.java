package org.dicompreview.rendering.internal.frame;

import java.util.List;

import org.dicompreview.rendering.internal.mark.Marks;

/**
 * What a data set says about showing any frame.
 *
 * @param aspect   height of a pixel divided by its width
 * @param edges    patient directions left, right, top, bottom; empty texts without geometry
 * @param marks  what is painted over the frame
 */
public record FrameFacts(double aspect, List<String> edges, Marks marks) {

	/** Copies the list. */
	public FrameFacts {
		edges = List.copyOf(edges);
	}
}
