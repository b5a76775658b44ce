package org.dicompreview.ui.internal.explorer;

import java.util.Map;
import java.util.Optional;

import org.dicompreview.ui.internal.CommandErrors;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.menus.UIElement;

/**
 * Chooses one of the values of an option, or the next one where the command names none; which option, is said by the extension:
 * {@code class:option}.
 */
public final class OptionHandler extends AbstractHandler implements IExecutableExtension, IElementUpdater {

	/** Parameter of the commands. */
	private static final String VALUE = ".value"; //$NON-NLS-1$

	private ExplorerOption option;

	@Override
	public void setInitializationData(IConfigurationElement config, String property, Object data) {
		option = ExplorerOption.valueOf((String) data);
	}

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		CommandErrors.run(event, this::choose);
		return null;
	}

	private void choose(ExecutionEvent event) throws ExecutionException {
		String command = event.getCommand().getId();
		String value = Optional.ofNullable(event.getParameter(command + VALUE)).orElseGet(option::next);
		if (!option.choices().contains(value)) {
			throw CommandErrors.error(Messages.OptionHandler_unknown, value, String.join(", ", option.choices())); //$NON-NLS-1$
		}
		option.choose(value);
		PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(command, null);
	}

	@Override
	public void updateElement(UIElement element, Map parameters) {
		if (parameters.keySet().stream().noneMatch(name -> name.toString().endsWith(VALUE))) {
			element.setChecked(option.isOn());
		}
		parameters.forEach((name, value) -> {
			if (name.toString().endsWith(VALUE)) {
				element.setChecked(option.value().equals(value));
			}
		});
	}
}
