package org.dicompreview.series.internal.index;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

import org.h2.mvstore.Cursor;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.HeaderIndex;

/**
 * The index in an MVStore: one record for each folder, by its absolute path. The store writes chunks with checksums one
 * after the other and goes back to the last whole one after a crash; a file that is damaged beyond that is made anew.
 * The file is locked: another process takes another file. Only its owner reads it.
 */
public final class StoredIndex implements HeaderIndex {

	private static final System.Logger LOG = System.getLogger(StoredIndex.class.getName());
	private static final String MAP = "folders"; //$NON-NLS-1$
	private static final int MOST_PROCESSES = 4;
	private static final int CACHE_MEGABYTES = 2;
	private static final int COMPACTION_MILLIS = 200;
	private static final long COMMIT_BYTES = 8 << 20;

	private final Path file;
	private final DicomReaders readers;
	private final MVStore store;
	private final MVMap<String, byte[]> folders;
	private long uncommitted;
	private volatile boolean usable = true;

	private StoredIndex(Path file, DicomReaders readers, MVStore store) {
		this.file = file;
		this.readers = readers;
		this.store = store;
		this.folders = store.openMap(MAP, new MVMap.Builder<String, byte[]>().keyType(StringDataType.INSTANCE)
				.valueType(ByteArrayDataType.INSTANCE));
	}

	/**
	 * Opens or makes an index.
	 *
	 * @param folder where its files are kept; made if it is missing
	 * @param readers whose headers are remembered, those of the one that comes first
	 * @return the index
	 * @throws IOException if nothing can be written there, others could read it, or too many processes use it
	 */
	public static StoredIndex open(Path folder, DicomReaders readers) throws IOException {
		OwnerOnly.folder(folder);
		RuntimeException problem = null;
		for (int i = 1; i <= MOST_PROCESSES; i++) {
			Path file = folder.resolve("headers-" + i + ".mv"); //$NON-NLS-1$ //$NON-NLS-2$
			try {
				return open(file, readers, true);
			} catch (RuntimeException e) {
				problem = e;
				if (!isLocked(e)) {
					break;
				}
			}
		}
		throw new IOException(problem);
	}

	private static StoredIndex open(Path file, DicomReaders readers, boolean again) throws IOException {
		OwnerOnly.file(file);
		try {
			MVStore store = new MVStore.Builder().fileName(file.toString()).cacheSize(CACHE_MEGABYTES)
					.autoCommitDisabled().open();
			return new StoredIndex(file, readers, store);
		} catch (RuntimeException e) { // damage shows as anything from a checksum to an index out of bounds
			if (!again || isLocked(e)) {
				throw e;
			}
			LOG.log(System.Logger.Level.INFO, "a damaged index is made anew: " + e.getMessage()); //$NON-NLS-1$
			Files.deleteIfExists(file);
			return open(file, readers, false);
		}
	}

	private static boolean isLocked(RuntimeException e) {
		return e instanceof MVStoreException problem && problem.getErrorCode() == DataUtils.ERROR_FILE_LOCKED;
	}

	/** {@return whether this remembers headers of the reader that comes first} */
	public boolean holdsHeadersOf(DicomReaders other) {
		return readers.name().equals(other.name());
	}

	@Override
	public List<InstanceHeader> recall(Path root) {
		List<InstanceHeader> headers = new ArrayList<>();
		if (root.getFileSystem() != FileSystems.getDefault()) {
			return headers;
		}
		Path absolute = root.toAbsolutePath();
		below(absolute, (key, bytes) -> {
			Path relative = absolute.relativize(Path.of(key));
			Path folder = relative.toString().isEmpty() ? root : root.resolve(relative);
			headers.addAll(decode(folder, bytes).headers());
		});
		return headers;
	}

	/** {@return what is remembered of a folder; empty if nothing is} */
	FolderRecord get(Path folder) {
		byte[][] bytes = new byte[1][];
		attempt(() -> bytes[0] = folders.get(key(folder)));
		return bytes[0] == null ? FolderRecord.EMPTY : decode(folder, bytes[0]);
	}

	private FolderRecord decode(Path folder, byte[] bytes) {
		try {
			return FolderRecord.decode(folder, bytes, readers);
		} catch (IOException e) {
			LOG.log(System.Logger.Level.DEBUG, "not remembered: " + folder, e); //$NON-NLS-1$
			return FolderRecord.EMPTY;
		}
	}

	/** Remembers what is in a folder; nothing, if the record is empty. */
	synchronized void put(Path folder, FolderRecord folderRecord) {
		byte[] bytes = folderRecord.size() == 0 ? new byte[0] : folderRecord.encode(readers);
		attempt(() -> {
			if (bytes.length == 0) {
				folders.remove(key(folder));
			} else {
				folders.put(key(folder), bytes);
			}
			uncommitted += bytes.length;
			if (uncommitted >= COMMIT_BYTES) {
				commit();
			}
		});
	}

	/** Forgets the folders at and below a root that were not seen. */
	void retain(Path root, Set<Path> seen) {
		List<String> gone = new ArrayList<>();
		below(root.toAbsolutePath(), (key, bytes) -> {
			if (!seen.contains(Path.of(key))) {
				gone.add(key);
			}
		});
		attempt(() -> gone.forEach(folders::remove));
	}

	/** Makes sure that what was put survives. */
	synchronized void commit() {
		uncommitted = 0;
		attempt(store::commit);
	}

	/** Visits the records of a folder and of all below it. */
	private void below(Path folder, BiConsumer<String, byte[]> visitor) {
		String own = folder.toString();
		String separator = folder.getFileSystem().getSeparator();
		String prefix = own.endsWith(separator) ? own : own + separator;
		attempt(() -> {
			byte[] bytes = folders.get(own);
			if (bytes != null) {
				visitor.accept(own, bytes);
			}
			Cursor<String, byte[]> cursor = folders.cursor(prefix);
			while (cursor.hasNext() && cursor.next().startsWith(prefix)) {
				if (!cursor.getKey().equals(own)) {
					visitor.accept(cursor.getKey(), cursor.getValue());
				}
			}
		});
	}

	private static String key(Path folder) {
		return folder.toAbsolutePath().toString();
	}

	/** Does something with the store; if that fails, the index is not used any more. */
	private void attempt(Runnable work) {
		if (!usable) {
			return;
		}
		try {
			work.run();
		} catch (RuntimeException e) { // damage that shows late, a full disk, or another thread has closed it
			usable = false;
			LOG.log(System.Logger.Level.WARNING, "the index is not used any more: " + file, e); //$NON-NLS-1$
		}
	}

	@Override
	public void clear() {
		attempt(() -> {
			folders.clear();
			store.commit();
			store.compactFile(COMPACTION_MILLIS);
		});
	}

	@Override
	public long size() {
		try {
			return Files.size(file);
		} catch (IOException e) {
			return 0; // not written yet
		}
	}

	/** {@return whether it can be used} */
	public boolean isUsable() {
		return usable && !store.isClosed();
	}

	@Override
	public void close() throws IOException {
		boolean clean = usable;
		usable = false;
		try {
			if (clean) {
				store.close(COMPACTION_MILLIS);
			} else {
				store.closeImmediately();
			}
		} catch (MVStoreException e) {
			throw new IOException(e);
		}
	}
}
