package org.dicompreview.viewer.internal.canvas;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String FrameCanvas_name;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.canvas.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
