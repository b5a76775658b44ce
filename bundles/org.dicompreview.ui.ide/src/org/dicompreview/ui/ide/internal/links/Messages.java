package org.dicompreview.ui.ide.internal.links;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String PlaceHyperlink_text;
	public static String PlaceOpener_job;
	public static String PlaceOpener_missing;
	public static String PlaceOpener_title;

	static {
		NLS.initializeMessages("org.dicompreview.ui.ide.internal.links.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
