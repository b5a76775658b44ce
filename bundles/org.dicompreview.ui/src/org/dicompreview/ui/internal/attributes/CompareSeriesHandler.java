package org.dicompreview.ui.internal.attributes;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.State;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.handlers.RegistryToggleState;
import org.eclipse.ui.services.IServiceLocator;

/** Switches on and off that DICOM Attributes says how each element is over the images. */
public final class CompareSeriesHandler extends AbstractHandler {

	/** The command, whose state the workbench remembers. */
	static final String COMMAND = "org.dicompreview.ui.attributes.compareSeries"; //$NON-NLS-1$

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		HandlerUtil.toggleCommandState(event.getCommand());
		return null;
	}

	/** {@return the state of the command: a Boolean} */
	static State state(IServiceLocator services) {
		return services.getService(ICommandService.class).getCommand(COMMAND).getState(RegistryToggleState.STATE_ID);
	}
}
