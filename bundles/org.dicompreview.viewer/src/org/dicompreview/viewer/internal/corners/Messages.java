package org.dicompreview.viewer.internal.corners;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String CornerValues_job;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.corners.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
