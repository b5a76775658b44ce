package org.dicompreview.ui.internal.attributes;

import java.nio.file.Path;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Slice;
import org.eclipse.core.runtime.Adapters;

/**
 * What the view shows: a file as it was when it was scanned, and one of its frames.
 *
 * @param path         the file
 * @param size         its size in bytes
 * @param lastModified its time
 * @param frame        from 0; -1 for an instance without images
 */
record Target(Path path, long size, long lastModified, int frame) {

	/** {@return what a selected object stands for, or {@code null} if it is no instance} */
	static Target of(Object selected) {
		Slice slice = Adapters.adapt(selected, Slice.class);
		if (slice != null) {
			return of(slice.instance(), slice.frame());
		}
		InstanceHeader header = Adapters.adapt(selected, InstanceHeader.class);
		return header == null ? null : of(header, -1);
	}

	private static Target of(InstanceHeader header, int frame) {
		return new Target(header.path(), header.size(), header.lastModified(), frame);
	}

	/** {@return whether nothing but the frame is another} */
	boolean sameFile(Target other) {
		return other != null && path.equals(other.path) && size == other.size && lastModified == other.lastModified;
	}
}
