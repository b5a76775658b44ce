package org.dicompreview.rendering.internal.cache;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Slice;

/**
 * Names a frame in the cache.
 *
 * @param instance one reading of a file: once it has changed and was read again, its frames are others
 * @param frame    from 0
 */
record FrameKey(InstanceHeader instance, int frame) {

	static FrameKey of(Slice slice) {
		return new FrameKey(slice.instance(), slice.frame());
	}
}
