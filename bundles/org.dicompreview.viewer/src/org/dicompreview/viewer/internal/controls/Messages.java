package org.dicompreview.viewer.internal.controls;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String AxisBar_scale;
	public static String AxisBar_value;
	public static String SliceBar_left;
	public static String SliceBar_millimetres;
	public static String SliceBar_number;
	public static String SliceBar_place;
	public static String SliceBar_placeAt;
	public static String SliceBar_right;
	public static String SliceBar_scale;
	public static String SliceBar_total;
	public static String SliceTrack_gap;
	public static String StatusBar_rule;
	public static String Ticks_unit;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.controls.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
