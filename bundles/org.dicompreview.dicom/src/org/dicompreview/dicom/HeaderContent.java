package org.dicompreview.dicom;

import org.dicompreview.dicom.internal.parse.HeaderSelection;

/** How much of an element an {@link InstanceHeader} holds. For those who provide a {@link DicomReader}. */
public enum HeaderContent {
	/** Not even that it is there. */
	NOTHING,
	/** That it is there: of data that may be large. */
	PRESENCE,
	/** Its value or its items, of which the same holds. */
	VALUE;

	/** Longest value in bytes that is held; of a longer one only the presence is. */
	public static final int LONGEST = HeaderSelection.LONGEST;

	/** {@return a number that changes whenever headers hold something else} */
	public static int version() {
		return HeaderSelection.INSTANCE.hashCode();
	}

	/**
	 * {@return how much a header holds of an element, at the top level and in items}
	 *
	 * @param tag    its tag
	 * @param vr     its VR
	 * @param length length of its value in bytes; -1 or anything for sequences
	 */
	public static HeaderContent of(int tag, VR vr, long length) {
		int kept = HeaderSelection.INSTANCE.keep(tag, vr, length);
		if (kept == HeaderSelection.NOTHING) {
			return NOTHING;
		}
		return kept == 0 && (length != 0 || vr == VR.SQ) ? PRESENCE : VALUE;
	}
}
