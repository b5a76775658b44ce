package org.dicompreview.ui.internal.overlays;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String OverlaysView_color;
	public static String OverlaysView_name;
	public static String OverlaysView_nothing;
	public static String OverlaysView_opacity;
	public static String OverlaysView_opacityName;
	public static String OverlaysView_series;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.overlays.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
