package org.dicompreview.ui;

import java.nio.file.Path;
import java.util.List;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.SeriesModel;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The folders, archives and files that are open in this workbench, and what was found in them. An OSGi service that all
 * views share; other plug-ins may open folders through it. For any thread; no method blocks, and no listener is called with a
 * lock held.
 *
 * @since 0.1.0
 */
@ProviderType
public interface OpenFolders {

	/** {@return the catalog that the scans fill; the same one as long as this service lives} */
	Catalog catalog();

	/** {@return what is open, in the order of opening} */
	List<OpenFolder> folders();

	/** {@return the paths of the folders, archives and files that are open, in the order of opening} */
	List<Path> roots();

	/**
	 * Opens a folder, archive or file as a person does: remembers it over restarts, scans it in a job with progress, and has
	 * the Series Explorer select a series of it. What is open already is scanned again.
	 *
	 * @param root any path; a relative one is resolved
	 * @return the open folder
	 */
	OpenFolder open(Path root);

	/**
	 * Opens a root of any kind, as {@link #open(Path)} does.
	 *
	 * @param root for example as {@link SeriesModel#locate} gives it
	 * @return what is open
	 */
	OpenFolder open(InstanceLocation root);

	/**
	 * Opens a folder, archive or file until it is closed or the workbench ends, and has nothing selected for it. What is
	 * remembered already stays so.
	 *
	 * @param root any path; a relative one is resolved
	 * @return the open folder
	 */
	OpenFolder openTemporarily(Path root);

	/**
	 * Closes what was opened under a path, or under another spelling of it: through links, with other case where the file
	 * system ignores it. Another spelling than that of {@link OpenFolder#root()} is looked up on the disk, and closed soon.
	 *
	 * @param root the path; nothing happens if it is not open
	 */
	void close(Path root);

	/**
	 * Adds a listener that is called after every change of the catalog, of what is open, or of its state.
	 *
	 * @param listener called on any thread, often; it must be quick
	 */
	void addListener(Runnable listener);

	/** Removes a listener. */
	void removeListener(Runnable listener);
}
