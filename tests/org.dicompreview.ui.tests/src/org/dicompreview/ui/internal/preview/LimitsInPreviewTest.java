package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.ReadLimits;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolder;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.internal.settings.Settings;
import org.dicompreview.viewer.Viewport;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits of the preferences reach whatever reads and decodes. */
class LimitsInPreviewTest {

	/** Two bytes a pixel: more than 1 MB. */
	private static final int SIDE = 1024;

	@TempDir
	private Path folder;
	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final OpenFolders folders = PlatformUI.getWorkbench().getService(OpenFolders.class);

	@AfterEach
	void close() {
		Settings.node().remove(Settings.FRAME);
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
		folders.folders().forEach(OpenFolder::close);
		until("nothing is left open", () -> folders.catalog().series().isEmpty()); //$NON-NLS-1$
	}

	@Test
	void anImageAboveTheLimitSaysSoUntilTheLimitIsRaised() throws Exception {
		SampleStudy.write(folder, Phantoms.ct(Study.of("Limit^Test", "L-1", 900), 1, 2, 3, SIDE)); //$NON-NLS-1$ //$NON-NLS-2$
		Settings.node().putInt(Settings.FRAME, 1);
		DicomReaders readers = PlatformUI.getWorkbench().getService(DicomReaders.class);
		assertEquals(Settings.limits(), readers.limits());
		assertEquals(1 << 20, readers.limits().frameBytes());
		OpenFolder open = folders.openTemporarily(folder);
		until("the series", () -> open.scanned().isDone() && open.series().size() == 1); //$NON-NLS-1$
		Viewport viewport = ((PreviewView) page.showView(DicomPreview.PREVIEW)).grid().active();
		viewport.show(open.series().get(0));
		until("the reason", () -> viewport.isSettled() && viewport.model().slice().isPresent() //$NON-NLS-1$
				&& viewport.message().contains(Integer.toString(2 * SIDE * SIDE)));
		Settings.node().remove(Settings.FRAME);
		assertEquals(ReadLimits.DEFAULT, readers.limits());
		until("the picture", () -> viewport.message().isEmpty() && viewport.model().frame().isPresent()); //$NON-NLS-1$
	}
}
