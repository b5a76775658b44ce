package org.dicompreview.series.internal.archive;

import java.io.IOException;
import java.io.InputStream;

import org.apache.commons.compress.MemoryLimitException;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.SeriesText;

/** Expands a 7z archive, whose files are packed one behind the other. */
final class SevenZipEntries {

	private SevenZipEntries() {
	}

	/**
	 * Expands the files of an archive and lists them; of a damaged one those that lie before the damage.
	 *
	 * @param bytes   can be read at random
	 * @param memory  how much of it expanding may take, in bytes
	 * @param spooled where they go
	 * @throws DamagedArchiveException if it is damaged
	 * @throws IOException             if it cannot be read, or expands to too much
	 */
	static void expand(InstanceBytes bytes, long memory, Spooled spooled, EntryList list) throws IOException {
		try (SevenZFile archive = SevenZFile.builder().setSeekableByteChannel(new BytesChannel(bytes, Long.MAX_VALUE))
				.setMaxMemoryLimitKiB((int) Math.min(Integer.MAX_VALUE, memory >> 10)).get()) {
			for (SevenZArchiveEntry entry = archive.getNextEntry(); entry != null && list.goesOn(); entry = archive.getNextEntry()) {
				if (entry.getName() != null && entry.hasStream() && !entry.isDirectory() && !entry.isAntiItem()) {
					long start = spooled.append(new Content(archive));
					list.add(entry.getName(), start, EntryLocation.STORED, spooled.size() - start,
							entry.getHasLastModifiedDate() ? entry.getLastModifiedTime().toMillis() : 0);
				}
			}
		} catch (PasswordRequiredException e) {
			throw new DicomException(Problem.of(SeriesText.ARCHIVE_ENCRYPTED), e);
		} catch (MemoryLimitException e) {
			throw new DicomException(Problem.of(SeriesText.ARCHIVE_MEMORY, e.getMemoryNeededInKb() << 10), e);
		} catch (DicomException e) {
			throw e;
		} catch (IOException | RuntimeException e) {
			throw new DamagedArchiveException(e);
		}
	}

	/** The content of the current entry. */
	private static final class Content extends InputStream {

		private final SevenZFile archive;

		Content(SevenZFile archive) {
			this.archive = archive;
		}

		@Override
		public int read() throws IOException {
			return archive.read();
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			return archive.read(target, offset, length);
		}
	}
}
