package org.dicompreview.ui.internal.preview;

import java.util.List;

/** The tools that the left button can have, as menu items. */
public final class ToolMenu extends ChoiceMenu {

	/** Made by the workbench. */
	public ToolMenu() {
		super(PreviewCommands.TOOL_COMMAND, PreviewCommands.TOOL_PARAMETER);
	}

	@Override
	List<Choice> choices(PreviewPart part) {
		return part.tools().registry().tools().stream().map(tool -> new Choice(tool.id(), tool.label())).toList();
	}
}
