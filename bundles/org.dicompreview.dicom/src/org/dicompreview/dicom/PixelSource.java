package org.dicompreview.dicom;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * The frames of one instance, located once: each {@link #frame(int)} is one positioned read. For several threads; the
 * file stays open until {@link #close()}.
 */
public interface PixelSource extends Closeable {

	/** {@return the format that the data set states, after checks} */
	PixelFormat format();

	/** {@return number of frames that were found} */
	int frameCount();

	/** {@return what a person should know of how the frames were found: that another reader had to; absent if nothing} */
	default Optional<Problem> note() {
		return Optional.empty();
	}

	/**
	 * Reads one frame.
	 *
	 * @param frame index from 0
	 * @return the frame; shorter than the format asks for where the file is truncated
	 * @throws DicomException            if the frame is not there at all, with tag and offset
	 * @throws IOException               if the file cannot be read
	 * @throws IndexOutOfBoundsException if there is no such frame
	 */
	EncodedFrame frame(int frame) throws IOException;

	/**
	 * Reads some rows of a frame, and no more of it, where it is uncompressed so that they can be found.
	 *
	 * @param frame index from 0
	 * @param first row, from 0
	 * @param count number of rows, at least 1
	 * @return the rows as a frame of so many; absent where rows cannot be read alone
	 * @throws DicomException            if the rows are not there at all, with tag and offset
	 * @throws IOException               if the file cannot be read
	 * @throws IndexOutOfBoundsException if there is no such frame or row
	 * @since 0.1.0
	 */
	default Optional<EncodedFrame> rows(int frame, int first, int count) throws IOException {
		return Optional.empty();
	}
}
