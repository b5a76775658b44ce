package org.dicompreview.viewer.internal.marks;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String LocateTool_label;
	public static String LocatedPointLayer_label;
	public static String ReferenceLineLayer_label;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.marks.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
