package org.dicompreview.ui.internal.properties;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String PropertyAdapters_acquisition;
	public static String PropertyAdapters_display;
	public static String PropertyAdapters_file;
	public static String PropertyAdapters_files;
	public static String PropertyAdapters_geometry;
	public static String PropertyAdapters_identity;
	public static String PropertyAdapters_images;
	public static String PropertyAdapters_location;
	public static String PropertyAdapters_modified;
	public static String PropertyAdapters_order;
	public static String PropertyAdapters_pixels;
	public static String PropertyAdapters_positions;
	public static String PropertyAdapters_size;
	public static String PropertyAdapters_stack;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.properties.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
