package org.dicompreview.codec.internal.uncompressed;

import org.dicompreview.dicom.TextKey;

/** What is wrong with uncompressed and deflated frames. */
public enum NativeText implements TextKey {

	/** Uncompressed values of … bits are not supported. */
	BITS_UNSUPPORTED,
	/** The deflated data are corrupt near byte … of the frame. */
	DEFLATED_DATA_CORRUPT,
	/** The deflated data end too early. */
	DEFLATED_DATA_END_EARLY,
	/** The frame holds … bytes of …; what is missing is shown as 0. */
	FRAME_INCOMPLETE,
	/** There are no pixel data for this frame. */
	NO_PIXEL_DATA
}
