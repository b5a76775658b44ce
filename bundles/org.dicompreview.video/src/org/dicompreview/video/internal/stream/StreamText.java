package org.dicompreview.video.internal.stream;

import org.dicompreview.dicom.TextKey;

/** What is wrong with streams of video. */
public enum StreamText implements TextKey {

	/** Box … of the MP4 file is missing or damaged. */
	BOX_DAMAGED,
	/** Box … of the MP4 file has … bytes, more than is allowed. */
	BOX_TOO_LARGE,
	/** The stream ends before coded picture …. */
	ENDS_BEFORE_PICTURE,
	/** The MP4 file ends within its tables. */
	ENDS_WITHIN_TABLES,
	/** There is no picture in the H.264 stream. */
	NO_H264_PICTURE,
	/** There is no picture in the H.265 stream. */
	NO_H265_PICTURE,
	/** The MP4 file has no video that is known. */
	NO_KNOWN_VIDEO,
	/** The MP4 file has no movie box. */
	NO_MOVIE_BOX,
	/** There is no picture in the MP4 file. */
	NO_MP4_PICTURE,
	/** There is no picture in the MPEG-2 stream. */
	NO_MPEG2_PICTURE,
	/** The MP4 file has no parameter sets. */
	NO_PARAMETER_SETS,
	/** There is no video in the MPEG program stream. */
	NO_VIDEO_IN_PROGRAM_STREAM,
	/** There is no video in the MPEG transport stream. */
	NO_VIDEO_IN_TRANSPORT_STREAM,
	/** Coded picture … has … bytes, more than is allowed. */
	PICTURE_TOO_LARGE,
	/** The MP4 file has more than … boxes. */
	TOO_MANY_BOXES,
	/** The MP4 file has more than … pictures. */
	TOO_MANY_MP4_PICTURES,
	/** The stream has more than … packets. */
	TOO_MANY_PACKETS,
	/** The stream has more than … pictures. */
	TOO_MANY_PICTURES
}
