package org.dicompreview.ui.ide.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.dicompreview.ui.DicomPreview;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The perspective leaves the Preview in sight, whatever views of the IDE are opened. */
class PerspectiveTest {

	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final IPerspectiveDescriptor before = page.getPerspective();

	@AfterEach
	void leave() {
		if (page.getPerspective() != before) {
			page.closePerspective(page.getPerspective(), false, false);
			page.setPerspective(before);
		}
	}

	@Test
	void viewsOfOthersNeverCoverThePreview() throws Exception {
		page.setPerspective(PlatformUI.getWorkbench().getPerspectiveRegistry().findPerspectiveWithId(DicomPreview.PERSPECTIVE));
		page.resetPerspective();
		IViewPart preview = page.showView(DicomPreview.PREVIEW);
		for (String id : List.of(IPageLayout.ID_PROJECT_EXPLORER, IPageLayout.ID_PROP_SHEET, IPageLayout.ID_PROBLEM_VIEW,
				IPageLayout.ID_OUTLINE, IPageLayout.ID_PROGRESS_VIEW, DicomPreview.MEASUREMENTS, DicomPreview.OVERLAYS)) {
			page.showView(id);
			assertTrue(page.isPartVisible(preview), id);
		}
		IViewPart second = page.showView(DicomPreview.PREVIEW, "2", IWorkbenchPage.VIEW_ACTIVATE);
		assertTrue(page.isPartVisible(second));
		assertTrue(Arrays.asList(page.getViewStack(second)).contains(preview), "beside the first one");
		assertTrue(Arrays.asList(page.getPerspectiveShortcuts()).contains(DicomPreview.PERSPECTIVE));
	}

	@Test
	void perspectivesOfOthersOfferOurViews() {
		assertTrue(Arrays.asList(page.getShowViewShortcuts()).contains(DicomPreview.PREVIEW), before.getId());
		assertTrue(Arrays.asList(page.getShowViewShortcuts()).contains(DicomPreview.SERIES_EXPLORER), before.getId());
	}
}
