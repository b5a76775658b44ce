package org.dicompreview.ui.internal.preview;

import java.util.List;

import org.dicompreview.rendering.Slab.Projection;
import org.dicompreview.rendering.planes.PlaneOffer;

/** How the values of a slab become one, as menu items. */
public final class ProjectionMenu extends ChoiceMenu {

	/** Made by the workbench. */
	public ProjectionMenu() {
		super(PreviewCommands.PROJECTION_COMMAND, PreviewCommands.PROJECTION_PARAMETER);
	}

	@Override
	List<Choice> choices(PreviewPart part) {
		return part.grid().active().model().planes().flatMap(PlaneOffer::grid).isEmpty() ? List.of() : fixedChoices();
	}

	@Override
	List<Choice> fixedChoices() {
		return List.of(new Choice(Projection.AVERAGE.name(), Messages.ProjectionMenu_average),
				new Choice(Projection.MAXIMUM.name(), Messages.ProjectionMenu_maximum),
				new Choice(Projection.MINIMUM.name(), Messages.ProjectionMenu_minimum));
	}
}
