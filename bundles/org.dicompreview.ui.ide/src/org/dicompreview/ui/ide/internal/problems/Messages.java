package org.dicompreview.ui.ide.internal.problems;

import org.eclipse.osgi.util.NLS;

/** Texts of this package. */
final class Messages extends NLS {

	public static String ProblemMarkers_frame;
	public static String ResourceValidation_reading;
	public static String ResourceValidation_unreadable;
	public static String ToggleValidationHandler_job;
	public static String ValidateHandler_job;

	static {
		NLS.initializeMessages("org.dicompreview.ui.ide.internal.problems.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
