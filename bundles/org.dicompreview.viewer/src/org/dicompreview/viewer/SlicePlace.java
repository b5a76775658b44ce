package org.dicompreview.viewer;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;

/**
 * A place in a series that outlives its objects: one frame of one instance. Immutable.
 *
 * @param seriesUid      Series Instance UID
 * @param sopInstanceUid SOP Instance UID
 * @param frame          the frame, from 0
 * @param file           the path of the file, which tells copies of an instance apart; empty text if any will do
 * @since 0.1
 */
public record SlicePlace(String seriesUid, String sopInstanceUid, int frame, String file) {

	/** {@return the place of a slice} */
	public static SlicePlace of(Series series, Slice slice) {
		return of(series, slice.instance(), slice.frame());
	}

	/** {@return the place of a frame} @param frame from 0 */
	public static SlicePlace of(Series series, InstanceHeader instance, int frame) {
		return new SlicePlace(series.uid(), instance.sopInstanceUid(), frame, instance.location().toString());
	}
}
