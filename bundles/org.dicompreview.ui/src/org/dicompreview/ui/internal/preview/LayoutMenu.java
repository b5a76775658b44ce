package org.dicompreview.ui.internal.preview;

import java.util.Arrays;
import java.util.List;

import org.dicompreview.viewer.ViewportLayout;

/** The ways to lay viewports out, as menu items. */
public final class LayoutMenu extends ChoiceMenu {

	/** Made by the workbench. */
	public LayoutMenu() {
		super(PreviewCommands.LAYOUT_COMMAND, PreviewCommands.LAYOUT_PARAMETER);
	}

	@Override
	List<Choice> choices(PreviewPart part) {
		return fixedChoices();
	}

	@Override
	List<Choice> fixedChoices() {
		return Arrays.stream(ViewportLayout.values()).map(layout -> new Choice(layout.id(), label(layout))).toList();
	}

	private static String label(ViewportLayout layout) {
		return switch (layout) {
			case SINGLE -> Messages.LayoutMenu_single;
			case COLUMNS -> Messages.LayoutMenu_columns;
			case ROWS -> Messages.LayoutMenu_rows;
			case FOUR -> Messages.LayoutMenu_four;
			case ONE_AND_TWO -> Messages.LayoutMenu_oneAndTwo;
		};
	}
}
