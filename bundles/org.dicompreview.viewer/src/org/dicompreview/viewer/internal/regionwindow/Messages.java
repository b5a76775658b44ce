package org.dicompreview.viewer.internal.regionwindow;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String RegionWindowLayer_label;
	public static String RegionWindowTool_job;
	public static String RegionWindowTool_label;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.regionwindow.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
