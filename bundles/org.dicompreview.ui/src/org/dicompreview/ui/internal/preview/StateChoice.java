package org.dicompreview.ui.internal.preview;

import org.dicompreview.rendering.PresentationState;

/**
 * A presentation state that can be applied to the series on screen.
 *
 * @param uid   its SOP Instance UID
 * @param state what it says
 */
record StateChoice(String uid, PresentationState state) {

	/** {@return its label and description, as far as it has them, for a menu} */
	String label() {
		String label = state.label().isEmpty() ? Messages.StateChoice_unnamed : state.label();
		return state.description().isEmpty() || state.description().equals(label) ? label
				: label + " \u2013 " + state.description(); //$NON-NLS-1$
	}
}
