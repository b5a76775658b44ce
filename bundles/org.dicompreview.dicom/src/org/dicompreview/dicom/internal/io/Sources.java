package org.dicompreview.dicom.internal.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes byte sources for paths of any file system. */
public final class Sources {

	private Sources() {
	}

	/**
	 * Opens a file. A file of the default file system is read at random for several threads; one of another file system
	 * (an entry of an archive, say) is streamed, by one thread at a time.
	 *
	 * @param file the file
	 * @param size its size
	 * @return the source; the caller closes it
	 * @throws IOException if it cannot be opened
	 */
	public static ByteSource open(Path file, long size) throws IOException {
		if (file.getFileSystem() == FileSystems.getDefault()) {
			return new FileSource(file, size);
		}
		return new StreamSource(() -> Files.newInputStream(file), size, Long.MAX_VALUE);
	}

	/**
	 * Opens a file for several threads that read at random; one of another file system is copied for that.
	 *
	 * @param file  the file
	 * @param limit how many bytes may be copied
	 * @return the source; the caller closes it
	 * @throws IOException if it cannot be opened
	 */
	public static ByteSource openAtRandom(Path file, long limit) throws IOException {
		if (file.getFileSystem() == FileSystems.getDefault()) {
			return new FileSource(file, Files.size(file));
		}
		try (InputStream stream = Files.newInputStream(file)) {
			return Spool.of(stream, limit);
		}
	}

	/**
	 * {@return a stream of what follows a position}
	 *
	 * @param source the bytes
	 * @param start  the position
	 */
	public static InputStream stream(ByteSource source, long start) {
		return new InputStream() {
			private long position = start;

			@Override
			public int read() throws IOException {
				byte[] one = new byte[1];
				return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
			}

			@Override
			public int read(byte[] target, int offset, int length) throws IOException {
				int read = source.read(position, target, offset, length);
				position += read;
				return read == 0 && length > 0 ? -1 : read;
			}
		};
	}

	/**
	 * Inflates what follows a position.
	 *
	 * @param source the deflated bytes, which stay open for as long as the result is used
	 * @param start  where the deflated stream begins
	 * @param limit  how many bytes it may grow to
	 * @return the inflated bytes; their end is where the stream ends or is damaged
	 */
	public static ByteSource inflate(ByteSource source, long start, long limit) {
		return new StreamSource(() -> new Inflated(source, start), ByteSource.UNKNOWN, limit);
	}
}
