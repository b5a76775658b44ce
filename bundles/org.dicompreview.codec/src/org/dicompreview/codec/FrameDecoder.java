package org.dicompreview.codec;

import java.util.Set;

import org.dicompreview.dicom.EncodedFrame;

/**
 * Decodes the frames of a family of transfer syntaxes. An OSGi service; the provider with the highest ranking that lists
 * a syntax decodes it. Methods may be called by several threads at once and never on the UI thread.
 */
public interface FrameDecoder {

	/** {@return a short name of the family and provider for people, for example {@code JPEG 2000}} */
	String name();

	/** {@return UIDs of the transfer syntaxes that this decodes} */
	Set<String> transferSyntaxes();

	/**
	 * Decodes one frame. No input makes it hang, overrun, or take memory out of proportion to the declared size.
	 *
	 * @param frame   the frame
	 * @param options how
	 * @return the stored values; with {@link Frame#problem()} where only a part could be decoded
	 * @throws DecodeException if nothing can be decoded, or the codestream contradicts the size that the data set states
	 */
	Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException;
}
