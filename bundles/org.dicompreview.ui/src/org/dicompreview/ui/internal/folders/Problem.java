package org.dicompreview.ui.internal.folders;

import java.nio.file.Path;

/**
 * A file that a scan could not use, or a folder that it could not list.
 *
 * @param path    the file or folder
 * @param message why, for people; empty text if the file simply is not DICOM
 */
public record Problem(Path path, String message) {

	/** {@return whether the file is none of ours, rather than one of ours that cannot be read} */
	public boolean foreign() {
		return message.isEmpty();
	}
}
