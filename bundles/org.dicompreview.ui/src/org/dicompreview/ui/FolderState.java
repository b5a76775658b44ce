package org.dicompreview.ui;

import java.nio.file.Path;
import org.dicompreview.dicom.FileLocation;
import org.dicompreview.dicom.InstanceLocation;

/**
 * What is known of one open root at one moment. Immutable.
 *
 * @param root      what was opened: a folder, archive or file, or what a search in an archive on a server found
 * @param phase     where its scan stands
 * @param done      files looked at by the running or last scan
 * @param known     files that there are, as the last complete scan counted them; 0 before one
 * @param instances instances found by that scan so far
 * @param broken    files and folders that could not be read
 * @param missing   files that are not there though something leads to them
 * @param foreign   files that are not DICOM
 * @param message   why the root could not be scanned, for people; else empty text
 * @since 0.1.0
 */
public record FolderState(InstanceLocation root, Phase phase, int done, int known, int instances, int broken, int missing,
		int foreign, String message) {

	/** As above, for a folder, archive or file. */
	public FolderState(Path root, Phase phase, int done, int known, int instances, int broken, int missing, int foreign,
			String message) {
		this(FileLocation.unseen(root), phase, done, known, instances, broken, missing, foreign, message);
	}

	/** Where the scan of a root stands. */
	public enum Phase {
		/** A scan is scheduled. */
		WAITING,
		/** A scan is running. */
		SCANNING,
		/** The scan saw everything. */
		DONE,
		/** Someone stopped the scan. */
		CANCELLED,
		/** The root cannot be read. */
		FAILED,
		/** The root is not there: a drive that is not connected, a folder that was moved. */
		MISSING,
		/** The root is open no longer. */
		CLOSED
	}

	/** {@return how many files and folders the scan could not use} */
	public int problems() {
		return broken + missing + foreign;
	}

	/** {@return whether a scan is under way or about to be} */
	public boolean busy() {
		return phase == Phase.WAITING || phase == Phase.SCANNING;
	}
}
