package org.dicompreview.codec.internal.jpegls;

import org.dicompreview.dicom.TextKey;

/** What is wrong with JPEG-LS codestreams. */
public enum JpegLsText implements TextKey {

	/** belongs to another kind of JPEG than JPEG-LS. */
	BELONGS_TO_OTHER_JPEG,
	/** codes component … once more. */
	CODES_COMPONENT_AGAIN,
	/** comes before the frame header. */
	COMES_BEFORE_FRAME_HEADER,
	/** The stream holds … of … components. */
	COMPONENTS_MISSING,
	/** The data that begin at byte … are corrupt at line …. */
	DATA_CORRUPT_AT_LINE,
	/** The data that begin at byte … are corrupt: they do not end where the image ends. */
	DATA_DO_NOT_END,
	/** The data that begin at byte … are incomplete or corrupt at line …. */
	DATA_INCOMPLETE_AT_LINE,
	/** The JPEG-LS stream states a size of … x …. */
	IMAGE_SIZE,
	/** is a second one. */
	IS_SECOND_ONE,
	/** … lines are missing in the data that begin at byte …. */
	LINES_MISSING,
	/** names colour transform …, which is not known. */
	NAMES_COLOUR_TRANSFORM,
	/** The JPEG-LS stream holds no image data. */
	NO_IMAGE_DATA,
	/** There is no JPEG-LS stream in the frame of … bytes. */
	NO_STREAM,
	/** states components of different sizes, which is not supported. */
	STATES_COMPONENT_SIZES,
	/** states interleave mode … for … components. */
	STATES_INTERLEAVE_MODE,
	/** states a precision of … bits. */
	STATES_PRECISION,
	/** states a size in numbers of … bytes. */
	STATES_SIZE_OF_NUMBERS,
	/** The values are indices of a table in the stream, which is not applied. */
	TABLE_NOT_APPLIED,
	/** uses coding parameters that are not valid: …. */
	USES_INVALID_PARAMETERS
}
