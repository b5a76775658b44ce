package org.dicompreview.viewer;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String PresentationStateChoice_unnamed;
	public static String Subject_document;
	public static String Subject_noImages;
	public static String Subject_noImagesUnnamed;
	public static String Subject_nothing;
	public static String Subject_unknownKind;
	public static String ViewportState_gap;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
