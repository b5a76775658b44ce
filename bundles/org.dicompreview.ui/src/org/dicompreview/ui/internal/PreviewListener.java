package org.dicompreview.ui.internal;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
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
 * Hears of each thing that the current Preview of a page shows, as soon as there is a Preview: the one that was used last, if
 * there are several. The selection service of the workbench tells nothing of what a part publishes shortly after it was
 * opened. UI thread only.
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
		attachAny();
	}

	private void attachAny() {
		Arrays.stream(page.getViewReferences()).filter(PreviewListener::isPreview).map(part -> part.getPart(false))
				.filter(Objects::nonNull).findFirst().ifPresent(this::attach);
	}

	private static boolean isPreview(IWorkbenchPartReference part) {
		return part.getId().equals(DicomPreview.PREVIEW);
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

	/** {@return the Preview that is listened to; absent if there is none} */
	public Optional<IWorkbenchPart> preview() {
		return Optional.ofNullable(preview);
	}

	@Override
	public void partOpened(IWorkbenchPartReference part) {
		if (isPreview(part)) {
			attach(part.getPart(false));
		}
	}

	@Override
	public void partActivated(IWorkbenchPartReference part) {
		partOpened(part);
	}

	@Override
	public void partClosed(IWorkbenchPartReference part) {
		if (preview != null && part.getPart(false) == preview) {
			detach();
			attachAny();
		}
	}

	/** Ends. */
	public void close() {
		page.removePartListener(this);
		detach();
	}
}
