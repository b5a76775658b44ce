package org.dicompreview.viewer.internal.loading;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String PlanesJob_name;
	public static String KeyImagesJob_name;
	public static String PresentationStatesJob_name;
	public static String PresentationStatesJob_notRead;
	public static String StacksJob_name;

	static {
		NLS.initializeMessages("org.dicompreview.viewer.internal.loading.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
