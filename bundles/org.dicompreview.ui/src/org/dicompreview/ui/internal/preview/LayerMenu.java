package org.dicompreview.ui.internal.preview;

import java.util.List;

import org.eclipse.ui.menus.CommandContributionItem;

/** The layers over the picture, as menu items that are on or off. */
public final class LayerMenu extends ChoiceMenu {

	/** Made by the workbench. */
	public LayerMenu() {
		super(PreviewCommands.LAYER_COMMAND, PreviewCommands.LAYER_PARAMETER, CommandContributionItem.STYLE_CHECK);
	}

	@Override
	List<Choice> choices(PreviewPart part) {
		return part.layers().choices().stream().map(layer -> new Choice(layer.id(), layer.label())).toList();
	}
}
