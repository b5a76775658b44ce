package org.dicompreview.app.internal;

import org.dicompreview.ui.DicomPreview;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IPropertyListener;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart2;
import org.eclipse.ui.IWorkbenchPartConstants;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;

/** Names in the title of a window what its Preview shows, in the words of the heading of that view. UI thread only. */
final class WindowTitle implements IPartListener2 {

	private final IWorkbenchWindowConfigurer window;
	private final String name;
	private final IPropertyListener changed = (part, property) -> {
		if (property == IWorkbenchPartConstants.PROP_CONTENT_DESCRIPTION) {
			show(((IWorkbenchPart2) part).getContentDescription());
		}
	};

	WindowTitle(IWorkbenchWindowConfigurer window) {
		this.window = window;
		name = window.getTitle();
	}

	/** Begins; ends with the window. */
	void follow() {
		IWorkbenchPage page = window.getWindow().getActivePage();
		window.getWindow().getPartService().addPartListener(this);
		IViewPart preview = page == null ? null : page.findView(DicomPreview.PREVIEW);
		if (preview instanceof IWorkbenchPart2 part) {
			follow(part);
		}
	}

	private void follow(IWorkbenchPart2 preview) {
		preview.addPropertyListener(changed);
		show(preview.getContentDescription());
	}

	private void show(String shown) {
		window.setTitle(shown.isEmpty() ? name : NLS.bind(Messages.PreviewWindowAdvisor_title, shown, name));
	}

	@Override
	public void partOpened(IWorkbenchPartReference opened) {
		if (opened.getId().equals(DicomPreview.PREVIEW) && opened.getPart(false) instanceof IWorkbenchPart2 preview) {
			follow(preview);
		}
	}

	@Override
	public void partClosed(IWorkbenchPartReference closed) {
		if (closed.getId().equals(DicomPreview.PREVIEW) && closed.getPart(false) != null) {
			closed.getPart(false).removePropertyListener(changed);
			show(""); //$NON-NLS-1$
		}
	}
}
