package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.dicompreview.rendering.ColorScale;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.PresentationStates;
import org.dicompreview.rendering.overlay.ImageOverlays;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.document.InstanceDocuments;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.dicompreview.viewer.Subject;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportServices;
import org.dicompreview.viewer.Viewports;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picture that is ready only when something else is on show is never painted. */
class LatePictureTest {

	/** Renders only what it is allowed to. */
	private static final class SlowRenderer implements FrameRenderer {

		private final FrameRenderer renderer = PlatformUI.getWorkbench().getService(FrameRenderer.class);
		private final Semaphore allowed = new Semaphore(0);

		@Override
		public Picture render(DisplayFrame frame, DisplaySettings settings, int width, int height) {
			allowed.acquireUninterruptibly();
			return renderer.render(frame, settings, width, height);
		}

		@Override
		public Picture renderAtStoredResolution(DisplayFrame frame, DisplaySettings settings) {
			return renderer.renderAtStoredResolution(frame, settings);
		}

		@Override
		public Optional<ColorScale> scale(DisplayFrame frame, DisplaySettings settings) {
			return renderer.scale(frame, settings);
		}
	}

	@TempDir
	private Path folder;
	private final OpenFolders folders = PlatformUI.getWorkbench().getService(OpenFolders.class);
	private final SlowRenderer renderer = new SlowRenderer();
	private final Shell shell = new Shell(Display.getCurrent());
	private Viewport viewport;

	@BeforeEach
	void open() throws Exception {
		Study first = Study.of("Late^First", "L-1", 41); //$NON-NLS-1$ //$NON-NLS-2$
		Study second = Study.of("Late^Second", "L-2", 42); //$NON-NLS-1$ //$NON-NLS-2$
		SampleStudy.write(folder.resolve("images"), Phantoms.ct(first, 1, 5, 3, 64)); //$NON-NLS-1$
		SampleStudy.write(folder.resolve("other"), Phantoms.ct(second, 1, 4, 3, 64)); //$NON-NLS-1$
		SampleStudy.write(folder.resolve("report"), //$NON-NLS-1$
				List.of(second.instance("1.2.840.10008.5.1.4.1.1.88.11", "SR", 2, "Findings", 1))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		folders.open(folder);
		until("all series", () -> folders.catalog().instances(folder).size() == 10); //$NON-NLS-1$
		shell.setLayout(new FillLayout());
		viewport = PlatformUI.getWorkbench().getService(Viewports.class).create(shell,
				ViewportServices.of(PlatformUI.getWorkbench().getService(FrameLoader.class), renderer,
						PlatformUI.getWorkbench().getService(PresentationStates.class),
						PlatformUI.getWorkbench().getService(InstanceDocuments.class),
						PlatformUI.getWorkbench().getService(ImageOverlays.class)));
		shell.setSize(300, 300);
		shell.open();
	}

	@AfterEach
	void close() {
		renderer.allowed.release(1000);
		shell.dispose();
		folders.close(folder);
		until("nothing is left open", () -> folders.catalog().patients().isEmpty()); //$NON-NLS-1$
	}

	private Series series(String patient, String modality) {
		return folders.catalog().patients().stream().filter(each -> each.name().contains(patient)).map(Patient::studies)
				.flatMap(List::stream).flatMap(study -> study.series().stream())
				.filter(series -> series.modality().equals(modality)).findFirst().orElseThrow();
	}

	/** Shows a series and waits until its picture is being rendered. */
	private void begin(Series series) {
		viewport.show(series);
		until("a picture that is being rendered", () -> viewport.model().series().filter(shown -> shown == series).isPresent() //$NON-NLS-1$
				&& renderer.allowed.hasQueuedThreads());
	}

	/** Lets everything be rendered that is under way, and waits until all of it has come. */
	private void release() {
		renderer.allowed.release(1000);
		until("the end of all work", () -> Job.getJobManager().find(Viewport.JOB_FAMILY).length == 0); //$NON-NLS-1$
		boolean[] posted = new boolean[1];
		Display.getCurrent().asyncExec(() -> posted[0] = true);
		until("all that was posted before", () -> posted[0]); //$NON-NLS-1$
	}

	@Test
	void aPictureUnderWayIsNotPaintedOverASeriesWithoutImages() {
		begin(series("First", "CT")); //$NON-NLS-1$ //$NON-NLS-2$
		Series report = series("Second", "SR"); //$NON-NLS-1$ //$NON-NLS-2$
		viewport.show(report);
		until("the report", () -> viewport.model().series().filter(shown -> shown == report).isPresent()); //$NON-NLS-1$
		release();
		assertNull(ViewportProbe.picture(viewport));
		assertTrue(viewport.message().contains("Findings"), viewport::message); //$NON-NLS-1$
	}

	@Test
	void aPictureUnderWayIsNotPaintedAfterTheFolderWasClosed() {
		begin(series("First", "CT")); //$NON-NLS-1$ //$NON-NLS-2$
		viewport.show(new Subject.Nothing());
		release();
		assertNull(ViewportProbe.picture(viewport));
		assertEquals(new Subject.Nothing().message(), viewport.message());
	}

	@Test
	void theFormerPatientsPictureIsGoneBeforeTheNextOneComes() {
		renderer.allowed.release(1000);
		viewport.show(series("First", "CT")); //$NON-NLS-1$ //$NON-NLS-2$
		until("a picture", () -> ViewportProbe.picture(viewport) != null); //$NON-NLS-1$
		renderer.allowed.drainPermits();
		begin(series("Second", "CT")); //$NON-NLS-1$ //$NON-NLS-2$
		assertNull(ViewportProbe.picture(viewport), "the picture of one patient under the name of another"); //$NON-NLS-1$
		release();
		until("the picture of the other", () -> viewport.isSettled()); //$NON-NLS-1$
	}

	@Test
	void whatIsAskedForIsNotGivenUpForANewerVersionOfWhatIsShown() throws Exception {
		renderer.allowed.release(1000);
		Series first = series("First", "CT"); //$NON-NLS-1$ //$NON-NLS-2$
		viewport.show(first);
		until("the first series", () -> viewport.model().series().filter(shown -> shown == first).isPresent()); //$NON-NLS-1$
		int before = first.version();
		SampleStudy.write(folder.resolve("images"), Phantoms.ct(Study.of("Late^First", "L-1", 41), 1, 6, 3, 64)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		((ScannedFolders) folders).refresh(folder);
		until("another version of the first series", () -> first.version() != before); //$NON-NLS-1$
		Series second = series("Second", "CT"); //$NON-NLS-1$ //$NON-NLS-2$
		viewport.show(second);
		viewport.refresh();
		until("the second series", () -> viewport.model().series().filter(shown -> shown == second).isPresent()); //$NON-NLS-1$
	}
}
