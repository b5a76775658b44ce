package org.dicompreview.ui.internal.folders;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for a folder and opens it. */
public final class OpenFolderHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		DirectoryDialog dialog = new DirectoryDialog(window.getShell(), SWT.OPEN | SWT.SHEET);
		dialog.setText(Messages.OpenFolderHandler_title);
		dialog.setMessage(Messages.OpenFolderHandler_message);
		FolderCommands.lastFolder().ifPresent(dialog::setFilterPath);
		String chosen = dialog.open();
		if (chosen != null) {
			FolderCommands.rememberFolder(chosen);
			FolderCommands.open(List.of(Path.of(chosen)), window);
		}
		return null;
	}
}
