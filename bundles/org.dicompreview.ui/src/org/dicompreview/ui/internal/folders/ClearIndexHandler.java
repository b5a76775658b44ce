package org.dicompreview.ui.internal.folders;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Makes the index of headers empty. */
public final class ClearIndexHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(ScannedFolders.class).clearIndex();
		return null;
	}
}
