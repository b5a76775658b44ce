package org.dicompreview.ui.internal.explorer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
		chosen(folders.roots(), HandlerUtil.getCurrentStructuredSelection(event)).forEach(folders::close);
		return null;
	}

	static List<Path> chosen(List<Path> roots, IStructuredSelection selection) {
		if (roots.size() == 1) {
			return roots;
		}
		List<Path> chosen = new ArrayList<>(roots);
		chosen.removeIf(root -> selection.stream()
				.noneMatch(element -> element instanceof Node node && node.within(root)));
		return chosen;
	}
}
