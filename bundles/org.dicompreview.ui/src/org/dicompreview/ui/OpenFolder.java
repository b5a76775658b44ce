package org.dicompreview.ui;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.series.Series;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A folder, archive or file that was opened: how far its scan is, what was found, and the way to close it again. For any
 * thread; no method blocks. Given by {@link OpenFolders}, not implemented by clients.
 *
 * @since 0.1.0
 */
@ProviderType
public interface OpenFolder {

	/** {@return what was opened: the location of an absolute path, or of what is no folder} */
	InstanceLocation root();

	/** {@return whether it is opened again after a restart} */
	boolean isRemembered();

	/** {@return how far its scan is; {@link FolderState.Phase#CLOSED} once it is closed} */
	FolderState state();

	/**
	 * {@return the state at the end of the scan that waits or runs now, at once if none does. It never completes
	 * exceptionally: the phase tells whether the scan saw everything. {@link Future#get()} waits, not on the UI thread}
	 */
	CompletableFuture<FolderState> scanned();

	/** {@return the series that have images or documents of it, as found so far, in the order of the Series Explorer} */
	List<Series> series();

	/** Scans it again: also files whose size and time say that they have not changed. Without effect once it is closed. */
	void refresh();

	/** Stops its scan; what was found stays. */
	void stop();

	/** Closes it: ends its scan and removes what was found in it. Files are not touched. */
	void close();
}
