package org.dicompreview.viewer.internal.strip;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String StripHover_gap;
	public static String StripHover_place;
	public static String StripJob_name;
	public static String StripLayer_label;
	public static String StripMenu_average;
	public static String StripMenu_axial;
	public static String StripMenu_coronal;
	public static String StripMenu_maximum;
	public static String StripMenu_minimum;
	public static String StripMenu_noCut;
	public static String StripMenu_planeAutomatic;
	public static String StripMenu_projectionAutomatic;
	public static String StripMenu_sagittal;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.strip.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
