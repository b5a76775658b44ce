package org.dicompreview.rendering.internal.cache;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.codec.Video;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelFormat;
import org.dicompreview.dicom.PixelSource;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.TransferSyntax;
import org.dicompreview.rendering.RenderingText;

/** The frames of an open instance, stored one by one or as a video. For several threads. */
interface FrameAccess extends Closeable {

	/** A decoded frame. @param encoded the same before decoding; without bytes where frames are not stored one by one */
	record Decoded(Frame frame, EncodedFrame encoded) {
	}

	/** {@return number of frames that were found} */
	int frameCount();

	/** {@return what a person should know of how they were found} */
	Optional<Problem> note();

	/** Reads and decodes a frame. @param frame from 0 */
	Decoded decode(int frame, DecodeOptions options) throws IOException, DecodeException;

	/**
	 * Reads and decodes some rows of a frame where that is possible without the others.
	 *
	 * @return absent where it is not
	 */
	default Optional<Decoded> decodeRows(int frame, int first, int count, DecodeOptions options) throws IOException, DecodeException {
		return Optional.empty();
	}

	/** Frames that are stored one by one. */
	record Stored(PixelSource source, FrameDecoders decoders) implements FrameAccess {

		@Override
		public int frameCount() {
			return source.frameCount();
		}

		@Override
		public Optional<Problem> note() {
			return source.note();
		}

		@Override
		public Decoded decode(int frame, DecodeOptions options) throws IOException, DecodeException {
			EncodedFrame encoded = source.frame(frame);
			return new Decoded(decoders.decode(encoded, options), encoded);
		}

		@Override
		public Optional<Decoded> decodeRows(int frame, int first, int count, DecodeOptions options) throws IOException, DecodeException {
			Optional<EncodedFrame> rows = source.rows(frame, first, count);
			return rows.isEmpty() ? Optional.empty() : Optional.of(new Decoded(decoders.decode(rows.get(), options), rows.get()));
		}

		@Override
		public void close() throws IOException {
			source.close();
		}
	}

	/** Frames of a video. @param stated how many of them the data set states */
	record Moving(Video video, TransferSyntax syntax, PixelFormat format, int stated) implements FrameAccess {

		@Override
		public int frameCount() {
			return video.frameCount();
		}

		@Override
		public Optional<Problem> note() {
			return video.frameCount() == stated ? Optional.empty()
					: Optional.of(Problem.of(RenderingText.VIDEO_FRAMES, video.frameCount(), stated));
		}

		@Override
		public Decoded decode(int frame, DecodeOptions options) throws IOException, DecodeException {
			return new Decoded(video.frame(frame), new EncodedFrame(syntax, format, new byte[0], 0, 0, 0));
		}

		@Override
		public void close() throws IOException {
			video.close();
		}
	}
}
