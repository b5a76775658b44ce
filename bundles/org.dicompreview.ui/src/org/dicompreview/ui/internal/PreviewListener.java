package org.dicompreview.ui.internal;

import java.util.function.BiConsumer;

import org.dicompreview.ui.DicomPreview;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;

/**
 * Hears of each thing that the Preview of a page shows, as soon as there is a Preview. The selection service of the workbench
 * tells nothing of what a part publishes shortly after it was opened. UI thread only.
 */
public final class PreviewListener implements IPartListener2 {

	private final IWorkbenchPage page;
	private final BiConsumer<IWorkbenchPart, ISelection> receiver;
	private final ISelectionChangedListener listener = event -> tell();
	private IWorkbenchPart preview;

	/**
	 * Begins to listen.
	 *
	 * @param page     whose Preview
	 * @param receiver gets the Preview and its selection
	 */
	public PreviewListener(IWorkbenchPage page, BiConsumer<IWorkbenchPart, ISelection> receiver) {
		this.page = page;
		this.receiver = receiver;
		page.addPartListener(this);
		attach(page.findView(DicomPreview.PREVIEW));
	}

	private void attach(IWorkbenchPart part) {
		if (part != null && part != preview && part.getSite().getSelectionProvider() instanceof IPostSelectionProvider provider) {
			detach();
			preview = part;
			provider.addPostSelectionChangedListener(listener);
			tell();
		}
	}

	private void detach() {
		if (preview != null && preview.getSite().getSelectionProvider() instanceof IPostSelectionProvider provider) {
			provider.removePostSelectionChangedListener(listener);
		}
		preview = null;
	}

	private void tell() {
		receiver.accept(preview, preview.getSite().getSelectionProvider().getSelection());
	}

	@Override
	public void partOpened(IWorkbenchPartReference part) {
		if (part.getId().equals(DicomPreview.PREVIEW)) {
			attach(part.getPart(false));
		}
	}

	@Override
	public void partClosed(IWorkbenchPartReference part) {
		if (preview != null && part.getPart(false) == preview) {
			detach();
		}
	}

	/** Ends. */
	public void close() {
		page.removePartListener(this);
		detach();
	}
}
