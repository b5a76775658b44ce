package org.dicompreview.dicom.internal.io;

import java.io.Closeable;
import java.io.IOException;

/** Bytes that can be read at any position: a file, an entry of an archive, an inflated data set. */
public interface ByteSource extends Closeable {

	/** What {@link #size()} says of a source whose end is not known before it is reached. */
	long UNKNOWN = Long.MAX_VALUE;

	/**
	 * Reads as many bytes as there are, up to {@code length}.
	 *
	 * @param position from the beginning of the source; behind the end nothing is read
	 * @param target   where the bytes go
	 * @param offset   index of the first one in {@code target}
	 * @param length   how many are wanted
	 * @return how many were read, less than {@code length} only at the end of the source
	 * @throws IOException if reading fails
	 */
	int read(long position, byte[] target, int offset, int length) throws IOException;

	/** {@return number of bytes, or {@link #UNKNOWN}} */
	long size();
}
