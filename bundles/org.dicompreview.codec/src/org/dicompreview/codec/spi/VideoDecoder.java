package org.dicompreview.codec.spi;

import java.io.IOException;
import java.util.Set;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Video;
import org.dicompreview.dicom.PixelStream;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Decodes videos: transfer syntaxes whose frames are parts of one stream (PS3.5 A.4.6 and the sections behind it). An OSGi
 * service; the provider with the highest ranking that lists a syntax decodes it. Methods may be called by several threads
 * at once and never on the UI thread.
 *
 * @since 0.1
 */
@ConsumerType
public interface VideoDecoder {

	/** {@return a short name of the decoder for people} */
	String name();

	/** {@return UIDs of the transfer syntaxes that this decodes} */
	Set<String> transferSyntaxes();

	/**
	 * Opens a video: reads the index of its stream, decodes nothing yet.
	 *
	 * @param stream  the stream; it is closed with the video, and at once if this method fails
	 * @param options limits for each frame
	 * @return the frames; the caller closes them
	 * @throws DecodeException if the stream is no video of its transfer syntax, or contradicts the size that the data set
	 *                         states
	 * @throws IOException     if the stream cannot be read
	 */
	Video open(PixelStream stream, DecodeOptions options) throws DecodeException, IOException;
}
