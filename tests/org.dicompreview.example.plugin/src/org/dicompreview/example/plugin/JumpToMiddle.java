package org.dicompreview.example.plugin;

import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.handlers.IHandlerService;

/** Goes to the middle of a CT stack; plugin.xml says when it can, by a variable and a property of the selection. */
public final class JumpToMiddle extends AbstractHandler {

	private static final String COMMAND = "org.dicompreview.ui.preview.goToSlice";

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		var window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		var command = window.getService(ICommandService.class).getCommand(COMMAND);
		var middle = ParameterizedCommand.generateCommand(command, Map.of(COMMAND + ".number", "middle"));
		try {
			return window.getService(IHandlerService.class).executeCommand(middle, null);
		} catch (CommandException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
	}
}
