package org.dicompreview.ui.internal.preview;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.Texts;
import org.dicompreview.rendering.ColorMaps;

/** The pseudo-colour maps as menu items, grey first. */
public final class ColorMenu extends ChoiceMenu {

	/** Made by the workbench. */
	public ColorMenu() {
		super(PreviewCommands.COLORS_COMMAND, PreviewCommands.COLORS_PARAMETER);
	}

	@Override
	List<Choice> choices(PreviewPart part) {
		ColorMaps maps = part.colorMaps();
		List<Choice> choices = new ArrayList<>();
		choices.add(new Choice("", Messages.ColorMenu_grey)); //$NON-NLS-1$
		maps.ids().forEach(id -> choices.add(new Choice(id, Texts.words(maps.label(id)))));
		return choices;
	}
}
