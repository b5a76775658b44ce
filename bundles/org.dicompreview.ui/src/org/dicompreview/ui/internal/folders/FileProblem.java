package org.dicompreview.ui.internal.folders;

import org.dicompreview.dicom.InstanceLocation;

/**
 * A file that a scan could not use or did not find, or a folder that it could not list.
 *
 * @param location the file or folder
 * @param message  why, for people; empty text if the file simply is not DICOM
 * @param missing  whether there is nothing there, though something leads there
 */
public record FileProblem(InstanceLocation location, String message, boolean missing) {

	/** Something that is there. */
	public FileProblem(InstanceLocation location, String message) {
		this(location, message, false);
	}

	/** {@return whether the file is none of ours, rather than one of ours that cannot be read} */
	public boolean foreign() {
		return message.isEmpty();
	}
}
