package org.dicompreview.dicom;

import java.io.Closeable;
import java.io.IOException;

/**
 * The fragments of an instance joined to one stream: a video, whose frames cannot be told apart without its own index.
 * For several threads; the file stays open until {@link #close()}.
 */
public interface PixelStream extends Closeable {

	/** {@return how the stream is encoded} */
	TransferSyntax transferSyntax();

	/** {@return the format that the data set states, after checks} */
	PixelFormat format();

	/** {@return Number of Frames (0028,0008) as the data set states it, at least 1; the stream may hold more or fewer} */
	int statedFrames();

	/** {@return number of bytes; a last byte that pads the stream to an even length is counted} */
	long length();

	/**
	 * Reads as many bytes as there are, up to {@code length}.
	 *
	 * @param position from the beginning of the stream; behind its end nothing is read
	 * @param target   where the bytes go
	 * @param offset   index of the first one in {@code target}
	 * @param length   how many are wanted
	 * @return how many were read, less than {@code length} only at the end of the stream or of a truncated file
	 * @throws IOException if the file cannot be read
	 */
	int read(long position, byte[] target, int offset, int length) throws IOException;
}
