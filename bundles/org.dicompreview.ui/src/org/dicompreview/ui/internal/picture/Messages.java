package org.dicompreview.ui.internal.picture;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String Pictures_format;
	public static String Pictures_path;
	public static String SavePictureDialog_annotated;
	public static String SavePictureDialog_browse;
	public static String SavePictureDialog_file;
	public static String SavePictureDialog_format;
	public static String SavePictureDialog_look;
	public static String SavePictureDialog_message;
	public static String SavePictureDialog_name;
	public static String SavePictureDialog_noFile;
	public static String SavePictureDialog_noFolder;
	public static String SavePictureDialog_noPicture;
	public static String SavePictureDialog_replace;
	public static String SavePictureDialog_save;
	public static String SavePictureDialog_seen;
	public static String SavePictureDialog_size;
	public static String SavePictureDialog_stored;
	public static String SavePictureDialog_title;
	public static String SavePictureJob_exists;
	public static String SavePictureJob_failed;
	public static String SavePictureJob_name;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.picture.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
