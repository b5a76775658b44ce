package org.dicompreview.ui.internal.links;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String LinkOpener_ask;
	public static String LinkOpener_missing;
	public static String LinkOpener_notFound;
	public static String LinkOpener_notOpen;
	public static String LinkOpener_open;
	public static String LinkOpener_title;
	public static String OpenLinkHandler_message;
	public static String ShowSeriesHandler_unknown;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.links.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
