package org.dicompreview.ui.internal.folders;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import org.dicompreview.ui.internal.CommandErrors;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens a folder, archive or file; without its path it asks for a folder. */
public final class OpenFolderHandler extends AbstractHandler {

	/** Parameter of the command: an absolute path. */
	private static final String PATH = "org.dicompreview.ui.openFolder.path"; //$NON-NLS-1$

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		CommandErrors.run(event, event.getParameter(PATH) == null ? OpenFolderHandler::ask : OpenFolderHandler::open);
		return null;
	}

	/** Says at once what cannot be a path; what is not there is said where the folder is listed. */
	private static void open(ExecutionEvent event) throws ExecutionException {
		String name = event.getParameter(PATH);
		try {
			Path path = Path.of(name);
			if (path.isAbsolute()) {
				FolderCommands.open(List.of(path), HandlerUtil.getActiveWorkbenchWindowChecked(event));
				return;
			}
		} catch (InvalidPathException e) {
			throw new ExecutionException(NLS.bind(Messages.OpenFolderHandler_noPath, name), e);
		}
		throw CommandErrors.error(Messages.OpenFolderHandler_noPath, name);
	}

	private static void ask(ExecutionEvent event) throws ExecutionException {
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
	}
}
