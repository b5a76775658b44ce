package org.dicompreview.series.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.SeriesText;

/**
 * What comes as a stream, in a temporary file for its owner only. Where the system allows it the file has no name from the
 * start, so that nothing of it is left whatever happens; else it goes when this program ends. For several threads.
 */
final class Spooled implements InstanceBytes {

	private static final long LARGEST = 1L << 34;
	/** What is larger than this … */
	private static final long LARGE = 1L << 26;
	/** … does not shrink to less than this part. */
	private static final long MOST_EXPANSION = 400;

	private final RandomAccessFile file;
	private long size;

	private Spooled(Path path) throws IOException {
		file = new RandomAccessFile(path.toFile(), "rw"); //$NON-NLS-1$
	}

	/**
	 * Reads a stream to its end.
	 *
	 * @param packed    how many bytes it was packed into
	 * @param cancelled ends reading
	 * @throws IOException if it expands too much, or there is no room
	 */
	static Spooled of(InputStream stream, long packed, BooleanSupplier cancelled) throws IOException {
		Path path = Files.createTempFile("dicompreview", ".archive"); // for its owner only //$NON-NLS-1$ //$NON-NLS-2$
		long room = Math.min(LARGEST, Files.getFileStore(path).getUsableSpace() / 2);
		Spooled spooled = new Spooled(path);
		hide(path);
		try {
			spooled.fill(stream, Math.min(room, Math.max(LARGE, packed * MOST_EXPANSION)), cancelled);
			return spooled;
		} catch (IOException | RuntimeException e) {
			spooled.file.close();
			throw e;
		}
	}

	private void fill(InputStream stream, long most, BooleanSupplier cancelled) throws IOException {
		byte[] buffer = new byte[1 << 16];
		for (int read = stream.read(buffer); read >= 0 && !cancelled.getAsBoolean(); read = stream.read(buffer)) {
			if (size + read > most) {
				throw new DicomException(Problem.of(SeriesText.ARCHIVE_EXPANDS, most));
			}
			file.write(buffer, 0, read);
			size += read;
		}
	}

	private static void hide(Path path) {
		if (!path.toFile().delete()) { // the open file stays
			path.toFile().deleteOnExit(); // a system that deletes no open file
		}
	}

	/** A thread that is interrupted does not close the file for the others, as it would a channel. */
	@Override
	public synchronized int read(long position, byte[] target, int offset, int length) throws IOException {
		int done = 0;
		file.seek(Math.min(position, size));
		while (done < length) {
			int read = file.read(target, offset + done, length - done);
			if (read < 0) {
				break;
			}
			done += read;
		}
		return done;
	}

	@Override
	public synchronized long size() {
		return size;
	}

	@Override
	public boolean isRandomAccess() {
		return true;
	}

	/** The instances in it hold the file; it is closed when the last of them is forgotten. */
	@Override
	public void close() {
		// nothing to do for one of many readers
	}
}
