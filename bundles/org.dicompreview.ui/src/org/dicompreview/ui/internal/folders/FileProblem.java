package org.dicompreview.ui.internal.folders;

import java.nio.file.Path;

/**
 * A file that a scan could not use or did not find, or a folder that it could not list.
 *
 * @param path    the file or folder
 * @param message why, for people; empty text if the file simply is not DICOM
 * @param missing whether there is nothing at this path, though something leads there
 */
public record FileProblem(Path path, String message, boolean missing) {

	/** Something that is there. */
	public FileProblem(Path path, String message) {
		this(path, message, false);
	}

	/** {@return whether the file is none of ours, rather than one of ours that cannot be read} */
	public boolean foreign() {
		return message.isEmpty();
	}
}
