package org.dicompreview.series;

import java.util.List;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.dicom.Problem;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what became of files that changed below a root that is watched. The catalog has it already. Whatever was said of
 * the same location before counts no more. Calls come in batches, one at a time, on a thread of the watch.
 *
 * @since 0.1.0
 */
@ConsumerType
public interface ChangeListener {

	/** Instances came or changed. A header may carry a {@link InstanceHeader#problem()}. */
	void found(List<InstanceHeader> instances);

	/**
	 * What was written can't be read as DICOM although it is or might be, and nobody goes on writing it.
	 *
	 * @param location where it is
	 * @param problem  why
	 */
	void broken(InstanceLocation location, Problem problem);

	/** What was written is not DICOM. */
	void foreign(InstanceLocation location);

	/** There is nothing any more. */
	void gone(InstanceLocation location);

	/** Something changed that only a scan of the whole root makes sense of: an archive, a media directory. */
	void needsScan();
}
