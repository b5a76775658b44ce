package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.dicompreview.ui.DicomPreview;
import org.dicompreview.viewer.Subject;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

/** The toolbars of Previews that show the same are the same, whichever window they are in and whichever is used. */
class TwoWindowsTest extends PreviewTestCase {

	private static final String ON = " true "; //$NON-NLS-1$

	@Test
	void toolbarsAreAlikeInAllWindowsAndAfterAPreviewWasOpenedAgain() throws Exception {
		IWorkbenchWindow second = PlatformUI.getWorkbench().openWorkbenchWindow(page.getPerspective().getId(), null);
		try {
			PreviewView other = (PreviewView) second.getActivePage().showView(DicomPreview.PREVIEW);
			other.grid().active().show(series().get(0));
			until("a picture", () -> other.grid().active().isSettled()); //$NON-NLS-1$
			until("the toolbar of the second window", () -> items(other).equals(items(view))); //$NON-NLS-1$
			assertTrue(items(view).stream().filter(item -> item.contains(ON)).count() > 10, () -> items(view).toString());
			List<String> used = items(view);
			page.getWorkbenchWindow().getShell().setActive();
			page.activate(view);
			until("the first window", () -> items(view).equals(used) && items(other).equals(used)); //$NON-NLS-1$
			page.hideView(view);
			view = (PreviewView) page.showView(DicomPreview.PREVIEW);
			view.grid().active().show(series().get(0));
			until("a picture again", () -> view.grid().active().isSettled()); //$NON-NLS-1$
			until("the toolbar again", () -> items(view).equals(used)); //$NON-NLS-1$
			assertEquals(used, items(other));
		} finally {
			second.close();
		}
	}

	@Test
	void aToolbarIsEnabledAlthoughNobodyHasActivatedThePreview() throws Exception {
		List<String> used = items(view);
		page.hideView(view);
		page.showView(DicomPreview.ATTRIBUTES);
		view = (PreviewView) page.showView(DicomPreview.PREVIEW, null, IWorkbenchPage.VIEW_VISIBLE);
		active().show(new Subject.Nothing());
		until("nothing to do", () -> items(view).stream().filter(item -> item.contains(ON)).count() < 10); //$NON-NLS-1$
		active().show(series().get(0));
		until("the toolbar", () -> items(view).equals(used)); //$NON-NLS-1$
		assertEquals(DicomPreview.ATTRIBUTES, page.getActivePart().getSite().getId());
	}

	/** {@return what a person sees of each item: what it is, whether it works, whether it is pressed, and its picture} */
	private static List<String> items(PreviewView view) {
		ToolBar bar = ((ToolBarManager) view.getViewSite().getActionBars().getToolBarManager()).getControl();
		return Stream.of(bar.getItems()).filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0)
				.map(item -> item.getToolTipText() + ' ' + item.isEnabled() + ' ' + item.getSelection() + ' ' + picture(item)).toList();
	}

	private static int picture(ToolItem item) {
		if (item.getImage() == null) {
			return 0;
		}
		ImageData data = item.getImage().getImageData(100);
		return 31 * Arrays.hashCode(data.data) + Arrays.hashCode(data.alphaData);
	}
}
