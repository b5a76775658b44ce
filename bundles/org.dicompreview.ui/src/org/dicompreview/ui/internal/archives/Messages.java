package org.dicompreview.ui.internal.archives;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String ArchiveDialog_accession;
	public static String ArchiveDialog_address;
	public static String ArchiveDialog_addressHint;
	public static String ArchiveDialog_dateWrong;
	public static String ArchiveDialog_description;
	public static String ArchiveDialog_from;
	public static String ArchiveDialog_intro;
	public static String ArchiveDialog_modality;
	public static String ArchiveDialog_name;
	public static String ArchiveDialog_nothing;
	public static String ArchiveDialog_open;
	public static String ArchiveDialog_password;
	public static String ArchiveDialog_patientId;
	public static String ArchiveDialog_patientName;
	public static String ArchiveDialog_search;
	public static String ArchiveDialog_signIn;
	public static String ArchiveDialog_stored;
	public static String ArchiveDialog_title;
	public static String ArchiveDialog_to;
	public static String ArchiveDialog_token;
	public static String ArchiveDialog_user;
	public static String ArchiveDialog_userAndPassword;
	public static String Archives_item;
	public static String Archives_notKept;
	public static String Archives_notRead;
	public static String Archives_remember;
	public static String OpenArchiveHandler_job;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.archives.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
