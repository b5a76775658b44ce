package org.dicompreview.ui.internal.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.dicompreview.rendering.ColorMaps;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.menus.IWorkbenchContribution;
import org.eclipse.ui.services.IServiceLocator;

/** The pseudo-colour maps as menu items, grey first. */
public final class ColorMenu extends CompoundContributionItem implements IWorkbenchContribution {

	private IServiceLocator services;

	@Override
	public void initialize(IServiceLocator locator) {
		services = locator;
	}

	@Override
	protected IContributionItem[] getContributionItems() {
		List<IContributionItem> items = new ArrayList<>();
		WindowMenu.preview(services).map(PreviewView::colorMaps).ifPresent(maps -> {
			items.add(item("", Messages.ColorMenu_grey)); //$NON-NLS-1$
			add(items, maps);
		});
		return items.toArray(IContributionItem[]::new);
	}

	private void add(List<IContributionItem> items, ColorMaps maps) {
		for (String id : maps.ids()) {
			items.add(item(id, maps.label(id)));
		}
	}

	private IContributionItem item(String id, String label) {
		CommandContributionItemParameter parameter = new CommandContributionItemParameter(services, null,
				PreviewCommands.COLORS_COMMAND, CommandContributionItem.STYLE_PUSH);
		parameter.label = label;
		parameter.parameters = Map.of(PreviewCommands.COLORS_PARAMETER, id);
		return new CommandContributionItem(parameter);
	}
}
