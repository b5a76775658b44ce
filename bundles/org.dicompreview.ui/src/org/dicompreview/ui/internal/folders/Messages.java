package org.dicompreview.ui.internal.folders;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String OpenFileHandler_allFiles;
	public static String OpenFileHandler_archives;
	public static String OpenFileHandler_dicomFiles;
	public static String OpenFileHandler_title;
	public static String OpenFolderHandler_message;
	public static String OpenFolderHandler_noPath;
	public static String OpenFolderHandler_title;
	public static String OpenFoldersService_close;
	public static String OpenFoldersService_remember;
	public static String OpenRecentHandler_job;
	public static String OpenRecentHandler_missing;
	public static String OpenRecentHandler_title;
	public static String RecentFolders_remember;
	public static String RecentMenu_item;
	public static String RecentMenu_none;
	public static String RememberedHeaders_notClosed;
	public static String RememberedHeaders_notOpened;
	public static String ScanJob_counting;
	public static String ScanJob_name;
	public static String ScanJob_progress;
	public static String ScanJob_watch;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.folders.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
