package org.dicompreview.codec.internal;

import org.dicompreview.dicom.TextKey;

/** What is said of frames whatever their coding. */
public enum DecodeText implements TextKey {

	/** … (and … more). */
	AND_MORE,
	/** Decoded by …, as … failed: …. */
	DECODED_BY_OTHER,
	/** The decoder for … failed: …. */
	DECODER_FAILED,
	/** The decoded frame of … x … x … takes … bytes, more than the limit of …. */
	FRAME_TOO_LARGE,
	/** The codestream holds an image of … (columns x rows x samples), but the data set states … x … x …. */
	IMAGE_SIZE_CONTRADICTED,
	/** the images are sent over a network as live video and are not in the file. */
	LIVE_VIDEO,
	/** There is not enough memory for a decoded frame of … values. */
	NOT_ENOUGH_MEMORY,
	/** no decoder for it is installed. */
	NO_DECODER,
	/** it does not store images. */
	NO_IMAGES,
	/** The image has no pixels: … x … x …. */
	NO_PIXELS,
	/** the decoder for video is not installed (feature "DICOM Series Preview: Video"). */
	NO_VIDEO_DECODER,
	/** the images are not in the file but on a JPIP server that it refers to. */
	ON_SERVER,
	/** it is a private compression of the maker's own. */
	PRIVATE_COMPRESSION,
	/** Private transfer syntax. */
	PRIVATE_SYNTAX,
	/** Transfer syntax. */
	SOME_SYNTAX,
	/** it is not a transfer syntax that is known. */
	UNKNOWN_SYNTAX,
	/** … (…) cannot be decoded: …. */
	UNSUPPORTED,
	/** Values of … bits are not supported (1-32 are). */
	VALUE_BITS_UNSUPPORTED,
	/** The video decoder … failed: …. */
	VIDEO_DECODER_FAILED
}
