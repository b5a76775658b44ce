package org.dicompreview.ui.ide.internal.resources;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String WorkspaceWatch_changes;

	static {
		NLS.initializeMessages("org.dicompreview.ui.ide.internal.resources.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
