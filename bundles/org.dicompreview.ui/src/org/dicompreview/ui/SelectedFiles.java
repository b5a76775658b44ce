package org.dicompreview.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceLocation;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The files and folders that an element of any part stands for. Whatever adapts to this drives the Preview when it is
 * selected, and can be dropped on the views. {@link java.nio.file.Path}, {@link java.io.File} and {@link java.net.URI} of a
 * file need no adapter.
 *
 * @since 0.1.0
 */
@ConsumerType
public interface SelectedFiles {

	/**
	 * {@return where they lie on disk, as far as that is known without waiting; absolute paths, empty if they lie
	 * elsewhere} For the UI thread.
	 */
	List<Path> paths();

	/**
	 * {@return where they lie on disk, those too that had to be copied there} Not for the UI thread.
	 *
	 * @param monitor cancels it
	 * @throws IOException if one of them cannot be had
	 */
	default List<Path> fetch(IProgressMonitor monitor) throws IOException {
		return paths();
	}

	/**
	 * {@return where they lie, also if that is no disk: they are read there} Not for the UI thread.
	 *
	 * @param monitor cancels it
	 * @throws IOException if one of them cannot be had
	 */
	default List<InstanceLocation> locate(IProgressMonitor monitor) throws IOException {
		return fetch(monitor).stream().<InstanceLocation>map(FileLocation::unseen).toList();
	}

	/** {@return what is equal as long as the files are unchanged, as far as the part knows} */
	default Object version() {
		return paths();
	}
}
