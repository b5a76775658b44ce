package org.dicompreview.codec.spi;

import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Frame;
import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.EncodedFrame;
import org.osgi.annotation.versioning.ConsumerType;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Decodes the frames of a family of transfer syntaxes. An OSGi service, outside OSGi a provider for
 * {@link ServiceLoader}; the provider with the highest ranking that lists a syntax decodes it. Methods may be called by
 * several threads at once and never on the UI thread.
 *
 * @since 0.1
 */
@ConsumerType
public interface FrameDecoder {

	/**
	 * {@return decoders as one, for who has decoders but no registry of services}
	 *
	 * @param decoders the decoders, those that are preferred first
	 */
	static FrameDecoders join(List<FrameDecoder> decoders) {
		return ServiceLoader.load(Joiner.class, Joiner.class.getClassLoader()).findFirst().orElseThrow().join(decoders);
	}

	/** Joins decoders. */
	@ProviderType
	interface Joiner {

		/** As {@link FrameDecoder#join}. */
		FrameDecoders join(List<FrameDecoder> decoders);
	}

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
