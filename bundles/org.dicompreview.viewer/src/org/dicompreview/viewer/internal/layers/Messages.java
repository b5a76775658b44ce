package org.dicompreview.viewer.internal.layers;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String ColorBarLayer_description;
	public static String ColorBarLayer_label;
	public static String ColorBarLayer_value;
	public static String CornerTextLayer_label;
	public static String EdgeLetterLayer_label;
	public static String ScaleBarLayer_caution;
	public static String ScaleBarLayer_description;
	public static String ScaleBarLayer_label;
	public static String ScaleBarLayer_length;
	public static String StateTextLayer_label;
	public static String WarningLayer_label;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.layers.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
