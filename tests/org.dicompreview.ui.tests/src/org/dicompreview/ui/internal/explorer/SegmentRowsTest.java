package org.dicompreview.ui.internal.explorer;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.dicompreview.testsupport.HeadPhantom;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The colours of segments in the Series Explorer. */
class SegmentRowsTest {

	@TempDir
	Path folder;

	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final ScannedFolders folders = PlatformUI.getWorkbench().getService(ScannedFolders.class);
	private SeriesExplorerView view;

	@BeforeEach
	void open() throws Exception {
		view = (SeriesExplorerView) page.showView(DicomPreview.SERIES_EXPLORER);
	}

	@AfterEach
	void close() {
		folders.roots().forEach(folders::close);
		until("nothing to be open", () -> folders.catalog().patients().isEmpty()); //$NON-NLS-1$
		page.hideView(view);
	}

	/** Two segments, and one alone, whose series has no row for its stack. */
	@Test
	void segmentsHaveASwatchOfTheirColor() throws Exception {
		Study study = Study.of("Segments", "S", 9); //$NON-NLS-1$ //$NON-NLS-2$
		SampleStudy.write(folder, List.of(Phantoms.segmentation(study, 1, 2, 16),
				Phantoms.segmentation(study, 2, 2, 16, HeadPhantom.Tissue.LESION)));
		folders.open(folder);
		until("both series", () -> rows(Node.OfSeries.class).size() == 2); //$NON-NLS-1$
		until("their stacks", () -> rows(Node.OfStack.class).size() == 2 //$NON-NLS-1$
				&& rows(Node.OfSeries.class).get(1).label().color().isPresent());
		assertSwatch(0xE6C878, rows(Node.OfStack.class).get(0));
		assertSwatch(0xFF0000, rows(Node.OfStack.class).get(1));
		assertSwatch(0xFF0000, rows(Node.OfSeries.class).get(1));
		assertTrue(rows(Node.OfSeries.class).get(0).label().color().isEmpty());
	}

	private <T extends Node> List<T> rows(Class<T> kind) {
		return view.tree().current().all(kind);
	}

	private void assertSwatch(int rgb, Node row) {
		view.tree().setSelection(new StructuredSelection(row));
		ImageData icon = view.tree().tree().getSelection()[0].getImage().getImageData(100);
		RGB color = icon.palette.getRGB(icon.getPixel(8, 8));
		assertEquals(new RGB(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF), color, row::toString);
		assertTrue(Tooltips.of(row).contains(String.format("#%06X", rgb)), Tooltips.of(row)); //$NON-NLS-1$
	}
}
