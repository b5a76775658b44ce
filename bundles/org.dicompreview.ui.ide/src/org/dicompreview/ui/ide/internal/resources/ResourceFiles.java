package org.dicompreview.ui.ide.internal.resources;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.ui.SelectedFiles;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;

/** A project, folder or file of the workspace, wherever it lies. */
record ResourceFiles(IResource resource) implements SelectedFiles {

	/** @param stamp changes with the file */
	private record Version(IResource resource, long stamp) {
	}

	@Override
	public List<Path> paths() {
		IPath location = resource.getLocation();
		return location == null ? List.of() : List.of(location.toPath());
	}

	/** {@return where it lies; absent if nobody knows} */
	Optional<InstanceLocation> root() {
		URI place = resource.getLocationURI();
		try {
			return place == null ? Optional.empty() : Optional.of(StoreLocation.unseen(EFS.getStore(place)));
		} catch (CoreException e) {
			ILog.of(getClass()).log(e.getStatus()); // a file system that is not installed
			return Optional.empty();
		}
	}

	@Override
	public List<InstanceLocation> locate(IProgressMonitor monitor) throws IOException {
		Optional<StoredFiles> elsewhere = elsewhere();
		return elsewhere.isPresent() ? elsewhere.get().locate(monitor) : SelectedFiles.super.locate(monitor);
	}

	@Override
	public List<Path> fetch(IProgressMonitor monitor) throws IOException {
		Optional<StoredFiles> elsewhere = elsewhere();
		return elsewhere.isPresent() ? elsewhere.get().fetch(monitor) : paths();
	}

	/** {@return the files, if they lie on no disk of this computer} */
	private Optional<StoredFiles> elsewhere() throws IOException {
		URI place = resource.getLocationURI();
		if (place == null || !paths().isEmpty()) {
			return Optional.empty();
		}
		try {
			return Optional.of(new StoredFiles(EFS.getStore(place)));
		} catch (CoreException e) {
			throw new IOException(e.getMessage(), e);
		}
	}

	@Override
	public Object version() {
		return new Version(resource, resource.getModificationStamp());
	}
}
