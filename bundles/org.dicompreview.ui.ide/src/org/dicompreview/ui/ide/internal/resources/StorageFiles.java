package org.dicompreview.ui.ide.internal.resources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import org.dicompreview.dicom.TemporaryFiles;
import org.dicompreview.ui.SelectedFiles;
import org.eclipse.core.resources.IStorage;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * What is no file but has bytes, as a revision of one in a repository or the local history. Its bytes are copied once to a
 * temporary file that only its owner can read, and that goes when the workbench ends, or after a crash at the next start.
 * Thread-safe.
 */
final class StorageFiles implements SelectedFiles {

	/** Gives what has the bytes. */
	interface Source {

		/** {@return it; may ask a server} */
		IStorage get(IProgressMonitor monitor) throws CoreException;
	}

	private final Source source;
	private final String name;
	private Path copy;

	/** @param name of the file, of which people know it */
	StorageFiles(String name, Source source) {
		this.name = name;
		this.source = source;
	}

	@Override
	public synchronized List<Path> paths() {
		return copy == null ? List.of() : List.of(copy);
	}

	@Override
	public synchronized List<Path> fetch(IProgressMonitor monitor) throws IOException {
		if (copy == null || Files.notExists(copy)) {
			copy = copy(monitor);
		}
		return List.of(copy);
	}

	private Path copy(IProgressMonitor monitor) throws IOException {
		Path file = TemporaryFiles.create(name);
		try (InputStream in = source.get(monitor).getContents()) {
			Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
		} catch (CoreException e) {
			throw new IOException(e.getMessage(), e);
		}
		return file;
	}

	@Override
	public Object version() {
		return this;
	}
}
