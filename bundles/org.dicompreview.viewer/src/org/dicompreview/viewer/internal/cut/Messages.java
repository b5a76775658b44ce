package org.dicompreview.viewer.internal.cut;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String CutLayer_label;
	public static String CutTool_label;
	public static String CutTool_unknown;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.cut.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
