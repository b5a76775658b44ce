package org.dicompreview.ui.internal;

import java.util.List;

import org.dicompreview.ui.DicomPreview;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;

/**
 * Explorer and attributes to the left, so that the Preview to the right is as large as can be. Views of others open beside
 * those on the left and never cover it.
 */
public final class PreviewPerspective implements IPerspectiveFactory {

	/** Views that choose what is shown, if the workbench has them. */
	private static final List<String> LEFT = List.of(IPageLayout.ID_PROJECT_EXPLORER, "org.eclipse.jdt.ui.PackageExplorer", //$NON-NLS-1$
			"org.eclipse.ui.views.ResourceNavigator", "org.eclipse.egit.ui.RepositoriesView"); //$NON-NLS-1$ //$NON-NLS-2$
	/** Views that say something of it, if the workbench has them. */
	private static final List<String> BELOW = List.of(IPageLayout.ID_OUTLINE, IPageLayout.ID_PROP_SHEET, IPageLayout.ID_PROBLEM_VIEW,
			"org.eclipse.search.ui.views.SearchView", "org.eclipse.team.ui.GenericHistoryView", "org.eclipse.ui.console.ConsoleView", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			IPageLayout.ID_TASK_LIST, IPageLayout.ID_BOOKMARKS, IPageLayout.ID_PROGRESS_VIEW, "org.eclipse.pde.runtime.LogView"); //$NON-NLS-1$

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
		for (String view : BELOW) {
			below.addPlaceholder(view);
		}
		for (String view : LEFT) {
			left.addPlaceholder(view);
		}
		right.addPlaceholder(DicomPreview.PREVIEW + ":*"); //$NON-NLS-1$
		layout.addShowViewShortcut(DicomPreview.SERIES_EXPLORER);
		layout.addShowViewShortcut(DicomPreview.PREVIEW);
		layout.addShowViewShortcut(DicomPreview.ATTRIBUTES);
		layout.addShowViewShortcut(DicomPreview.MEASUREMENTS);
		layout.addShowViewShortcut(DicomPreview.OVERLAYS);
		layout.addShowViewShortcut(DicomPreview.SERIES_ATTRIBUTES);
		layout.addShowViewShortcut(IPageLayout.ID_PROGRESS_VIEW);
		layout.addPerspectiveShortcut(DicomPreview.PERSPECTIVE);
	}
}
