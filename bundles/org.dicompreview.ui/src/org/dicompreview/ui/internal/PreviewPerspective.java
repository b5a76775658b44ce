package org.dicompreview.ui.internal;

import org.dicompreview.ui.DicomPreview;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Explorer to the left, Preview in the middle, the attributes of what it shows to the right. */
public final class PreviewPerspective implements IPerspectiveFactory {

	@Override
	public void createInitialLayout(IPageLayout layout) {
		layout.setEditorAreaVisible(false);
		IFolderLayout left = layout.createFolder("left", IPageLayout.LEFT, 0.22f, IPageLayout.ID_EDITOR_AREA); //$NON-NLS-1$
		left.addView(DicomPreview.SERIES_EXPLORER);
		IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, 0.7f, IPageLayout.ID_EDITOR_AREA); //$NON-NLS-1$
		right.addView(DicomPreview.PREVIEW);
		IFolderLayout beside = layout.createFolder("beside", IPageLayout.RIGHT, 0.64f, "right"); //$NON-NLS-1$ //$NON-NLS-2$
		beside.addView(DicomPreview.ATTRIBUTES);
		layout.addShowViewShortcut(DicomPreview.SERIES_EXPLORER);
		layout.addShowViewShortcut(DicomPreview.PREVIEW);
		layout.addShowViewShortcut(DicomPreview.ATTRIBUTES);
		layout.addShowViewShortcut(IPageLayout.ID_PROGRESS_VIEW);
	}
}
