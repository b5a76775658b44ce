package org.dicompreview.ui;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String DicomLink_frame;
	public static String DicomLink_noLink;
	public static String DicomLink_nothing;
	public static String DicomLink_path;
	public static String DicomLink_uid;
	public static String DicomLink_unknown;

	static {
		NLS.initializeMessages("org.dicompreview.ui.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
