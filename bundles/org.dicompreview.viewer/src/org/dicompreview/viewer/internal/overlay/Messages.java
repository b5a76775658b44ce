package org.dicompreview.viewer.internal.overlay;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String OverlayJob_name;
	public static String OverlayLayer_description;
	public static String OverlayLayer_label;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.overlay.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
