package org.dicompreview.ui.internal.explorer;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the folder of the selected row in the file manager of the desktop. */
public final class ShowInFileManagerHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		Path path = Adapters.adapt(HandlerUtil.getCurrentStructuredSelection(event).getFirstElement(), Path.class);
		if (path == null) {
			return null;
		}
		Path folder = Files.isDirectory(path) || path.getParent() == null ? path : path.getParent();
		if (!Program.launch(folder.toString())) {
			MessageDialog.openError(HandlerUtil.getActiveShell(event), Messages.ShowInFileManagerHandler_title,
					NLS.bind(Messages.ShowInFileManagerHandler_failed, folder));
		}
		return null;
	}
}
