package org.dicompreview.viewer.internal.text;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String PictureTexts_position;
	public static String PictureTexts_replaced;
	public static String PictureTexts_size;
	public static String PictureTexts_window;
	public static String PictureTexts_zoom;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.text.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
