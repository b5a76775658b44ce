package org.dicompreview.dicomweb.internal.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was fetched, in a folder for its owner only, within bounds: what was used longest ago goes first. Survives a restart; a
 * second process may use the same folder. For any thread.
 */
public final class DiskCache implements AutoCloseable {

	private static final System.Logger LOG = System.getLogger(DiskCache.class.getName());
	private static final String UNFINISHED = ".part"; //$NON-NLS-1$

	private final Path folder;
	private final long budget;
	private final boolean temporary;
	/** Sizes by name, the one used longest ago first. Guarded by this. */
	private final Map<String, Long> files = new LinkedHashMap<>(64, 0.75f, true);
	private long bytes;
	private boolean loaded;

	/**
	 * @param folder    which is made at the first use if it is missing
	 * @param budget    bytes that may be kept
	 * @param temporary whether to delete it in the end
	 */
	public DiskCache(Path folder, long budget, boolean temporary) {
		this.folder = folder;
		this.budget = budget;
		this.temporary = temporary;
	}

	/** Makes the folder and sees what is in it, at the first use. */
	private synchronized void ready() throws IOException {
		if (loaded) {
			return;
		}
		loaded = true;
		Files.createDirectories(folder);
		PosixFileAttributeView view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
		if (view != null) {
			view.setPermissions(PosixFilePermissions.fromString("rwx------")); //$NON-NLS-1$
		}
		load();
	}

	private record Kept(Path path, long size, FileTime time) {
	}

	/** With the lock held. */
	private void load() throws IOException {
		List<Kept> all = new ArrayList<>();
		try (Stream<Path> listed = Files.list(folder)) {
			for (Path path : (Iterable<Path>) listed::iterator) {
				if (path.toString().endsWith(UNFINISHED)) {
					Files.deleteIfExists(path);
				} else {
					all.add(new Kept(path, Files.size(path), Files.getLastModifiedTime(path)));
				}
			}
		} catch (NoSuchFileException e) {
			LOG.log(System.Logger.Level.DEBUG, "another process cleans up", e); //$NON-NLS-1$
		}
		all.sort(Comparator.comparing(Kept::time));
		all.forEach(kept -> note(kept.path().getFileName().toString(), kept.size()));
		trim();
	}

	/** With the lock held. */
	private void note(String name, long size) {
		Long before = files.put(name, size);
		bytes += size - (before == null ? 0 : before);
	}

	/** With the lock held. */
	private void trim() {
		Iterator<Map.Entry<String, Long>> eldest = files.entrySet().iterator();
		while (bytes > budget && eldest.hasNext()) {
			Map.Entry<String, Long> next = eldest.next();
			try {
				Files.deleteIfExists(folder.resolve(next.getKey()));
				bytes -= next.getValue();
				eldest.remove();
			} catch (IOException e) { // open on a system that deletes no open file: the next time
				LOG.log(System.Logger.Level.DEBUG, "not deleted", e); //$NON-NLS-1$
			}
		}
	}

	private static String name(String key) {
		try {
			byte[] sum = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)); //$NON-NLS-1$
			return HexFormat.of().formatHex(sum);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e); // every JDK has it
		}
	}

	/** {@return what is kept under a key} */
	public Optional<byte[]> get(String key) {
		Optional<Path> file = file(key);
		if (file.isEmpty()) {
			return Optional.empty();
		}
		try {
			return Optional.of(Files.readAllBytes(file.get()));
		} catch (IOException e) {
			forget(key);
			return Optional.empty();
		}
	}

	/** {@return the file that is kept under a key} */
	public Optional<Path> file(String key) {
		String name = name(key);
		try {
			ready();
		} catch (IOException e) {
			LOG.log(System.Logger.Level.WARNING, "nothing can be kept", e); //$NON-NLS-1$
			return Optional.empty();
		}
		synchronized (this) {
			if (files.get(name) == null) {
				return Optional.empty();
			}
		}
		Path file = folder.resolve(name);
		if (Files.exists(file)) {
			return Optional.of(file);
		}
		forget(key);
		return Optional.empty();
	}

	private synchronized void forget(String key) {
		Long size = files.remove(name(key));
		bytes -= size == null ? 0 : size;
	}

	/** Keeps bytes; where there is no room for them on the disk they are not kept. */
	public void put(String key, byte[] content) {
		try {
			Path part = begin();
			Files.write(part, content);
			finish(key, part);
		} catch (IOException e) {
			LOG.log(System.Logger.Level.DEBUG, "not kept", e); //$NON-NLS-1$
		}
	}

	/** {@return a new file to be filled for {@link #finish}} @throws IOException if it cannot be made */
	public Path begin() throws IOException {
		ready();
		return Files.createTempFile(folder, "", UNFINISHED); //$NON-NLS-1$
	}

	/** {@return the file of {@link #begin}, which is kept under a key now} @throws IOException if that fails */
	public Path finish(String key, Path part) throws IOException {
		Path file = folder.resolve(name(key));
		Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		long size = Files.size(file);
		synchronized (this) {
			note(name(key), size);
			files.get(name(key)); // it was used last
			trim();
		}
		return file;
	}

	/** {@return bytes that are kept} */
	public synchronized long size() {
		return bytes;
	}

	/** Deletes all that is kept. */
	public synchronized void clear() {
		for (String name : List.copyOf(files.keySet())) {
			try {
				Files.deleteIfExists(folder.resolve(name));
			} catch (IOException e) {
				LOG.log(System.Logger.Level.WARNING, "not deleted", e); //$NON-NLS-1$
			}
		}
		files.clear();
		bytes = 0;
	}

	@Override
	public void close() throws IOException {
		if (temporary && Files.exists(folder)) {
			clear();
			try (Stream<Path> left = Files.list(folder)) {
				for (Path path : (Iterable<Path>) left::iterator) {
					Files.deleteIfExists(path);
				}
			}
			Files.deleteIfExists(folder);
		}
	}
}
