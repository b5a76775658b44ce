package org.dicompreview.dicom;

import java.io.IOException;
import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A source that gives the frames of an instance one by one, so that nobody has to fetch all of it: a server. Readers leave the
 * pixel data of its instances to it. What fails may work the next time; for several threads, never on the UI thread.
 *
 * @since 0.1.0
 */
@ConsumerType
public interface FrameServer extends InstanceSource {

	/**
	 * A frame that somebody is about to ask for.
	 *
	 * @param header of its instance
	 * @param frame  index from 0
	 */
	record Wish(InstanceHeader header, int frame) {
	}

	/**
	 * Opens the pixel data of an instance. A frame that is fetched for a {@linkplain #expect wish} that is given up ends with a
	 * {@link DicomException} of {@link DicomText#NO_LONGER_WANTED}.
	 *
	 * @param header  of an instance of this source
	 * @param readers for what has to be fetched as a whole
	 * @param limits  bounds
	 * @return its frames; the caller closes them
	 * @throws IOException as {@link DicomReaders#openPixels} says
	 */
	PixelSource openPixels(InstanceHeader header, DicomReaders readers, ReadLimits limits) throws IOException;

	/**
	 * Opens the pixel data of an instance as one stream.
	 *
	 * @param header  of an instance of this source
	 * @param readers for what has to be fetched as a whole
	 * @param limits  bounds
	 * @return the stream; the caller closes it
	 * @throws IOException as {@link DicomReaders#openStream} says
	 */
	PixelStream openStream(InstanceHeader header, DicomReaders readers, ReadLimits limits) throws IOException;

	/**
	 * Says which frames will be asked for, so that they are fetched before. Returns at once.
	 *
	 * @param wishes the most urgent one first; they take the place of those before, and what is fetched for these is given up
	 */
	void expect(List<Wish> wishes);
}
