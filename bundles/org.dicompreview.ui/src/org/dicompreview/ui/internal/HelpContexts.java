package org.dicompreview.ui.internal;

import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;

/** What F1 explains, as far as the workbench has help: the contexts are those of the help that comes with the IDE integration. */
public final class HelpContexts {

	/** A context for each part, dialog and preference page of this bundle. */
	public enum Context {
		/** View. */
		SERIES_EXPLORER("seriesExplorer"), //$NON-NLS-1$
		/** View. */
		PREVIEW("preview"), //$NON-NLS-1$
		/** View. */
		ATTRIBUTES("attributes"), //$NON-NLS-1$
		/** View. */
		MEASUREMENTS("measurements"), //$NON-NLS-1$
		/** View. */
		OVERLAYS("overlays"), //$NON-NLS-1$
		/** View. */
		SERIES_ATTRIBUTES("seriesAttributes"), //$NON-NLS-1$
		/** Dialog that searches an archive. */
		ARCHIVE("archive"), //$NON-NLS-1$
		/** Editor. */
		EDITOR("editor"), //$NON-NLS-1$
		/** Dialog for the window. */
		WINDOW_DIALOG("windowDialog"), //$NON-NLS-1$
		/** Dialog that saves a picture. */
		SAVE_PICTURE("savePicture"), //$NON-NLS-1$
		/** Dialog that chooses an order. */
		ORDER("order"), //$NON-NLS-1$
		/** Dialog with the histogram of a region. */
		HISTOGRAM("histogram"), //$NON-NLS-1$
		/** Preference page. */
		SETTINGS("settings"), //$NON-NLS-1$
		/** Preference page. */
		TOOLS("tools"), //$NON-NLS-1$
		/** Preference page. */
		CORNERS("corners"), //$NON-NLS-1$
		/** Preference page. */
		PROVIDERS("providers"); //$NON-NLS-1$

		private final String id;

		Context(String name) {
			id = "org.dicompreview.ui." + name; //$NON-NLS-1$
		}

		/** {@return the id as the help system has it} */
		public String id() {
			return id;
		}
	}

	private HelpContexts() {
	}

	/** Says what F1 explains while a control, or one within it, has the focus. */
	public static void set(Control control, Context context) {
		PlatformUI.getWorkbench().getHelpSystem().setHelp(control, context.id());
	}
}
