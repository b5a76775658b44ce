package org.dicompreview.ui.internal.window;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String WindowDialog_center;
	public static String WindowDialog_crossed;
	public static String WindowDialog_job;
	public static String WindowDialog_lower;
	public static String WindowDialog_lut;
	public static String WindowDialog_narrow;
	public static String WindowDialog_noNumber;
	public static String WindowDialog_none;
	public static String WindowDialog_preset;
	public static String WindowDialog_title;
	public static String WindowDialog_unit;
	public static String WindowDialog_upper;
	public static String WindowDialog_width;
	public static String WindowHistogram_bounds;
	public static String WindowHistogram_name;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.window.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
