package org.dicompreview.codec;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.codec.internal.RankedDecoders;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.dicom.TransferSyntax;

/**
 * All decoders that are there: the one place to ask for a frame. An OSGi service that follows the {@link FrameDecoder}
 * services as they come and go; {@link #of} makes one without OSGi. For several threads.
 */
public interface FrameDecoders {

	/** {@return the decoders by service ranking} */
	List<FrameDecoder> decoders();

	/**
	 * {@return the decoders for a transfer syntax in the order in which they are tried: the chosen provider's, then by
	 * service ranking}
	 *
	 * @param syntax UID of the transfer syntax
	 */
	List<FrameDecoder> decodersFor(String syntax);

	/**
	 * Chooses whose decoder comes first.
	 *
	 * @param providers {@link FrameDecoder#provider()} by UID of the transfer syntax; for all others the service
	 *                  ranking counts
	 */
	void prefer(Map<String, String> providers);

	/**
	 * {@return the preferred decoder for a transfer syntax, if there is one}
	 *
	 * @param syntax the transfer syntax
	 */
	Optional<FrameDecoder> decoderFor(TransferSyntax syntax);

	/**
	 * {@return why no frame of a transfer syntax can be decoded, for people; absent if there is a decoder}
	 *
	 * @param syntax the transfer syntax
	 */
	Optional<String> unsupported(TransferSyntax syntax);

	/**
	 * Decodes one frame with the preferred decoder. A frame that it cannot decode goes to the next one for the same
	 * transfer syntax, with a note ({@link Frame#note()}); one that is evidently of another transfer syntax than the
	 * data set states goes to the decoder for that one.
	 *
	 * @param frame   the frame
	 * @param options how
	 * @return the stored values
	 * @throws DecodeException as {@link FrameDecoder#decode}, if no decoder knows the transfer syntax (the message
	 *                         names it and says why), and if the decoder itself fails
	 */
	Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException;

	/**
	 * Opens a video with the preferred decoder.
	 *
	 * @param stream  the stream; it is closed with the video, and at once if this method fails
	 * @param options limits for each frame
	 * @return the frames; the caller closes them
	 * @throws DecodeException as {@link VideoDecoder#open}, if no decoder knows the transfer syntax (the message names it
	 *                         and says what is missing), and if the decoder itself fails
	 * @throws IOException     if the stream cannot be read
	 */
	Video openVideo(PixelStream stream, DecodeOptions options) throws DecodeException, IOException;

	/** {@return the decoders that come with this project, for use outside OSGi} */
	static FrameDecoders builtIn() {
		return RankedDecoders.builtIn();
	}

	/**
	 * {@return a fixed set of decoders}
	 *
	 * @param decoders the decoders, those that are preferred first
	 */
	static FrameDecoders of(List<FrameDecoder> decoders) {
		return RankedDecoders.of(decoders);
	}
}
