package org.dicompreview.viewer.internal.magnifier;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String Lens_job;
	public static String MagnifierLayer_label;
	public static String MagnifierTool_label;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.magnifier.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
