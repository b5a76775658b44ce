package org.dicompreview.ui.internal.thumbnails;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String ThumbnailIndex_failed;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.thumbnails.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
