package org.dicompreview.dicom;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A folder of one process, made when it is first needed. A locked file in it says that the process lives: the system takes the
 * lock away from a process that ends, however it does. For any thread.
 */
final class TemporaryFolder {

	static final String PREFIX = "dicompreview-"; //$NON-NLS-1$
	static final String LOCK = "in-use"; //$NON-NLS-1$
	private static final System.Logger LOG = System.getLogger(TemporaryFolder.class.getName());
	private static final long LARGEST = 1L << 35;
	private static final int ATTEMPTS = 10;
	private static final int LONGEST_NAME = 100;

	private final Path parent;
	private Path folder;
	private FileChannel lock;
	private long count;
	private boolean closed;

	/** @param parent for the temporary files of all programs */
	TemporaryFolder(Path parent) {
		this.parent = parent;
	}

	/** {@return a new file in a folder of its own, so that its name is its own too} */
	synchronized Path create(String name) throws IOException {
		if (closed) {
			throw new IOException("this program ends"); //$NON-NLS-1$
		}
		open();
		String allowed = name.replaceAll("[^\\p{L}\\p{N}._ -]", "_"); //$NON-NLS-1$ //$NON-NLS-2$
		String shortened = allowed.substring(Math.max(0, allowed.length() - LONGEST_NAME)).strip();
		boolean usual = !shortened.isEmpty() && !shortened.matches("\\.*"); //$NON-NLS-1$
		Path own = Files.createDirectory(folder.resolve(Long.toString(++count)));
		return Files.createFile(own.resolve(usual ? shortened : "file")); //$NON-NLS-1$
	}

	/** Another process that sweeps may take a new folder for one that was left: then the next is made. */
	private void open() throws IOException {
		if (folder != null && Files.exists(folder)) {
			return;
		}
		for (int i = 0; i < ATTEMPTS; i++) {
			Path made = Files.createTempDirectory(parent, PREFIX); // for its owner only
			FileChannel channel = FileChannel.open(made.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			if (isLocked(channel) && Files.exists(made.resolve(LOCK))) {
				folder = made;
				lock = channel;
				return;
			}
			channel.close();
		}
		throw new IOException("no folder for temporary files below " + parent); //$NON-NLS-1$
	}

	private static boolean isLocked(FileChannel channel) throws IOException {
		try {
			FileLock taken = channel.tryLock();
			return taken != null;
		} catch (OverlappingFileLockException e) {
			return false; // another one within this process
		}
	}

	/** Deletes the folders of processes that do not live any more. */
	synchronized void sweep() {
		try (DirectoryStream<Path> all = Files.newDirectoryStream(parent, PREFIX + '*')) {
			for (Path each : all) {
				if (!each.equals(folder) && !closed && Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
					open();
					sweep(each);
				}
			}
		} catch (IOException e) {
			LOG.log(System.Logger.Level.DEBUG, "temporary files of others", e); //$NON-NLS-1$
		}
	}

	/** @param left lies where anybody can put something: it must be of the same owner as what was made here */
	private void sweep(Path left) {
		if (!isOwn(left) || !Files.isRegularFile(left.resolve(LOCK), LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		try (FileChannel channel = FileChannel.open(left.resolve(LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
			if (isLocked(channel)) {
				delete(left, channel);
			}
		} catch (IOException e) { // of another user, or another process sweeps it as well
			LOG.log(System.Logger.Level.DEBUG, "temporary files in " + left, e); //$NON-NLS-1$
		}
	}

	private boolean isOwn(Path left) {
		try {
			return Files.getOwner(left, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(folder));
		} catch (IOException | UnsupportedOperationException e) {
			return false; // gone, or nobody owns anything here
		}
	}

	/** Deletes a folder and all in it, the lock at last. */
	private static void delete(Path whole, FileChannel lock) throws IOException {
		Path locked = whole.resolve(LOCK);
		Files.walkFileTree(whole, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				if (!file.equals(locked)) {
					Files.deleteIfExists(file);
				}
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException e) {
				return FileVisitResult.CONTINUE; // deleted by its owner
			}

			@Override
			public FileVisitResult postVisitDirectory(Path entered, IOException e) throws IOException {
				if (!entered.equals(whole)) {
					Files.deleteIfExists(entered);
				}
				return FileVisitResult.CONTINUE;
			}
		});
		lock.close(); // some systems delete no open file
		Files.deleteIfExists(locked);
		Files.deleteIfExists(whole);
	}

	void delete(Path file) {
		try {
			Files.deleteIfExists(file);
			Files.deleteIfExists(file.getParent());
		} catch (IOException e) { // somebody reads it: it goes when the process ends
			LOG.log(System.Logger.Level.DEBUG, "deleting " + file, e); //$NON-NLS-1$
		}
	}

	synchronized long room() throws IOException {
		if (folder == null) {
			return Math.min(LARGEST, Files.getFileStore(parent).getUsableSpace() / 2);
		}
		AtomicLong used = new AtomicLong();
		Files.walkFileTree(folder, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				used.addAndGet(attributes.size());
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFileFailed(Path file, IOException e) {
				return FileVisitResult.CONTINUE; // just deleted
			}
		});
		return Math.max(0, Math.min(LARGEST - used.get(), Files.getFileStore(folder).getUsableSpace() / 2));
	}

	/** Deletes all of it. */
	synchronized void close() {
		closed = true;
		if (folder == null) {
			return;
		}
		try {
			delete(folder, lock);
		} catch (IOException e) { // what is still read goes when the next process sweeps
			LOG.log(System.Logger.Level.DEBUG, "temporary files in " + folder, e); //$NON-NLS-1$
		}
		folder = null;
	}
}
