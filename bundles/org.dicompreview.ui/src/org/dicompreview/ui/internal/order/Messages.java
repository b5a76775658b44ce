package org.dicompreview.ui.internal.order;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String OrderDialog_automatic;
	public static String OrderDialog_job;
	public static String OrderDialog_loading;
	public static String OrderDialog_message;
	public static String OrderDialog_messageFor;
	public static String OrderDialog_one;
	public static String OrderDialog_order;
	public static String OrderDialog_title;
	public static String OrderMemory_job;
	public static String OrderMemory_notRead;
	public static String OrderMemory_notSaved;

	static {
		NLS.initializeMessages("org.dicompreview.ui.internal.order.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
