package org.dicompreview.dicom;

import org.dicompreview.dicom.internal.pixels.FrameCounts;

/**
 * Where the pixel data element of an instance is encoded.
 *
 * @param position byte offset of its value in the file (in the inflated data set for deflated syntaxes)
 * @param length   length of its value in bytes, -1 for undefined (PS3.5 A.4)
 * @param tag      which of the pixel data attributes it is (PS3.3 C.7.6.3, C.7.6.24)
 */
public record PixelLocation(long position, long length, int tag) {

	/**
	 * {@return Number of Frames or 1, bounded by what the file can hold}
	 *
	 * @param attributes of the instance
	 * @param size       length of the file in bytes; of deflated data sets the length says nothing
	 */
	public int frameCount(Attributes attributes, long size) {
		long behind = Math.max(0, size - position);
		return FrameCounts.of(attributes, tag, length < 0 ? behind : Math.min(length, behind), length < 0);
	}
}
