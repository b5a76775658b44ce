package org.dicompreview.start.empty;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** The view alone. */
public final class EmptyPerspective implements IPerspectiveFactory {

	@Override
	public void createInitialLayout(IPageLayout layout) {
		layout.setEditorAreaVisible(false);
		layout.addView("org.dicompreview.start.empty.view", IPageLayout.LEFT, 1, IPageLayout.ID_EDITOR_AREA); //$NON-NLS-1$
	}
}
