package org.dicompreview.ui.internal.preview;

import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Texts;
import org.dicompreview.rendering.planes.PlaneOffer;
import org.dicompreview.viewer.ViewportModel;

/** The planes that can be shown of the stack on show, as menu items; or why there are none. */
public final class PlaneMenu extends ChoiceMenu {

	/** Made by the workbench. */
	public PlaneMenu() {
		super(PreviewCommands.PLANE_COMMAND, PreviewCommands.PLANE_PARAMETER);
	}

	@Override
	List<Choice> choices(PreviewPart part) {
		ViewportModel model = part.grid().active().model();
		return model.navigator().count() == 0 ? List.of()
				: PlaneCommands.choices(model).stream().map(id -> new Choice(id, PlaneCommands.label(id))).toList();
	}

	@Override
	Optional<String> remark(PreviewPart part) {
		return part.grid().active().model().planes().flatMap(PlaneOffer::reason).map(Texts::words);
	}
}
