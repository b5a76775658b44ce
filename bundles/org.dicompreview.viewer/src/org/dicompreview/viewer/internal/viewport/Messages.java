package org.dicompreview.viewer.internal.viewport;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String KeyMarks_mark;
	public static String PicturePresenter_loading;
	public static String PicturePresenter_noFrame;
	public static String ViewportControl_documents;
	public static String ViewportControl_notOpen;
	public static String ViewportControl_ruleReversed;
	public static String ViewportControl_ruleText;
	public static String ViewportControl_stacks;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.viewport.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
