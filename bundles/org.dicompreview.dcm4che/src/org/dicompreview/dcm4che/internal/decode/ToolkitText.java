package org.dicompreview.dcm4che.internal.decode;

import org.dicompreview.dicom.TextKey;

/** What is wrong with frames that dcm4che decodes. */
public enum ToolkitText implements TextKey {

	/** dcm4che failed: …. */
	FAILED,
	/** The decoded frame takes … bytes, more than the limit of …. */
	FRAME_TOO_LARGE,
	/** The frame holds … bytes of …; what is missing is shown as 0. */
	FRAME_INCOMPLETE,
	/** The frame of … bytes is too short for an RLE header. */
	FRAME_TOO_SHORT,
	/** dcm4che gave values of an unexpected kind. */
	UNEXPECTED_VALUES
}
