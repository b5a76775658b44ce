package org.dicompreview.video.internal.stream;

/** How the pictures of a video are coded. */
public enum Codec {
	/** ISO/IEC 13818-2. */
	MPEG2,
	/** MPEG-4 AVC/H.264, ISO/IEC 14496-10. */
	AVC,
	/** HEVC/H.265, ISO/IEC 23008-2. */
	HEVC
}
