package org.dicompreview.ui.internal.preview;

import java.util.List;

import org.dicompreview.rendering.planes.PlaneOffer;
import org.dicompreview.viewer.Numbers;
import org.eclipse.osgi.util.NLS;

/** How thick the pictures of other planes can be, as menu items. */
public final class SlabMenu extends ChoiceMenu {

	/** Made by the workbench. */
	public SlabMenu() {
		super(PreviewCommands.SLAB_COMMAND, PreviewCommands.SLAB_PARAMETER);
	}

	@Override
	List<Choice> choices(PreviewPart part) {
		return part.grid().active().model().planes().flatMap(PlaneOffer::grid).isEmpty() ? List.of() : fixedChoices();
	}

	@Override
	List<Choice> fixedChoices() {
		return PlaneCommands.THICKNESSES.stream().map(each -> new Choice(each.toString(), label(each))).toList();
	}

	private static String label(double thickness) {
		return thickness == 0 ? Messages.SlabMenu_onePlane
				: Double.isInfinite(thickness) ? Messages.SlabMenu_all : NLS.bind(Messages.SlabMenu_thickness, Numbers.format(thickness));
	}
}
