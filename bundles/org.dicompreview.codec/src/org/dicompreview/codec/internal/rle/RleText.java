package org.dicompreview.codec.internal.rle;

import org.dicompreview.dicom.TextKey;

/** What is wrong with RLE frames. */
public enum RleText implements TextKey {

	/** RLE data of … bits a value are not supported. */
	BITS_UNSUPPORTED,
	/** The RLE header says that the first segment is at byte … of a frame of … bytes. */
	FIRST_SEGMENT,
	/** The frame of … bytes is too short for an RLE header. */
	FRAME_TOO_SHORT,
	/** The RLE header counts … segments, of which … lie within the frame; the image needs …. */
	SEGMENT_COUNT,
	/** RLE segment … of … holds … bytes of …; what is missing is shown as 0. */
	SEGMENT_INCOMPLETE,
	/** The image needs … RLE segments, more than the header has room for. */
	TOO_MANY_SEGMENTS
}
