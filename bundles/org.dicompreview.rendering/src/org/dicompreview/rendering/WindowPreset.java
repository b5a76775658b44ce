package org.dicompreview.rendering;

import org.dicompreview.dicom.Text;

/**
 * A choice in the window menu.
 *
 * @param id     a stable name for preferences, handlers and {@code --preset}, lower case, for example {@code lung},
 *               {@code file-1}, {@code lut-1}, {@code auto}, {@code full}
 * @param label  the name; the file's own explanation where it has one
 * @param window the window; {@code null} for a VOI LUT of the file
 * @param voiLut which item of VOI LUT Sequence (PS3.3 C.11.2) is meant, from 1; 0 for a window
 */
public record WindowPreset(String id, Text label, VoiWindow window, int voiLut) {

	/** A window. @param id as above @param label as above @param window as above, not {@code null} */
	public WindowPreset(String id, Text label, VoiWindow window) {
		this(id, label, window, 0);
	}
}
