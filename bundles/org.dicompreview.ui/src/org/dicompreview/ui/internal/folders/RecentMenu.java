package org.dicompreview.ui.internal.folders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.Separator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.menus.IWorkbenchContribution;
import org.eclipse.ui.services.IServiceLocator;

/** What was opened before, as menu items, made anew each time. */
public final class RecentMenu extends CompoundContributionItem implements IWorkbenchContribution {

	private static final int MNEMONICS = 9;

	private IServiceLocator services;

	@Override
	public void initialize(IServiceLocator locator) {
		services = locator;
	}

	@Override
	protected IContributionItem[] getContributionItems() {
		List<Path> paths = services.getService(ScannedFolders.class).recent().list();
		List<IContributionItem> items = new ArrayList<>();
		for (Path path : paths) {
			items.add(item(OpenRecentHandler.COMMAND, label(items.size() + 1, path), Map.of(OpenRecentHandler.PATH, path.toString())));
		}
		if (items.isEmpty()) {
			items.add(nothing());
		} else {
			items.add(new Separator());
			items.add(item(ClearRecentHandler.COMMAND, null, Map.of()));
		}
		return items.toArray(IContributionItem[]::new);
	}

	private static String label(int number, Path path) {
		String name = path.toString().replace("&", "&&"); //$NON-NLS-1$ //$NON-NLS-2$
		return number > MNEMONICS ? name : NLS.bind(Messages.RecentMenu_item, number, name);
	}

	private IContributionItem item(String command, String label, Map<String, String> parameters) {
		CommandContributionItemParameter item = new CommandContributionItemParameter(services, null, command,
				CommandContributionItem.STYLE_PUSH);
		item.label = label;
		item.parameters = parameters;
		return new CommandContributionItem(item);
	}

	private static IContributionItem nothing() {
		Action none = new Action(Messages.RecentMenu_none) {
			// Does nothing.
		};
		none.setEnabled(false);
		return new ActionContributionItem(none);
	}
}
