package org.dicompreview.viewer;

import org.dicompreview.rendering.PresentationState;

/**
 * A presentation state that can be applied to the series on screen.
 *
 * @param uid   its SOP Instance UID
 * @param state what it says
 * @since 0.1
 */
public record PresentationStateChoice(String uid, PresentationState state) {

	/** {@return its label and description, as far as it has them, for a menu} */
	public String label() {
		String label = state.label().isEmpty() ? Messages.PresentationStateChoice_unnamed : state.label();
		return state.description().isEmpty() || state.description().equals(label) ? label
				: label + " \u2013 " + state.description(); //$NON-NLS-1$
	}
}
