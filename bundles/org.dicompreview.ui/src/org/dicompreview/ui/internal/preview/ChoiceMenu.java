package org.dicompreview.ui.internal.preview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.menus.IWorkbenchContribution;
import org.eclipse.ui.services.IServiceLocator;

/** Menu items that are chosen, or on or off, made anew each time for what the Preview shows then. */
abstract class ChoiceMenu extends CompoundContributionItem implements IWorkbenchContribution {

	/** An item. @param id the value of the parameter of the command @param label for people */
	record Choice(String id, String label) {
	}

	private final String command;
	private final String parameter;
	private final int style;
	private IServiceLocator services;

	/** @param command runs with the id of the item as this parameter */
	ChoiceMenu(String command, String parameter) {
		this(command, parameter, CommandContributionItem.STYLE_RADIO);
	}

	/** @param style of the items: whether one is chosen, or each is on or off */
	ChoiceMenu(String command, String parameter, int style) {
		this.command = command;
		this.parameter = parameter;
		this.style = style;
	}

	@Override
	public void initialize(IServiceLocator locator) {
		services = locator;
	}

	/** {@return the items for what a Preview shows now} */
	abstract List<Choice> choices(PreviewPart part);

	/** {@return what is to be said about the items; absent for nothing} */
	Optional<String> remark(PreviewPart part) {
		return Optional.empty();
	}

	/** {@return the items that are the same whatever a Preview shows, if they can be chosen at all; none if that makes a difference} */
	List<Choice> fixedChoices() {
		return List.of();
	}

	@Override
	protected IContributionItem[] getContributionItems() {
		List<IContributionItem> items = new ArrayList<>();
		preview().ifPresent(part -> {
			choices(part).forEach(choice -> items.add(item(choice)));
			remark(part).ifPresent(text -> items.add(said(text)));
		});
		return items.toArray(IContributionItem[]::new);
	}

	private Optional<PreviewPart> preview() {
		IWorkbenchWindow window = services.getService(IWorkbenchWindow.class);
		WorkbenchPreviews previews = services.getService(WorkbenchPreviews.class);
		return window == null || previews == null ? Optional.empty() : previews.current(window);
	}

	/** {@return an item that only says something} */
	private static IContributionItem said(String text) {
		Action action = new Action(text.replace("&", "&&")) { //$NON-NLS-1$ //$NON-NLS-2$
			// Does nothing: it is never enabled.
		};
		action.setEnabled(false);
		return new ActionContributionItem(action);
	}

	private IContributionItem item(Choice choice) {
		CommandContributionItemParameter item = new CommandContributionItemParameter(services, null, command, style);
		item.label = choice.label();
		item.parameters = Map.of(parameter, choice.id());
		return new CommandContributionItem(item);
	}
}
