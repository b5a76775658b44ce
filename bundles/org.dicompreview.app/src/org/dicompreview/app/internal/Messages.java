package org.dicompreview.app.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	static String PreviewActionBarAdvisor_file;
	static String PreviewActionBarAdvisor_help;
	static String PreviewActionBarAdvisor_showView;
	static String PreviewActionBarAdvisor_window;
	static String PreviewWindowAdvisor_title;

	static {
		NLS.initializeMessages("org.dicompreview.app.internal.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
