package org.dicompreview.viewer.corners;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String CornerLine_noKeyword;
	public static String CornerLine_noTag;
	public static String CornerLine_noText;
	public static String CornerLine_none;
	public static String CornerLine_unknown;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.corners.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
