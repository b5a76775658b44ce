package org.dicompreview.codec;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.PixelStream;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.TransferSyntax;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All decoders that are there: the one place to ask for a frame. An OSGi service that follows the decoders as
 * they come and go. For several threads.
 *
 * @since 0.1
 */
@ProviderType
public interface FrameDecoders {

	/** {@return new decoders for use outside OSGi: those on the class path, as {@link ServiceLoader} finds them} */
	static FrameDecoders standalone() {
		return ServiceLoader.load(FrameDecoders.class, FrameDecoders.class.getClassLoader()).findFirst().orElseThrow();
	}

	/** {@return UIDs of the transfer syntaxes of which single frames can be decoded} */
	Set<String> transferSyntaxes();

	/**
	 * {@return who provides decoders for a transfer syntax, by service ranking, whatever is chosen}
	 *
	 * @param syntax UID of the transfer syntax
	 */
	List<String> providers(String syntax);

	/**
	 * {@return whose decoder comes first for a transfer syntax; absent if there is none}
	 *
	 * @param syntax UID of the transfer syntax
	 */
	Optional<String> provider(String syntax);

	/**
	 * Chooses whose decoder comes first.
	 *
	 * @param providers one of {@link #providers} by UID of the transfer syntax; for all others the service ranking counts
	 */
	void prefer(Map<String, String> providers);

	/**
	 * {@return why no frame of a transfer syntax can be decoded; absent if there is a decoder}
	 *
	 * @param syntax the transfer syntax
	 */
	Optional<Problem> unsupported(TransferSyntax syntax);

	/**
	 * Decodes one frame with the preferred decoder. A frame that it cannot decode goes to the next one for the same
	 * transfer syntax, with a note ({@link Frame#note()}); one that is evidently of another transfer syntax than the
	 * data set states goes to the decoder for that one.
	 *
	 * @param frame   the frame
	 * @param options how
	 * @return the stored values
	 * @throws DecodeException if nothing can be decoded, the codestream contradicts the size that the data set states, no
	 *                         decoder knows the transfer syntax (the message names it and says why), or the decoder itself
	 *                         fails
	 */
	Frame decode(EncodedFrame frame, DecodeOptions options) throws DecodeException;

	/**
	 * Opens a video with the preferred decoder.
	 *
	 * @param stream  the stream; it is closed with the video, and at once if this method fails
	 * @param options limits for each frame
	 * @return the frames; the caller closes them
	 * @throws DecodeException if the stream is no video of its transfer syntax, contradicts the size that the data set
	 *                         states, no decoder knows the transfer syntax (the message names it and says what is missing),
	 *                         or the decoder itself fails
	 * @throws IOException     if the stream cannot be read
	 */
	Video openVideo(PixelStream stream, DecodeOptions options) throws DecodeException, IOException;
}
