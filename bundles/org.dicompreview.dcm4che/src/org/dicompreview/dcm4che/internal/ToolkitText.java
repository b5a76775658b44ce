package org.dicompreview.dcm4che.internal;

import org.dicompreview.dicom.TextKey;

/** What dcm4che's reader says of files. */
public enum ToolkitText implements TextKey {

	/** The file ends within the data set. */
	ENDS_WITHIN_DATA_SET,
	/** The file ends within the pixel data. */
	ENDS_WITHIN_PIXEL_DATA,
	/** dcm4che failed. */
	FAILED,
	/** The inflated data set is longer than is allowed. */
	INFLATED_TOO_LONG,
	/** A value goes beyond the end of the file. */
	VALUE_PAST_END
}
