package org.dicompreview.dicom.spi;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.VR;

/** How much of an element an {@link InstanceHeader} holds. For those who provide a {@link DicomReader}. */
public enum HeaderContent {
	/** Not even that it is there. */
	NOTHING,
	/** That it is there: of data that may be large. */
	PRESENCE,
	/** Its value or its items, of which the same holds. */
	VALUE;

	/** Longest value in bytes that is held, 4,000 offsets or times of frames; of a longer one only the presence is. */
	public static final int LONGEST = 1 << 16;

	/** {@return a number that changes whenever headers hold something else} */
	public static int version() {
		return HeaderTags.version();
	}

	/**
	 * {@return how much a header holds of an element, at the top level and in items}
	 *
	 * @param tag    its tag
	 * @param vr     its VR
	 * @param length length of its value in bytes; -1 or anything for sequences
	 */
	public static HeaderContent of(int tag, VR vr, long length) {
		HeaderContent content = HeaderTags.content(tag);
		return content == VALUE && length > LONGEST && vr != VR.SQ ? PRESENCE : content;
	}
}
