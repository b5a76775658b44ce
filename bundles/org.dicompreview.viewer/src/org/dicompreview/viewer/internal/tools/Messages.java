package org.dicompreview.viewer.internal.tools;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String PanTool_label;
	public static String ScrollTool_label;
	public static String WindowTool_label;
	public static String ZoomTool_label;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.tools.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
