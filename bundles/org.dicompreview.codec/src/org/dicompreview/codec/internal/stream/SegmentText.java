package org.dicompreview.codec.internal.stream;

import org.dicompreview.dicom.TextKey;

/** What is wrong with segments of JPEG and JPEG-LS codestreams. */
public enum SegmentText implements TextKey {

	/** is too short: … bytes of parameters. */
	IS_TOO_SHORT,
	/** lists … components of …. */
	LISTS_COMPONENTS,
	/** lists component …, which the frame header does not have (any more). */
	LISTS_UNKNOWN_COMPONENT,
	/** The … segment at byte … …. */
	SEGMENT,
	/** states … components (1-4 are supported). */
	STATES_COMPONENTS,
	/** states a length of … bytes. */
	STATES_LENGTH,
	/** states a width of 0. */
	STATES_NO_WIDTH,
	/** states a precision of … bits. */
	STATES_PRECISION,
	/** states sampling factors of … x …. */
	STATES_SAMPLING_FACTORS
}
