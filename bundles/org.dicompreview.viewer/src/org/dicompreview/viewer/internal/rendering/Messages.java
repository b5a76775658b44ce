package org.dicompreview.viewer.internal.rendering;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String RenderJob_name;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.rendering.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
