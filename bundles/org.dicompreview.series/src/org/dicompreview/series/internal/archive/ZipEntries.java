package org.dicompreview.series.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry.NameSource;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.SeriesText;

/** Lists the entries of a ZIP archive. Those that are stored or deflated are read where they lie, others are expanded. */
final class ZipEntries {

	/** How names are written that are not UTF-8. */
	private static final Charset OLD = Charset.isSupported("IBM437") ? Charset.forName("IBM437") //$NON-NLS-1$ //$NON-NLS-2$
			: StandardCharsets.ISO_8859_1;

	/** Where entries go that are packed in other ways. */
	interface Expander {

		/**
		 * Expands an entry and lists it.
		 *
		 * @throws IOException if it cannot be expanded
		 */
		void expand(String name, InputStream stream, long modified) throws IOException;
	}

	private final ZipFile zip;
	private final EntryList list;
	private final Expander expander;
	private final Charset charset;

	private ZipEntries(ZipFile zip, EntryList list, Expander expander) {
		this.zip = zip;
		this.list = list;
		this.expander = expander;
		boolean utf8 = Collections.list(zip.getEntries()).stream().filter(entry -> entry.getNameSource() == NameSource.NAME)
				.allMatch(entry -> EntryList.isUtf8(entry.getRawName()));
		charset = utf8 ? StandardCharsets.UTF_8 : OLD;
	}

	/**
	 * Lists the files of an archive.
	 *
	 * @param bytes    can be read at random
	 * @param budget   how many bytes of the central directory are believed
	 * @param expander expands what is neither stored nor deflated
	 * @throws IOException if it cannot be read, or is no archive
	 */
	static void list(InstanceBytes bytes, long budget, EntryList list, Expander expander) throws IOException {
		BytesChannel channel = new BytesChannel(bytes, budget);
		try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(channel).setCharset(StandardCharsets.ISO_8859_1)
				.setIgnoreLocalFileHeader(true).get()) {
			channel.setBudget(Long.MAX_VALUE);
			new ZipEntries(zip, list, expander).list();
		} catch (RuntimeException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	private void list() {
		for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
			if (!list.goesOn()) {
				return;
			}
			if (!entry.isDirectory() && !entry.isUnixSymlink()) {
				add(entry);
			}
		}
	}

	private void add(ZipArchiveEntry entry) {
		String name = name(entry);
		try (InputStream raw = entry.getGeneralPurposeBit().usesEncryption() ? null : zip.getRawInputStream(entry)) {
			if (raw == null) {
				list.problem(name, Problem.of(SeriesText.ENTRY_ENCRYPTED));
			} else if (entry.getMethod() == ZipEntry.STORED && entry.getSize() == entry.getCompressedSize()) {
				list.add(name, entry.getDataOffset(), EntryLocation.STORED, entry.getSize(), entry.getTime());
			} else if (entry.getMethod() == ZipEntry.DEFLATED) {
				list.add(name, entry.getDataOffset(), entry.getCompressedSize(), entry.getSize(), entry.getTime());
			} else if (zip.canReadEntryData(entry)) {
				expand(name, entry);
			} else {
				list.problem(name, Problem.of(SeriesText.ENTRY_METHOD, entry.getMethod()));
			}
		} catch (IOException | RuntimeException e) {
			list.problem(name, Problem.of(SeriesText.UNREADABLE, e));
		}
	}

	private void expand(String name, ZipArchiveEntry entry) throws IOException {
		try (InputStream stream = zip.getInputStream(entry)) {
			expander.expand(name, stream, entry.getTime());
		}
	}

	private String name(ZipArchiveEntry entry) {
		String name = entry.getNameSource() == NameSource.NAME ? new String(entry.getRawName(), charset) : entry.getName();
		String slashes = entry.getPlatform() == ZipArchiveEntry.PLATFORM_FAT && name.indexOf('/') < 0 ? name.replace('\\', '/')
				: name;
		return List.of(slashes.split("/")).contains("..") ? slashes : slashes.replaceFirst("^/+", ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}
}
