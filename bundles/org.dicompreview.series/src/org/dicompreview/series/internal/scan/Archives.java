package org.dicompreview.series.internal.scan;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.dicom.FileLocation;

/**
 * The ZIP archives that are open. Their entries are read in place, so an archive stays open as long as paths into it
 * are held: only they keep it from being collected, and its file is closed with it. Thread-safe.
 */
public final class Archives {

	private static final byte[] LOCAL_HEADER = { 'P', 'K', 3, 4 };
	private static final byte[] EMPTY_ARCHIVE = { 'P', 'K', 5, 6 };

	/** An entry of a DICOM archive is not larger … */
	private static final long LARGEST_ENTRY = 1L << 32;
	/** … and one that is larger than this … */
	private static final long LARGE_ENTRY = 1L << 26;
	/** … does not shrink to less than this part. */
	private static final long MOST_EXPANSION = 400;

	private record Opened(WeakReference<FileSystem> files, long size, long lastModified, Map<String, String> refused) {
	}

	private final Map<Path, Opened> opened = new HashMap<>();

	/** {@return whether a file begins as a ZIP archive does} */
	static boolean isArchive(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			byte[] start = in.readNBytes(LOCAL_HEADER.length);
			return Arrays.equals(start, LOCAL_HEADER) || Arrays.equals(start, EMPTY_ARCHIVE);
		}
	}

	/**
	 * {@return the entries of an archive: those that are open already, unless the file has changed}
	 *
	 * @throws IOException if the file is no archive that can be read
	 */
	synchronized FileSystem open(Path archive) throws IOException {
		opened.values().removeIf(each -> each.files().get() == null);
		BasicFileAttributes attributes = Files.readAttributes(archive, BasicFileAttributes.class);
		long modified = attributes.lastModifiedTime().toMillis();
		Opened known = opened.get(archive);
		FileSystem files = known == null ? null : known.files().get();
		if (files != null && known.size() == attributes.size() && known.lastModified() == modified) {
			return files;
		}
		Map<String, String> refused = Map.of();
		try {
			files = open(archive, Map.of());
		} catch (IOException e) {
			ArchiveNames names = names(archive, e);
			files = open(names.patches().isEmpty() ? archive : PatchedFile.of(archive, names.patches()),
					Map.of("encoding", names.charset().name())); //$NON-NLS-1$
			refused = names.refused();
		}
		opened.put(archive, new Opened(new WeakReference<>(files), attributes.size(), modified, refused));
		return files;
	}

	private static FileSystem open(Path archive, Map<String, String> more) throws IOException {
		Map<String, String> environment = new HashMap<>(more);
		environment.put("accessMode", "readOnly"); //$NON-NLS-1$ //$NON-NLS-2$
		try {
			return FileSystems.newFileSystem(archive, environment);
		} catch (ProviderNotFoundException | UnsupportedOperationException | IllegalArgumentException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	/** {@return the names of the entries if they are what Java does not like; else the failure is thrown again} */
	private static ArchiveNames names(Path archive, IOException failure) throws IOException {
		ArchiveNames names;
		try {
			names = ArchiveNames.read(archive);
		} catch (IOException e) {
			failure.addSuppressed(e);
			throw failure;
		}
		if (names.isFine()) {
			throw failure;
		}
		return names;
	}

	/** {@return how an entry is really called that leads out of its archive; absent if it does not} */
	synchronized Optional<String> refused(Path entry) {
		return opened.values().stream().filter(each -> each.files().get() == entry.getFileSystem()).findFirst()
				.map(each -> each.refused().get(entry.toString()));
	}

	/** {@return whether an entry claims to expand so much that it was made to fill the memory of who reads it} */
	static boolean isSuspicious(FileLocation entry) {
		if (entry.size() <= LARGE_ENTRY) {
			return false;
		}
		try {
			long compressed = (Long) Files.getAttribute(entry.path(), "zip:compressedSize"); //$NON-NLS-1$
			return entry.size() > LARGEST_ENTRY || entry.size() / MOST_EXPANSION > compressed;
		} catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
			return true; // an entry of this size that does not even say how it is packed
		}
	}

	/** {@return the archive that these entries are in} */
	public synchronized Optional<Path> archive(FileSystem files) {
		return opened.entrySet().stream().filter(entry -> entry.getValue().files().get() == files)
				.map(Map.Entry::getKey).findFirst();
	}
}
