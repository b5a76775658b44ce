package org.dicompreview.series.internal.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.SeriesText;

/** Lists the entries of a TAR archive, which lie in it as they are. */
final class TarEntries {

	/** Gives the bytes of a name one by one, so that its encoding can be found out. */
	private static final String BYTES = StandardCharsets.ISO_8859_1.name();

	private TarEntries() {
	}

	/**
	 * Lists the files of an archive; of a damaged one those that lie before the damage.
	 *
	 * @param bytes can be read at random
	 * @throws DamagedArchiveException if it is damaged
	 * @throws IOException             if a name is larger than what is believed
	 */
	static void list(InstanceBytes bytes, EntryList list) throws IOException {
		HeaderStream stream = new HeaderStream(bytes);
		try (TarArchiveInputStream tar = new TarArchiveInputStream(stream, BYTES)) {
			if (bytes.size() < TarConstants.DEFAULT_RCDSIZE) {
				throw new EOFException();
			}
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null && list.goesOn(); entry = tar.getNextEntry()) {
				if (!entry.isCheckSumOK() || entry.getSize() > bytes.size() - stream.position) {
					throw new EOFException();
				}
				add(entry, stream.position, list);
				stream.passOver(entry.getSize());
			}
		} catch (DicomException e) {
			throw e;
		} catch (IOException | RuntimeException | StackOverflowError e) { // the library follows long names by recursion
			throw new DamagedArchiveException(e);
		}
	}

	/** Links, folders and devices are passed over. */
	private static void add(TarArchiveEntry entry, long offset, EntryList list) {
		byte type = entry.getLinkFlag();
		String name = name(entry.getName());
		if (entry.isSparse()) {
			list.problem(name, Problem.of(SeriesText.ENTRY_METHOD, "sparse")); //$NON-NLS-1$
		} else if (!name.endsWith("/") //$NON-NLS-1$
				&& (type == TarConstants.LF_NORMAL || type == TarConstants.LF_OLDNORM || type == TarConstants.LF_CONTIG)) {
			list.add(name, offset, EntryLocation.STORED, entry.getSize(), entry.getLastModifiedTime().toMillis());
		}
	}

	/** {@return a name in its encoding; those of pax are decoded already} */
	private static String name(String bytes) {
		return bytes.chars().allMatch(each -> each <= 0xFF)
				? EntryList.text(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1)
				: bytes;
	}

	/** Reads headers, and pretends to read what is between them. */
	private static final class HeaderStream extends InputStream {

		/** The headers of an entry, with long names and whatever else. */
		private static final int LARGEST_HEADER = 1 << 20;

		private final InstanceBytes bytes;
		private int budget = LARGEST_HEADER;
		private long position;
		private long unread;

		HeaderStream(InstanceBytes bytes) {
			this.bytes = bytes;
		}

		/** Nobody will look at the bytes that follow; another entry comes behind them. */
		void passOver(long count) {
			unread = count;
			budget = LARGEST_HEADER;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			if (unread > 0) {
				int passed = (int) Math.min(length, unread);
				unread -= passed;
				position += passed;
				return passed;
			}
			int read = bytes.read(position, target, offset, length);
			position += read;
			budget -= read;
			if (budget < 0) {
				throw new DicomException(Problem.of(SeriesText.ARCHIVE_DIRECTORY_TOO_LARGE));
			}
			return read == 0 && length > 0 ? -1 : read;
		}
	}
}
