package org.dicompreview.codec.internal.jpeg;

import org.dicompreview.dicom.TextKey;

/** What is wrong with JPEG codestreams. */
public enum JpegText implements TextKey {

	/** begins a hierarchical image, which is not supported. */
	BEGINS_HIERARCHICAL_IMAGE,
	/** begins a second image. */
	BEGINS_SECOND_IMAGE,
	/** belongs to a hierarchical image, which is not supported. */
	BELONGS_TO_HIERARCHICAL_IMAGE,
	/** There are … bytes before the JPEG codestream. */
	BYTES_BEFORE_CODESTREAM,
	/** DCT coding of … bits is not in the standard. */
	DCT_BITS,
	/** defines a table … of class …. */
	DEFINES_TABLE_OF_CLASS,
	/** defines a table … of precision …. */
	DEFINES_TABLE_OF_PRECISION,
	/** defines … codes, more than …. */
	DEFINES_TOO_MANY_CODES,
	/** needs Huffman table …, which is missing. */
	HUFFMAN_TABLE_MISSING,
	/** The image data end at byte …, … of … units are missing. */
	IMAGE_DATA_END_EARLY,
	/** There are no image data of component … of …. */
	NO_DATA_OF_COMPONENT,
	/** The JPEG codestream ends at byte … before any image data. */
	NO_IMAGE_DATA,
	/** This is not a JPEG codestream: there is no start of image. */
	NO_START_OF_IMAGE,
	/** The codestream does not tell the number of lines. */
	NUMBER_OF_LINES_MISSING,
	/** The scan at byte … asks for predictor … and point transform …. */
	PREDICTOR_UNKNOWN,
	/** needs quantization table …, which is missing. */
	QUANTIZATION_TABLE_MISSING,
	/** A scan has … restart markers instead of …. */
	RESTART_MARKERS,
	/** says that arithmetic coding is used, which is not supported. */
	SAYS_ARITHMETIC_CODING,
	/** says that this is JPEG-LS, but the data set says JPEG. */
	SAYS_JPEG_LS,
	/** The scan at byte … does not fit the ones before: coefficients … to … from bit … of … components. */
	SCAN_DOES_NOT_FIT,
	/** stands before the frame header. */
	STANDS_BEFORE_FRAME_HEADER,
	/** A Huffman table has more codes of … bits than there are. */
	TOO_MANY_HUFFMAN_CODES,
	/** is one of more than …. */
	TOO_MANY_SCANS,
	/** is too short for its … codes. */
	TOO_SHORT_FOR_CODES,
	/** The image data before byte … have … codes that no Huffman table has. */
	UNKNOWN_CODES
}
