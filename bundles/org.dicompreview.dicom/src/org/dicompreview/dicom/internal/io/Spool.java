package org.dicompreview.dicom.internal.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.TemporaryFiles;

/** Keeps what comes as a stream where it can be read at random: in memory, or in a temporary file if it is long. */
public final class Spool {

	private static final int IN_MEMORY = 1 << 26;

	private Spool() {
	}

	/**
	 * Reads a stream to its end, or up to a limit.
	 *
	 * @param stream the stream; the caller closes it
	 * @param limit  how many bytes to read at most
	 * @return the bytes, for several threads; closing it removes the temporary file
	 * @throws IOException if reading or writing fails
	 */
	public static InstanceBytes of(InputStream stream, long limit) throws IOException {
		byte[] first = stream.readNBytes((int) Math.min(limit, IN_MEMORY));
		if (first.length < IN_MEMORY || limit <= IN_MEMORY) {
			return InstanceBytes.of(first);
		}
		Path file = TemporaryFiles.create("pixels"); //$NON-NLS-1$
		try {
			write(file, first, stream, limit);
			return new TemporaryFile(file);
		} catch (IOException e) {
			TemporaryFiles.delete(file);
			throw e;
		}
	}

	private static void write(Path file, byte[] first, InputStream stream, long limit) throws IOException {
		try (OutputStream out = Files.newOutputStream(file)) {
			out.write(first);
			long total = first.length;
			byte[] piece = Arrays.copyOf(first, 1 << 20);
			while (total < limit) {
				int read = stream.read(piece, 0, (int) Math.min(piece.length, limit - total));
				if (read < 0) {
					break;
				}
				out.write(piece, 0, read);
				total += read;
			}
		}
	}

	private static final class TemporaryFile implements InstanceBytes {
		private final Path file;
		private final InstanceBytes source;

		TemporaryFile(Path file) throws IOException {
			this.file = file;
			source = InstanceBytes.ofFile(file);
		}

		@Override
		public boolean isRandomAccess() {
			return true;
		}

		@Override
		public int read(long position, byte[] target, int offset, int length) throws IOException {
			return source.read(position, target, offset, length);
		}

		@Override
		public long size() {
			return source.size();
		}

		@Override
		public void close() throws IOException {
			try {
				source.close();
			} finally {
				TemporaryFiles.delete(file);
			}
		}
	}
}
