package org.dicompreview.viewer.internal.probe;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String ProbeLayer_label;
	public static String ProbeLayer_pixel;
	public static String ProbeLayer_position;
	public static String ProbeTool_label;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.probe.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
