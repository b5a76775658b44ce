package org.dicompreview.app.internal;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String GeneralPage_appearance;
	public static String GeneralPage_keys;
	public static String PreviewActionBarAdvisor_edit;
	public static String PreviewActionBarAdvisor_file;
	public static String PreviewActionBarAdvisor_help;
	public static String PreviewActionBarAdvisor_showView;
	public static String PreviewActionBarAdvisor_window;
	public static String PreviewWindowAdvisor_title;

	static {
		NLS.initializeMessages("org.dicompreview.app.internal.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
