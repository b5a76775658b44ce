package org.dicompreview.ui.internal.folders;

import org.dicompreview.ui.OpenFolder;
import org.dicompreview.ui.OpenFolders;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Closes all that is open. */
public final class CloseAllHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		OpenFolders folders = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(OpenFolders.class);
		folders.folders().forEach(OpenFolder::close);
		return null;
	}
}
