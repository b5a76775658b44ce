package org.dicompreview.dicom;

import org.dicompreview.dicom.PixelFormat.SampleKind;

/**
 * Where the pixel data element of an instance is encoded.
 *
 * @param position byte offset of its value in the file (in the inflated data set for deflated syntaxes)
 * @param length   length of its value in bytes, -1 for undefined (PS3.5 A.4)
 * @param tag      which of the pixel data attributes it is (PS3.3 C.7.6.3, C.7.6.24)
 */
public record PixelLocation(long position, long length, int tag) {

	/** The header of a fragment, which may be empty. */
	private static final int SMALLEST_ENCODED_FRAME = 8;

	/**
	 * {@return Number of Frames or 1, bounded by what the file can hold}
	 *
	 * @param attributes of the instance
	 * @param size       length of the file in bytes; {@link Long#MAX_VALUE} for deflated data sets, of which it says nothing
	 */
	public int frameCount(Attributes attributes, long size) {
		int stated = attributes.integer(Tag.NUMBER_OF_FRAMES).orElse(1);
		if (stated <= 1) {
			return 1;
		}
		long behind = Math.max(0, size - position);
		if (length < 0) {
			return atMost(stated, behind / SMALLEST_ENCODED_FRAME);
		}
		long available = Math.min(length, behind);
		try {
			long bits = PixelFormat.of(attributes, SampleKind.of(tag), null).nativeFrameBits();
			return atMost(stated, bits > 0 ? (available * 8 + bits - 1) / bits : 1);
		} catch (DicomException e) {
			return atMost(stated, available); // the frames can't be shown; that is said when they are opened
		}
	}

	private static int atMost(int stated, long possible) {
		return (int) Math.max(1, Math.min(stated, possible));
	}
}
