package org.dicompreview.opencv.internal;

import org.dicompreview.dicom.TextKey;

/** What is wrong with frames that OpenCV decodes. */
public enum OpenCvText implements TextKey {

	/** OpenCV failed: …. */
	FAILED,
	/** The decoded frame takes … bytes, more than the limit of …. */
	FRAME_TOO_LARGE,
	/** The head of the codestream is not what the data set states, or its end is missing. */
	HEAD_CONTRADICTED,
	/** OpenCV gave values of an unexpected kind. */
	UNEXPECTED_VALUES,
	/** OpenCV gave …x…x… values. */
	VALUE_COUNT
}
