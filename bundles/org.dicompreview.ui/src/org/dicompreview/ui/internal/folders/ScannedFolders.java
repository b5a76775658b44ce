package org.dicompreview.ui.internal.folders;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.ui.FolderState;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.internal.thumbnails.ThumbnailIndex;

/** The open folders with the state of their scans, for the views of this bundle. For any thread; no method blocks. */
public interface ScannedFolders extends OpenFolders {

	/** {@return what was opened before} */
	RecentFolders recent();

	/** {@return the state of each root, in the order of opening} */
	List<FolderState> states();

	/** {@return what the scan of a root could not use, as far as it is kept by name; empty if it is not open} */
	List<FileProblem> problems(InstanceLocation root);

	/** As {@link #problems(InstanceLocation)}, for a path. */
	default List<FileProblem> problems(Path root) {
		return problems(FileLocation.unseen(root));
	}

	/** {@return how a file is called below its root, with {@code /} between the parts} */
	String relativeName(InstanceLocation root, InstanceLocation location);

	/**
	 * Reads all files of a root again, also those whose size and time say that they have not changed; what says the same as
	 * before stays as it is. Without effect if it is not open.
	 */
	void refresh(InstanceLocation root);

	/** As {@link #refresh(InstanceLocation)}, for a path. */
	default void refresh(Path root) {
		refresh(FileLocation.unseen(root));
	}

	/** Scans a root again, as {@link #refresh} does, but reads only files with another size or time. */
	void update(Path root);

	/** Stops the scan of a root; what it has found stays. */
	void stop(InstanceLocation root);

	/** As {@link #stop(InstanceLocation)}, for a path. */
	default void stop(Path root) {
		stop(FileLocation.unseen(root));
	}

	/** {@return room that the index of headers and thumbnails takes on disk, in bytes; waits for the disk} */
	long indexSize();

	/** Forgets the headers and thumbnails of the index: the next start reads all folders anew. Waits for the disk. */
	void clearIndex();

	/** {@return the thumbnails of the index} */
	ThumbnailIndex thumbnails();

	/**
	 * {@return the root that a person has opened last, until {@link #takeOpened}: a series of it is to be shown; not one that
	 * was remembered}
	 */
	Optional<InstanceLocation> lastOpened();

	/** Tells that something of the root that was opened is shown. {@return whether nobody did before} */
	boolean takeOpened(InstanceLocation root);
}
