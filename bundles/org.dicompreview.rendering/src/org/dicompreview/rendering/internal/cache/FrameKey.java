package org.dicompreview.rendering.internal.cache;

import java.nio.file.Path;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Slice;

/** Names a frame in the cache; a file that has changed is another one. */
record FrameKey(Path path, int frame, long size, long lastModified) {

	static FrameKey of(Slice slice) {
		InstanceHeader instance = slice.instance();
		return new FrameKey(instance.path(), slice.frame(), instance.size(), instance.lastModified());
	}
}
