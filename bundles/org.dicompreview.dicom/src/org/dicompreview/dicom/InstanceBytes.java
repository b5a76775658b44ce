package org.dicompreview.dicom;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Bytes that can be read at any position: a file, an entry of an archive, an object of a server, an inflated data set.
 *
 * @since 0.1.0
 */
@ConsumerType
public interface InstanceBytes extends Closeable {

	/** Opens a stream from its beginning. */
	@FunctionalInterface
	interface Opener {
		/** {@return the stream} @throws IOException if it cannot be opened */
		InputStream open() throws IOException;
	}

	/**
	 * {@return the bytes of a file of this computer, for several threads}
	 *
	 * @param file the file
	 * @throws IOException if it cannot be opened
	 */
	static InstanceBytes ofFile(Path file) throws IOException {
		return new FileBytes(file);
	}

	/** {@return bytes in memory, for several threads} @param bytes not copied */
	static InstanceBytes of(byte[] bytes) {
		return new MemoryBytes(bytes);
	}

	/**
	 * {@return bytes that come as a stream, for one thread: forward positions are skipped to, for a position that has gone by
	 * the stream is opened anew}
	 *
	 * @param opener opens the stream
	 * @param size   its length, or {@link #UNKNOWN}
	 * @param limit  how many bytes it may give before reading fails with a {@link SizeLimitException}
	 */
	static InstanceBytes ofStream(Opener opener, long size, long limit) {
		return new StreamBytes(opener, size, limit);
	}

	/** What {@link #size()} says where the end is not known before it is reached. */
	long UNKNOWN = Long.MAX_VALUE;

	/**
	 * Reads as many bytes as there are, up to {@code length}.
	 *
	 * @param position from the beginning; behind the end nothing is read
	 * @param target   where the bytes go
	 * @param offset   index of the first one in {@code target}
	 * @param length   how many are wanted
	 * @return how many were read, less than {@code length} only at the end
	 * @throws IOException if reading fails
	 */
	int read(long position, byte[] target, int offset, int length) throws IOException;

	/** {@return number of bytes, or {@link #UNKNOWN}} */
	long size();

	/**
	 * {@return a stream of what follows a position, for one thread; closing it leaves these bytes open}
	 *
	 * @param start the position, from the beginning
	 */
	default InputStream stream(long start) {
		return new BytesStream(this, start);
	}

	/**
	 * {@return whether several threads may read at the same time, at any position for the same price}; if not, one thread
	 * reads, and best from the beginning to the end
	 */
	default boolean isRandomAccess() {
		return false;
	}
}
