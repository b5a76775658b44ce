package org.dicompreview.series;

import java.util.List;

/**
 * Frames that belong into one stack, in no particular order.
 *
 * @param label  what distinguishes the group from its sisters, for people; short
 * @param frames its frames, at least one
 */
public record FrameGroup(String label, List<ImageFrame> frames) {

	/** Copies the list. */
	public FrameGroup {
		frames = List.copyOf(frames);
		if (frames.isEmpty()) {
			throw new IllegalArgumentException("a group needs a frame"); //$NON-NLS-1$
		}
	}
}
