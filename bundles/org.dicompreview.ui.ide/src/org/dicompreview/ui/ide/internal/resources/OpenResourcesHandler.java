package org.dicompreview.ui.ide.internal.resources;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.dicom.InstanceLocation;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the selected projects, folders and files of the workspace where they lie. */
public final class OpenResourcesHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		List<InstanceLocation> roots = new ArrayList<>(); // before another part has the selection
		for (Object element : HandlerUtil.getCurrentStructuredSelection(event)) {
			IResource resource = Adapters.adapt(element, IResource.class);
			if (resource != null) {
				new ResourceFiles(resource).root().ifPresent(roots::add);
			}
		}
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		try {
			window.getActivePage().showView(DicomPreview.SERIES_EXPLORER);
		} catch (PartInitException e) {
			throw new ExecutionException(e.getMessage(), e);
		}
		OpenFolders folders = window.getService(OpenFolders.class);
		roots.forEach(folders::open);
		return null;
	}
}
