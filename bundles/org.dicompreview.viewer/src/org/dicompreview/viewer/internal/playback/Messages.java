package org.dicompreview.viewer.internal.playback;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String CinePlayer_dropped;
	public static String CinePlayer_rate;
	public static String CinePlayer_speed;
	public static String CinePlayer_starting;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.playback.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
