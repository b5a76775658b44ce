package org.dicompreview.ui.internal.folders;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the selected projects, folders and files of the workspace where they lie on disk. */
public final class OpenResourcesHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		FolderCommands.open(FolderDropTarget.ofResources(HandlerUtil.getCurrentSelectionChecked(event)),
				HandlerUtil.getActiveWorkbenchWindowChecked(event));
		return null;
	}
}
