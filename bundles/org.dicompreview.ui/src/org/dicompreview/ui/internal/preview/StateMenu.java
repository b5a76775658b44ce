package org.dicompreview.ui.internal.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.viewer.PresentationStateChoice;

/** The presentation states that can be applied to the series on screen, as menu items, none first. */
public final class StateMenu extends ChoiceMenu {

	/** Made by the workbench. */
	public StateMenu() {
		super(PreviewCommands.STATE_COMMAND, PreviewCommands.STATE_PARAMETER);
	}

	/** {@return the state with this SOP Instance UID} */
	static Optional<PresentationStateChoice> withUid(List<PresentationStateChoice> states, String uid) {
		return states.stream().filter(state -> state.uid().equals(uid)).findFirst();
	}

	@Override
	List<Choice> choices(PreviewPart part) {
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice("", Messages.StateMenu_none)); //$NON-NLS-1$
		part.grid().active().model().presentationStates().forEach(state -> choices.add(new Choice(state.uid(), state.label())));
		return choices;
	}
}
