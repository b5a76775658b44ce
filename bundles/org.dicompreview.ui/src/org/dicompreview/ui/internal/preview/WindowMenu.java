package org.dicompreview.ui.internal.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.WindowPreset;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.menus.IWorkbenchContribution;
import org.eclipse.ui.services.IServiceLocator;
import org.dicompreview.ui.DicomPreview;

/** The windows that can be chosen for the frame on screen, as menu items. */
public final class WindowMenu extends CompoundContributionItem implements IWorkbenchContribution {

	private IServiceLocator services;

	@Override
	public void initialize(IServiceLocator locator) {
		services = locator;
	}

	/** {@return the preset with this number in the menu, counted from 1; 0 is the file's own} */
	static Optional<WindowPreset> byNumber(List<WindowPreset> presets, String number) {
		if (number == null || !number.matches("\\d{1,2}")) { //$NON-NLS-1$
			return Optional.empty();
		}
		int index = Math.max(1, Integer.parseInt(number)) - 1;
		return index < presets.size() ? Optional.of(presets.get(index)) : Optional.empty();
	}

	/** {@return the Preview of a window} */
	static Optional<PreviewView> preview(IServiceLocator services) {
		IWorkbenchWindow window = services.getService(IWorkbenchWindow.class);
		IViewPart view = window == null || window.getActivePage() == null ? null
				: window.getActivePage().findView(DicomPreview.PREVIEW);
		return view instanceof PreviewView preview ? Optional.of(preview) : Optional.empty();
	}

	@Override
	protected IContributionItem[] getContributionItems() {
		List<IContributionItem> items = new ArrayList<>();
		preview(services).flatMap(view -> view.pane().frame()).filter(DisplayFrame::windowable).ifPresent(frame -> {
			for (WindowPreset preset : frame.presets()) {
				items.add(item(preset));
			}
		});
		return items.toArray(IContributionItem[]::new);
	}

	private IContributionItem item(WindowPreset preset) {
		CommandContributionItemParameter parameter = new CommandContributionItemParameter(services, null,
				PreviewCommands.PRESET_COMMAND, CommandContributionItem.STYLE_PUSH);
		parameter.label = preset.window() == null ? preset.label() : PictureTexts.preset(preset);
		parameter.parameters = Map.of(PreviewCommands.PRESET_PARAMETER, preset.id());
		return new CommandContributionItem(parameter);
	}
}
