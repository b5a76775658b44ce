package org.dicompreview.ui.internal.explorer;

import java.util.List;

import org.dicompreview.ui.OpenFolder;
import org.dicompreview.ui.OpenFolders;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;

/** Closes the roots that the selected rows come from; with one root open, that. */
public final class CloseFolderHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		OpenFolders folders = HandlerUtil.getActiveWorkbenchWindowChecked(event).getService(OpenFolders.class);
		chosen(folders, HandlerUtil.getCurrentStructuredSelection(event)).forEach(OpenFolder::close);
		return null;
	}

	private static List<OpenFolder> chosen(OpenFolders folders, IStructuredSelection selection) {
		List<OpenFolder> all = folders.folders();
		return all.size() == 1 ? all : all.stream().filter(folder -> selection.stream()
				.anyMatch(element -> element instanceof Node node && node.within(folder.root(), folders.catalog()))).toList();
	}
}
