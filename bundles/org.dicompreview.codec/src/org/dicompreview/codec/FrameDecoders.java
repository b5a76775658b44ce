package org.dicompreview.codec;

import java.util.List;
import java.util.Optional;

import org.dicompreview.codec.internal.RankedDecoders;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.TransferSyntax;

/**
 * All decoders that are there: the one place to ask for a frame. An OSGi service that follows the {@link FrameDecoder}
 * services as they come and go; {@link #of} makes one without OSGi. For several threads.
 */
public interface FrameDecoders {

	/** {@return the decoders, those that are preferred first} */
	List<FrameDecoder> decoders();

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
	 * Decodes one frame with the preferred decoder. A frame that it cannot decode and that is evidently of another
	 * transfer syntax than the data set states goes to the decoder for that one.
	 *
	 * @param frame   the frame
	 * @param options how
	 * @return the stored values
	 * @throws DecodeException as {@link FrameDecoder#decode}, if no decoder knows the transfer syntax (the message
	 *                         names it and says why), and if the decoder itself fails
	 */
	Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException;

	/**
	 * {@return a fixed set of decoders}
	 *
	 * @param decoders the decoders, those that are preferred first
	 */
	static FrameDecoders of(List<FrameDecoder> decoders) {
		return RankedDecoders.of(decoders);
	}
}
