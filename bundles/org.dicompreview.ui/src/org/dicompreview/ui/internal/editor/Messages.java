package org.dicompreview.ui.internal.editor;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String DicomEditor_attributes;
	public static String DicomEditor_images;
	public static String DicomEditor_noFile;
	public static String DicomOutline_slice;
	public static String DicomOutline_stack;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.editor.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
