package org.dicompreview.ui.internal.folders;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Forgets what was opened before. */
public final class ClearRecentHandler extends AbstractHandler {

	static final String COMMAND = "org.dicompreview.ui.clearRecent"; //$NON-NLS-1$

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(ScannedFolders.class).recent().clear();
		return null;
	}
}
