package org.dicompreview.codec;

import java.util.Set;

import org.dicompreview.dicom.EncodedFrame;

/**
 * Decodes the frames of a family of transfer syntaxes. An OSGi service; the provider with the highest ranking that lists
 * a syntax decodes it. Methods may be called by several threads at once and never on the UI thread.
 */
public interface FrameDecoder {

	/** {@link #provider()} of the decoders that come with this project. */
	String BUILT_IN = "built-in";

	/** {@return a short name of the family for people, for example {@code JPEG 2000}} */
	String name();

	/** {@return a short name of the toolkit that this belongs to, the same for all its decoders, as users choose it} */
	default String provider() {
		return BUILT_IN;
	}

	/** {@return UIDs of the transfer syntaxes that this decodes} */
	Set<String> transferSyntaxes();

	/**
	 * {@return whether this can decode frames of such a format at all; another decoder gets those that it cannot}
	 *
	 * @param frame a frame of one of the {@link #transferSyntaxes()}
	 */
	default boolean accepts(EncodedFrame frame) {
		return true;
	}

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
