package org.dicompreview.app.internal;

import java.util.Arrays;

import org.dicompreview.ui.DicomPreview;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IPropertyListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart2;
import org.eclipse.ui.IWorkbenchPartConstants;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;

/**
 * Names in the title of a window what its Preview shows, in the words of the heading of that view: of the one used last, if
 * there are several. UI thread only.
 */
final class WindowTitle implements IPartListener2 {

	private final IWorkbenchWindowConfigurer window;
	private final String name;
	private final IPropertyListener changed = (part, property) -> {
		if (property == IWorkbenchPartConstants.PROP_CONTENT_DESCRIPTION) {
			show(((IWorkbenchPart2) part).getContentDescription());
		}
	};
	/** The Preview that is named, or {@code null}. */
	private IWorkbenchPart2 preview;

	WindowTitle(IWorkbenchWindowConfigurer window) {
		this.window = window;
		name = window.getTitle();
	}

	/** Begins; ends with the window. */
	void follow() {
		window.getWindow().getPartService().addPartListener(this);
		followAny();
	}

	private void followAny() {
		IWorkbenchPage page = window.getWindow().getActivePage();
		if (page != null) {
			Arrays.stream(page.getViewReferences()).forEach(this::partOpened);
		}
	}

	private void follow(IWorkbenchPart2 next) {
		if (next != preview) {
			forget();
			preview = next;
			preview.addPropertyListener(changed);
			show(preview.getContentDescription());
		}
	}

	private void forget() {
		if (preview != null) {
			preview.removePropertyListener(changed);
			preview = null;
			show(""); //$NON-NLS-1$
		}
	}

	private void show(String shown) {
		window.setTitle(shown.isEmpty() ? name : NLS.bind(Messages.PreviewWindowAdvisor_title, shown, name));
	}

	@Override
	public void partOpened(IWorkbenchPartReference opened) {
		if (opened.getId().equals(DicomPreview.PREVIEW) && opened.getPart(false) instanceof IWorkbenchPart2 part) {
			follow(part);
		}
	}

	@Override
	public void partActivated(IWorkbenchPartReference activated) {
		partOpened(activated);
	}

	@Override
	public void partClosed(IWorkbenchPartReference closed) {
		if (preview != null && closed.getPart(false) == preview) {
			forget();
			followAny();
		}
	}
}
