package org.dicompreview.ui.internal.folders;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	static String OpenFileHandler_allFiles;
	static String OpenFileHandler_archives;
	static String OpenFileHandler_dicomFiles;
	static String OpenFileHandler_title;
	static String OpenFolderHandler_message;
	static String OpenFolderHandler_title;
	static String OpenFoldersService_remember;
	static String OpenFoldersService_rescan;
	static String ScanJob_name;
	static String ScanJob_progress;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.folders.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
