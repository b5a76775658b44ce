package org.dicompreview.viewer.internal.document;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String AttachmentJob_name;
	public static String DocumentJob_name;
	public static String DocumentPane_noProgram;
	public static String DocumentPane_open;
	public static String OutlineTree_name;
	public static String OutlineTree_value;
	public static String WaveformCanvas_description;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.document.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
