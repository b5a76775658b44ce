package org.dicompreview.ui.internal.folders;

import java.nio.file.Path;

import org.dicompreview.dicom.DicomException;

/**
 * A file that a scan could not use or did not find, or a folder that it could not list.
 *
 * @param path    the file or folder
 * @param message why, for people; empty text if the file simply is not DICOM
 * @param missing whether there is nothing at this path, though something leads there
 */
public record Problem(Path path, String message, boolean missing) {

	/** Something that is there. */
	public Problem(Path path, String message) {
		this(path, message, false);
	}

	/** {@return what is wrong, at which tag and byte, without the file} */
	public static String words(DicomException damage) {
		String file = damage.path() + ": "; //$NON-NLS-1$
		String text = damage.getMessage();
		return text.startsWith(file) ? text.substring(file.length()) : text;
	}

	/** {@return whether the file is none of ours, rather than one of ours that cannot be read} */
	public boolean foreign() {
		return message.isEmpty();
	}
}
