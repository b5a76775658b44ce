package org.dicompreview.ui.internal.tools;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String PreviewTools_notSaved;
	public static String ToolsPage_description;
	public static String ToolsPage_left;
	public static String ToolsPage_middle;
	public static String ToolsPage_modifiedWheel;
	public static String ToolsPage_none;
	public static String ToolsPage_right;
	public static String ToolsPage_wheel;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.tools.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
