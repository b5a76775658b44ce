package org.dicompreview.dicom;

import java.io.IOException;
import java.lang.ref.Cleaner;
import java.nio.file.Path;

/**
 * Files for what has to lie on disk for a while: an expanded archive, a revision of version control. Only their owner can read
 * them. They lie in a folder of this process that goes when it ends; what a process has left that crashed goes when another
 * one begins to scan. For any thread but the UI thread.
 *
 * @since 0.1.0
 */
public final class TemporaryFiles {

	private static final TemporaryFolder FOLDER = new TemporaryFolder(Path.of(System.getProperty("java.io.tmpdir"))); //$NON-NLS-1$
	private static final Cleaner CLEANER = Cleaner.create();

	static {
		Runtime.getRuntime().addShutdownHook(new Thread(FOLDER::close, "DICOM temporary files")); //$NON-NLS-1$
	}

	private TemporaryFiles() {
	}

	/**
	 * {@return a new, empty file, which stays until it is deleted or the process ends}
	 *
	 * @param name how it is called; what not every system allows in a name is replaced
	 * @throws IOException if there is no room for it
	 */
	public static Path create(String name) throws IOException {
		return FOLDER.create(name);
	}

	/**
	 * {@return a new, empty file, which stays until nobody can reach its owner any more, or the process ends}
	 *
	 * @param name  how it is called; what not every system allows in a name is replaced
	 * @param owner what reads it; held weakly
	 * @throws IOException if there is no room for it
	 */
	public static Path create(String name, Object owner) throws IOException {
		Path file = FOLDER.create(name);
		CLEANER.register(owner, () -> FOLDER.delete(file));
		return file;
	}

	/** Deletes a file that was made here, unless somebody else still reads it on a system that minds. */
	public static void delete(Path file) {
		FOLDER.delete(file);
	}

	/** Deletes what processes have left that crashed; returns when that is done. */
	public static void sweep() {
		FOLDER.sweep();
	}

	/**
	 * {@return how many bytes may still be written: half of what the disk has, and never more than 32 GB in all}
	 *
	 * @throws IOException if that cannot be told
	 */
	public static long room() throws IOException {
		return FOLDER.room();
	}
}
