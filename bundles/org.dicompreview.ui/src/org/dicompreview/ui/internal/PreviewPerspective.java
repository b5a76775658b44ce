package org.dicompreview.ui.internal;

import org.dicompreview.ui.DicomPreview;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/** Explorer and attributes to the left, so that the Preview to the right is as large as can be. */
public final class PreviewPerspective implements IPerspectiveFactory {

	@Override
	public void createInitialLayout(IPageLayout layout) {
		layout.setEditorAreaVisible(false);
		IFolderLayout left = layout.createFolder("left", IPageLayout.LEFT, 0.28f, IPageLayout.ID_EDITOR_AREA); //$NON-NLS-1$
		left.addView(DicomPreview.SERIES_EXPLORER);
		IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, 0.7f, IPageLayout.ID_EDITOR_AREA); //$NON-NLS-1$
		right.addView(DicomPreview.PREVIEW);
		IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.5f, "left"); //$NON-NLS-1$ //$NON-NLS-2$
		below.addView(DicomPreview.ATTRIBUTES);
		below.addPlaceholder(DicomPreview.MEASUREMENTS);
		below.addPlaceholder(DicomPreview.OVERLAYS);
		layout.createPlaceholderFolder("series", IPageLayout.BOTTOM, 0.7f, "right") //$NON-NLS-1$ //$NON-NLS-2$
				.addPlaceholder(DicomPreview.SERIES_ATTRIBUTES);
		layout.addShowViewShortcut(DicomPreview.SERIES_EXPLORER);
		layout.addShowViewShortcut(DicomPreview.PREVIEW);
		layout.addShowViewShortcut(DicomPreview.ATTRIBUTES);
		layout.addShowViewShortcut(DicomPreview.MEASUREMENTS);
		layout.addShowViewShortcut(DicomPreview.OVERLAYS);
		layout.addShowViewShortcut(DicomPreview.SERIES_ATTRIBUTES);
		layout.addShowViewShortcut(IPageLayout.ID_PROGRESS_VIEW);
	}
}
