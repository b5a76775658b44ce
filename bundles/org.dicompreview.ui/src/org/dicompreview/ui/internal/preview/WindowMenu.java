package org.dicompreview.ui.internal.preview;

import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.Texts;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.WindowPreset;
import org.dicompreview.viewer.Numbers;
import org.eclipse.osgi.util.NLS;

/** The windows that can be chosen for the frame on screen, as menu items. */
public final class WindowMenu extends ChoiceMenu {

	/** Made by the workbench. */
	public WindowMenu() {
		super(PreviewCommands.PRESET_COMMAND, PreviewCommands.PRESET_PARAMETER);
	}

	/** {@return whether a preset is chosen by its place in the menu} */
	static boolean isNumber(String id) {
		return id.matches("\\d{1,2}"); //$NON-NLS-1$
	}

	/** {@return the preset with this number in the menu, counted from 1; 0 is the file's own} */
	static Optional<WindowPreset> byNumber(List<WindowPreset> presets, String number) {
		if (!isNumber(number)) {
			return Optional.empty();
		}
		int index = Math.max(1, Integer.parseInt(number)) - 1;
		return index < presets.size() ? Optional.of(presets.get(index)) : Optional.empty();
	}

	@Override
	List<Choice> choices(PreviewPart part) {
		return part.grid().active().model().frame().filter(DisplayFrame::windowable).map(DisplayFrame::presets).orElse(List.of()).stream()
				.map(preset -> new Choice(preset.id(), preset.window() == null ? Texts.words(preset.label()) : text(preset)))
				.toList();
	}

	/** {@return name and values of a preset with a window} */
	private static String text(WindowPreset preset) {
		return NLS.bind(Messages.WindowMenu_preset, new Object[] { Texts.words(preset.label()), Numbers.format(preset.window().center()),
				Numbers.format(preset.window().width()) });
	}
}
