package org.dicompreview.ui.internal.folders;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for files or archives and opens them. */
public final class OpenFileHandler extends AbstractHandler {

	// All files first: many DICOM files have no extension.
	private static final String[] PATTERNS = { "*", //$NON-NLS-1$
			"*.dcm;*.DCM;*.dicom;*.ima;*.IMA;DICOMDIR", //$NON-NLS-1$
			"*.zip;*.ZIP;*.tar;*.TAR;*.tar.gz;*.tgz;*.TGZ;*.tar.bz2;*.tbz2;*.tar.xz;*.txz;*.7z;*.7Z" }; //$NON-NLS-1$

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		FileDialog dialog = new FileDialog(window.getShell(), SWT.OPEN | SWT.MULTI | SWT.SHEET);
		dialog.setText(Messages.OpenFileHandler_title);
		dialog.setFilterExtensions(PATTERNS);
		dialog.setFilterNames(new String[] { Messages.OpenFileHandler_allFiles, Messages.OpenFileHandler_dicomFiles,
				Messages.OpenFileHandler_archives });
		FolderCommands.lastFolder().ifPresent(dialog::setFilterPath);
		if (dialog.open() != null) {
			FolderCommands.rememberFolder(dialog.getFilterPath());
			Path folder = Path.of(dialog.getFilterPath());
			List<Path> files = Arrays.stream(dialog.getFileNames()).map(folder::resolve).toList();
			FolderCommands.open(files, window);
		}
		return null;
	}
}
