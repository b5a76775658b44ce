package org.dicompreview.video.internal.stream;

import java.io.IOException;

/** Bytes that can be read at any position: a whole stream, or the video within a container. For several threads. */
interface StreamBytes {

	/** {@return number of bytes} */
	long length();

	/** Reads as many bytes as there are, up to {@code length}; {@return how many, less only at the end}. */
	int read(long position, byte[] target, int offset, int length) throws IOException;
}
