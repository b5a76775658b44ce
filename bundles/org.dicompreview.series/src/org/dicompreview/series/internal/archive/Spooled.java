package org.dicompreview.series.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.TemporaryFiles;
import org.dicompreview.series.SeriesText;

/**
 * What an archive was expanded to, in a temporary file that goes when nobody can reach this any more. One thread writes; when it
 * is done, several read.
 */
final class Spooled {

	/** What is larger than this … */
	private static final long LARGE = 1L << 26;
	/** … does not shrink to less than this part. */
	private static final long MOST_EXPANSION = 400;
	private static final long LARGEST = 1L << 34;

	private final Path file;
	private final long most;
	private final BooleanSupplier cancelled;
	private final byte[] buffer = new byte[1 << 16];
	private long size;

	/**
	 * @param packed    how many bytes it was packed into
	 * @param cancelled ends writing
	 * @throws IOException if there is no room
	 */
	Spooled(long packed, BooleanSupplier cancelled) throws IOException {
		this.cancelled = cancelled;
		file = TemporaryFiles.create("archive", this); //$NON-NLS-1$
		most = Math.min(Math.min(LARGEST, TemporaryFiles.room()), Math.max(LARGE, packed * MOST_EXPANSION));
	}

	/**
	 * Puts a stream behind what is there.
	 *
	 * @param stream read to its end
	 * @return where it begins
	 * @throws IOException if it expands too much, or cannot be read or written
	 */
	long append(InputStream stream) throws IOException {
		long start = size;
		try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
			for (int read = stream.read(buffer); read >= 0 && !cancelled.getAsBoolean(); read = stream.read(buffer)) {
				if (size + read > most) {
					throw new DicomException(Problem.of(SeriesText.ARCHIVE_EXPANDS, most));
				}
				out.write(buffer, 0, read);
				size += read;
			}
		}
		return start;
	}

	/** {@return how many bytes there are} */
	long size() {
		return size;
	}

	/**
	 * {@return the bytes; the caller closes them}
	 *
	 * @throws IOException if they cannot be read
	 */
	InstanceBytes open() throws IOException {
		return new Opened(this, InstanceBytes.ofFile(file));
	}

	/** @param owner holds the file */
	private record Opened(Spooled owner, InstanceBytes all) implements InstanceBytes {

		@Override
		public int read(long position, byte[] target, int offset, int length) throws IOException {
			return all.read(position, target, offset, length);
		}

		@Override
		public long size() {
			return all.size();
		}

		@Override
		public boolean isRandomAccess() {
			return all.isRandomAccess();
		}

		@Override
		public void close() throws IOException {
			all.close();
		}
	}
}
