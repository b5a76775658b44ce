package org.dicompreview.dicom;

/**
 * What readers say of files and data sets, and what every text is made of.
 *
 * @since 0.1.0
 */

public enum DicomText implements TextKey {

	/** (byte …). */
	AT_BYTE,
	/** at …. */
	AT_TAG,
	/** … bits allocated. */
	BITS_ALLOCATED,
	/** … bits stored of … allocated. */
	BITS_STORED,
	/** the character set … is not known. */
	CHARACTER_SET_UNKNOWN,
	/** a delimiter is missing or misplaced. */
	DELIMITER_MISPLACED,
	/** an encoded frame of … bytes is more than is allowed. */
	ENCODED_FRAME_TOO_LARGE,
	/** the file ends before this frame. */
	ENDS_BEFORE_FRAME,
	/** the file ends before its pixel data. */
	ENDS_BEFORE_PIXEL_DATA,
	/** the file ends within an element header. */
	ENDS_WITHIN_ELEMENT_HEADER,
	/** … frames are stated, the pixel data hold …. */
	FRAMES_STATED_AND_HELD,
	/** frame … is empty. */
	FRAME_EMPTY,
	/** a frame of … bytes is more than is allowed. */
	FRAME_TOO_LARGE,
	/** the high bit of … stored ones is …. */
	HIGH_BIT,
	/** the size of the image is missing. */
	IMAGE_SIZE_MISSING,
	/** the inflated data set has …. */
	INFLATED_DATA_SET_TOO_LONG,
	/** an item outside of a sequence. */
	ITEM_OUTSIDE_SEQUENCE,
	/** this is longer than what holds it. */
	LONGER_THAN_ITS_PARENT,
	/** the meta information is damaged. */
	META_INFORMATION_DAMAGED,
	/** the meta information has … bytes, not …. */
	META_INFORMATION_LENGTH,
	/** more than … bytes. */
	MORE_BYTES,
	/** sequences are nested more than … deep. */
	NESTED_TOO_DEEP,
	/** the data set is not deflated as the meta information says. */
	NOT_DEFLATED,
	/** not a DICOM file. */
	NOT_DICOM,
	/** the pixel data are not in fragments. */
	NOT_IN_FRAGMENTS,
	/** the file has no data set. */
	NO_DATA_SET,
	/** the pixel data have no fragments. */
	NO_FRAGMENTS,
	/** there are no fragments for frame …. */
	NO_FRAGMENTS_FOR_FRAME,
	/** the image has no size. */
	NO_IMAGE_SIZE,
	/** there is something else where an item should be. */
	NO_ITEM,
	/** the value has no length. */
	NO_LENGTH,
	/** nobody waits for this frame any more. */
	NO_LONGER_WANTED,
	/** there are no pixel data. */
	NO_PIXEL_DATA,
	/** there is no reader. */
	NO_READER,
	/** there is no VR where one should be. */
	NO_VR,
	/** the number of frames is not above zero. */
	NUMBER_OF_FRAMES_NOT_POSITIVE,
	/** the orientation is not two perpendicular directions. */
	ORIENTATION_INVALID,
	/** the data set is encoded as …, the meta information says …. */
	OTHER_ENCODING,
	/** the photometric interpretation … is not known. */
	PHOTOMETRIC_INTERPRETATION_UNKNOWN,
	/** the pixel data are empty. */
	PIXEL_DATA_EMPTY,
	/** the pixel data end before frame …. */
	PIXEL_DATA_END_BEFORE_FRAME,
	/** the pixel data of … bytes run past the end of the file. */
	PIXEL_DATA_PAST_END,
	/** the pixel data have … bytes, the image needs …. */
	PIXEL_DATA_TOO_SHORT,
	/** the end of the pixel data is missing. */
	PIXEL_DATA_WITHOUT_END,
	/** the pixel spacing is not two positive numbers. */
	PIXEL_SPACING_INVALID,
	/** the position is not three numbers. */
	POSITION_INVALID,
	/** the reader failed: …. */
	READER_FAILED,
	/** this reader remembers nothing. */
	READER_REMEMBERS_NOTHING,
	/** Read by …, as … failed: …. */
	READ_BY_OTHER,
	/** remembered headers are damaged. */
	REMEMBERED_HEADERS_DAMAGED,
	/** remembered headers are of another version or damaged. */
	REMEMBERED_HEADERS_OF_OTHER_VERSION,
	/** the rescale slope is zero or no number. */
	RESCALE_SLOPE_INVALID,
	/** … samples per pixel. */
	SAMPLES_PER_PIXEL,
	/** … samples per pixel in an image of …. */
	SAMPLES_PER_PIXEL_OF_KIND,
	/** a sequence runs past the end of what holds it. */
	SEQUENCE_PAST_END,
	/** the end of a sequence is missing. */
	SEQUENCE_WITHOUT_END,
	/** more than … elements and items. */
	TOO_MANY_ELEMENTS,
	/** more than … fragments. */
	TOO_MANY_FRAGMENTS,
	/** the transfer syntax … is a maker's own. */
	TRANSFER_SYNTAX_PRIVATE,
	/** the transfer syntax … is not known. */
	TRANSFER_SYNTAX_UNKNOWN,
	/** a value is missing. */
	VALUE_MISSING,
	/** a value runs past the end of the file. */
	VALUE_PAST_END,
	/** a value runs past the end of its item. */
	VALUE_PAST_ITEM,
	/** a value of … bytes is more than is allowed. */
	VALUE_TOO_LONG,
	/** …. */
	VERBATIM,
	/** the width of a window is not above zero. */
	WINDOW_WIDTH_NOT_POSITIVE
}
