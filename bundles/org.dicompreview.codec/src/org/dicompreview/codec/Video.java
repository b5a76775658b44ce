package org.dicompreview.codec;

import java.io.Closeable;
import java.io.IOException;

/**
 * A video that is open. Frames are numbered in the order in which they are shown, from 0. For several threads; what one
 * frame needs may be kept for the next ones, so that going forward costs less than jumping.
 */
public interface Video extends Closeable {

	/** {@return number of frames in the stream, whatever the data set states; at least 1} */
	int frameCount();

	/**
	 * Decodes one frame. Blocks until it is there.
	 *
	 * @param index of the frame, from 0
	 * @return the stored values, as {@link Frame} says: luminance and chrominance brought to full size
	 * @throws DecodeException           if the stream is damaged there or its decoder fails
	 * @throws IOException               if the stream cannot be read
	 * @throws IndexOutOfBoundsException if there is no such frame
	 */
	Frame frame(int index) throws DecodeException, IOException;
}
