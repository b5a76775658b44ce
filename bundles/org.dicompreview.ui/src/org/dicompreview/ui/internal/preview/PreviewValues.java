package org.dicompreview.ui.internal.preview;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.WindowPreset;
import org.dicompreview.ui.internal.ServiceInUse;
import org.eclipse.core.commands.IParameterValues;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/**
 * The values that parameters of the commands of the Preview can have, by names for people: those that depend on what is shown
 * as long as a Preview is open. Which parameter is meant stands behind the name of this class in the extension.
 */
public final class PreviewValues implements IParameterValues, IExecutableExtension {

	/** Numbers that keys choose windows by. */
	private static final int NUMBERS = 9;

	private String parameter = ""; //$NON-NLS-1$

	@Override
	public void setInitializationData(IConfigurationElement config, String property, Object data) {
		parameter = String.valueOf(data);
	}

	@Override
	public Map<String, String> getParameterValues() {
		Optional<PreviewPart> part = current();
		return switch (parameter) {
			case "preset" -> presets(part); //$NON-NLS-1$
			case "window" -> windows(part); //$NON-NLS-1$
			case "slice" -> slices(); //$NON-NLS-1$
			case "colors" -> choices(new ColorMenu(), part); //$NON-NLS-1$
			case "interpolation" -> choices(new InterpolationMenu(), part); //$NON-NLS-1$
			case "plane" -> choices(new PlaneMenu(), part); //$NON-NLS-1$
			case "slab" -> choices(new SlabMenu(), part); //$NON-NLS-1$
			case "projection" -> choices(new ProjectionMenu(), part); //$NON-NLS-1$
			case "state" -> choices(new StateMenu(), part); //$NON-NLS-1$
			case "layout" -> choices(new LayoutMenu(), part); //$NON-NLS-1$
			case "layer" -> choices(new LayerMenu(), part); //$NON-NLS-1$
			case "tool" -> choices(new ToolMenu(), part); //$NON-NLS-1$
			default -> Map.of();
		};
	}

	private static Optional<PreviewPart> current() {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		return window == null ? Optional.empty() : ServiceInUse.of(WorkbenchPreviews.class).flatMap(previews -> previews.current(window));
	}

	private static Map<String, String> choices(ChoiceMenu menu, Optional<PreviewPart> part) {
		Map<String, String> values = new LinkedHashMap<>();
		part.map(menu::choices).filter(choices -> !choices.isEmpty()).orElseGet(menu::fixedChoices)
				.forEach(choice -> values.put(LegacyActionTools.removeMnemonics(choice.label()), choice.id()));
		return values;
	}

	private static Map<String, String> presets(Optional<PreviewPart> part) {
		Map<String, String> values = choices(new WindowMenu(), part);
		for (int number = 1; number <= NUMBERS; number++) {
			values.put(NLS.bind(Messages.PreviewValues_number, number), Integer.toString(number));
		}
		return values;
	}

	private static Map<String, String> windows(Optional<PreviewPart> part) {
		Map<String, String> values = new LinkedHashMap<>();
		List<WindowPreset> presets = part.flatMap(shown -> shown.grid().active().model().frame()).filter(DisplayFrame::windowable)
				.map(DisplayFrame::presets).orElse(List.of());
		presets.stream().filter(preset -> preset.window() != null).forEach(preset -> {
			String text = plain(preset.window().center()) + '/' + plain(preset.window().width());
			values.put(text, text);
		});
		return values;
	}

	private static String plain(double value) {
		return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
	}

	private static Map<String, String> slices() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put(Messages.PreviewValues_first, SliceTexts.FIRST);
		values.put(Messages.PreviewValues_middle, SliceTexts.MIDDLE);
		values.put(Messages.PreviewValues_last, SliceTexts.LAST);
		return values;
	}
}
