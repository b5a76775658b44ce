package org.dicompreview.ui.internal.preview;

import java.util.List;

import org.dicompreview.rendering.DisplaySettings.Interpolation;

/** The ways to make pixels between samples as menu items. */
public final class InterpolationMenu extends ChoiceMenu {

	/** Made by the workbench. */
	public InterpolationMenu() {
		super(PreviewCommands.INTERPOLATION_COMMAND, PreviewCommands.INTERPOLATION_PARAMETER);
	}

	@Override
	List<Choice> choices(PreviewPart part) {
		return fixedChoices();
	}

	@Override
	List<Choice> fixedChoices() {
		return List.of(new Choice(Interpolation.NEAREST.name(), Messages.InterpolationMenu_nearest),
				new Choice(Interpolation.BILINEAR.name(), Messages.InterpolationMenu_bilinear),
				new Choice(Interpolation.BICUBIC.name(), Messages.InterpolationMenu_bicubic));
	}
}
