package org.dicompreview.ui.ide.internal.resources;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.ui.SelectedFiles;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.filesystem.URIUtil;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;

/** A folder or file of any file system that Eclipse knows. */
record StoredFiles(IFileStore store) implements SelectedFiles {

	@Override
	public List<Path> paths() {
		IPath path = EFS.SCHEME_FILE.equals(store.getFileSystem().getScheme()) ? URIUtil.toPath(store.toURI()) : null;
		return path == null ? List.of() : List.of(path.toPath());
	}

	@Override
	public List<InstanceLocation> locate(IProgressMonitor monitor) throws IOException {
		try {
			return List.of(StoreLocation.of(store, store.fetchInfo(EFS.NONE, monitor)));
		} catch (CoreException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	@Override
	public List<Path> fetch(IProgressMonitor monitor) throws IOException {
		List<Path> known = paths();
		if (!known.isEmpty()) {
			return known;
		}
		try {
			File copy = store.toLocalFile(EFS.CACHE, monitor);
			return List.of(copy.toPath());
		} catch (CoreException e) {
			throw new IOException(e.getMessage(), e);
		}
	}
}
