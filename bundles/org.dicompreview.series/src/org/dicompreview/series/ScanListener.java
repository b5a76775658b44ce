package org.dicompreview.series;

import java.util.List;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;

/** Hears what a scan finds. Calls come in batches, one at a time, from threads of the scan. */
public interface ScanListener {

	/** Instances were read. A header may carry a {@link InstanceHeader#problem()}. */
	void found(List<InstanceHeader> instances);

	/**
	 * Series are there whose instances are not known yet, of a root that lists them; the catalog has them.
	 *
	 * @since 0.1.0
	 */
	default void listed(List<ListedSeries> series) {
		// of interest to who counts
	}

	/**
	 * A file could not be read as DICOM although it is or might be, or a folder could not be listed.
	 *
	 * @param location the file or folder
	 * @param problem why, with tag and offset where they are known
	 */
	void broken(InstanceLocation location, Problem problem);

	/**
	 * A file is not there although a media directory or a link leads to it, or it went while the scan ran. For a listener
	 * that does not tell this apart it is {@link #broken(InstanceLocation, Problem)}.
	 *
	 * @param location where it would be
	 * @param problem what leads there
	 * @since 0.1
	 */
	default void missing(InstanceLocation location, Problem problem) {
		broken(location, problem);
	}

	/** A file is not DICOM. */
	void foreign(InstanceLocation location);

	/**
	 * A file is a media directory (DICOMDIR, PS3.10 section 8): neither an image nor broken nor foreign. What it lists
	 * is found by the same scan; what it lists in vain is reported as {@link #missing(InstanceLocation, Problem)}.
	 */
	default void mediaDirectory(InstanceLocation location) {
		// of interest to few
	}

	/**
	 * How far the scan is; called at most ten times a second.
	 *
	 * @param done  files looked at
	 * @param known files known so far; grows while folders are listed
	 */
	void progress(int done, int known);

	/** {@return whether the scan should end early} */
	boolean cancelled();
}
