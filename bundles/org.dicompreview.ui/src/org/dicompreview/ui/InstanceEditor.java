package org.dicompreview.ui;

import org.osgi.annotation.versioning.ProviderType;

/**
 * An open editor of one DICOM file: the one with the id {@link DicomPreview#EDITOR}. UI thread only; not implemented by clients.
 *
 * @since 0.1.0
 */
@ProviderType
public interface InstanceEditor {

	/**
	 * Shows a frame, once the images are there.
	 *
	 * @param frame from 0; nothing happens if there is no such frame
	 */
	void showFrame(int frame);

	/**
	 * Shows the attributes, with one of them selected once they are there.
	 *
	 * @param tag    the tag
	 * @param offset byte offset of its value or header, which tells those of one tag in several items apart; -1 for the first one
	 */
	void showAttribute(int tag, long offset);
}
