package org.dicompreview.ui.internal.preview;

import org.dicompreview.ui.DicomPreview;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens one more Preview beside those that the window has. */
public final class NewPreviewHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
		int number = 2;
		while (page.findViewReference(DicomPreview.PREVIEW, Integer.toString(number)) != null) {
			number++;
		}
		try {
			return page.showView(DicomPreview.PREVIEW, Integer.toString(number), IWorkbenchPage.VIEW_ACTIVATE);
		} catch (PartInitException e) {
			throw new ExecutionException("Cannot open another Preview", e); //$NON-NLS-1$
		}
	}
}
