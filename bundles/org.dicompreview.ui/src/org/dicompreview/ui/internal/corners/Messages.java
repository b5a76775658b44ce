package org.dicompreview.ui.internal.corners;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String CornerTextChoice_notSaved;
	public static String CornerTextsPage_bottomLeft;
	public static String CornerTextsPage_bottomRight;
	public static String CornerTextsPage_description;
	public static String CornerTextsPage_help;
	public static String CornerTextsPage_modality;
	public static String CornerTextsPage_others;
	public static String CornerTextsPage_own;
	public static String CornerTextsPage_problem;
	public static String CornerTextsPage_topLeft;
	public static String CornerTextsPage_topRight;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.corners.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
