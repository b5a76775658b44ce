package org.dicompreview.series.document;

import java.util.List;

/**
 * An instance that another one names (PS3.3 table 10-11). Immutable.
 *
 * @param sopClassUid    what it is; empty text where that is not said
 * @param sopInstanceUid which one
 * @param frames         the frames that are meant, from 1; empty for the instance as a whole
 * @since 0.1.0
 */
public record InstanceReference(String sopClassUid, String sopInstanceUid, List<Integer> frames) {

	/** Copies the list. */
	public InstanceReference {
		frames = List.copyOf(frames);
	}
}
