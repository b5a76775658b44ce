package org.dicompreview.video.internal;

import org.dicompreview.dicom.TextKey;

/** What is wrong with videos, or with FFmpeg. */
public enum VideoText implements TextKey {

	/** FFmpeg ended with status …. */
	FFMPEG_ENDED,
	/** FFmpeg ended early: …. */
	FFMPEG_ENDED_EARLY,
	/** FFmpeg ended with status …: …. */
	FFMPEG_ENDED_SAYING,
	/** Video cannot be decoded here: FFmpeg cannot be made executable in …. */
	FFMPEG_NOT_EXECUTABLE,
	/** FFmpeg decoded nothing for … seconds. */
	FFMPEG_SILENT,
	/** The video has frames of … x … (columns x rows), but the data set states … x …. */
	FRAME_SIZE_CONTRADICTED,
	/** A frame of … bytes is more than is allowed. */
	FRAME_TOO_LARGE,
	/** Frame … of the video cannot be decoded. */
	FRAME_UNDECODABLE,
	/** Frame … of the video cannot be decoded: …. */
	FRAME_UNDECODABLE_BECAUSE,
	/** Decoding was interrupted. */
	INTERRUPTED,
	/** Video cannot be decoded here: there is no FFmpeg for … in this installation. */
	NO_FFMPEG,
	/** There is no picture in the video from which decoding could begin. */
	NO_FIRST_PICTURE,
	/** Video with pixels of this kind is not supported (… bits, … bytes for a frame). */
	PIXELS_UNSUPPORTED
}
