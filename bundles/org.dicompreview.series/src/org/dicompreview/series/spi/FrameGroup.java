package org.dicompreview.series.spi;

import java.util.List;
import java.util.OptionalInt;

import org.dicompreview.series.ImageFrame;

/**
 * Frames that belong into one stack, in no particular order.
 *
 * @param label  what distinguishes the group from its sisters, for people; short
 * @param frames its frames, at least one
 * @param color  the colour stated for what the group shows, as 0xRRGGBB of sRGB; empty if none is
 */
public record FrameGroup(String label, List<ImageFrame> frames, OptionalInt color) {

	/** A group of something that has no colour of its own. */
	public FrameGroup(String label, List<ImageFrame> frames) {
		this(label, frames, OptionalInt.empty());
	}

	/** Copies the list. */
	public FrameGroup {
		frames = List.copyOf(frames);
		if (frames.isEmpty()) {
			throw new IllegalArgumentException("a group needs a frame"); //$NON-NLS-1$
		}
	}
}
