package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Playback;
import org.dicompreview.series.Series;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.viewer.Viewport;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack of places and times whose images each have a window of their own. */
class StillWindowTest {

	private static final int POSITIONS = 5;
	private static final int TIMES = 4;
	/** Each test has a study of its own: the Preview remembers where it was in one. */
	private static int studies = 500;

	@TempDir
	private Path folder;
	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final OpenFolders folders = PlatformUI.getWorkbench().getService(OpenFolders.class);
	private PreviewView view;
	private Viewport viewport;

	@BeforeEach
	void open() throws Exception {
		List<DicomObject> images = Phantoms.perfusion(Study.of("Window^Test", "P-1", studies++), 1, POSITIONS, TIMES, 32); //$NON-NLS-1$ //$NON-NLS-2$
		for (int i = 0; i < images.size(); i++) {
			images.get(i).set(Tag.WINDOW_CENTER, 300 + i).set(Tag.WINDOW_WIDTH, 700 + i);
		}
		SampleStudy.write(folder, images);
		folders.open(folder);
		until("the series", () -> series().size() == 1 && series().get(0).imageCount() == images.size()); //$NON-NLS-1$
		view = (PreviewView) page.showView(DicomPreview.PREVIEW);
		viewport = view.grid().active();
		viewport.show(series().get(0));
		settled();
	}

	@AfterEach
	void close() {
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
		folders.roots().forEach(folders::close);
		until("nothing is left open", () -> folders.catalog().patients().isEmpty()); //$NON-NLS-1$
	}

	@Test
	void itHoldsStillAlongTimeAndIsThatOfTheFileAlongPositions() {
		VoiWindow first = window();
		assertEquals(own(), first);
		for (int time = 1; time < TIMES; time++) {
			viewport.model().moveAxis(0, time);
			settled();
			assertEquals(first, window());
			assertNotEquals(own(), window());
		}
		viewport.model().moveBy(1);
		settled();
		assertEquals(own(), window());
		assertNotEquals(first, window());
	}

	@Test
	void itHoldsStillInAFilm() {
		VoiWindow first = window();
		int place = viewport.model().navigator().coordinate(0);
		viewport.model().play();
		until("another time", () -> viewport.model().navigator().coordinate(0) != place); //$NON-NLS-1$
		viewport.model().stop();
		settled();
		assertEquals(first, window());
	}

	@Test
	void oneWindowForTheStackIsACommand() throws Exception {
		VoiWindow first = window();
		run("oneWindow"); //$NON-NLS-1$
		viewport.model().moveBy(1);
		settled();
		assertEquals(first, window());
		viewport.model().moveAxis(0, 1);
		settled();
		assertEquals(first, window());
		run("oneWindow"); //$NON-NLS-1$
		settled();
		assertEquals(own(), window());
	}

	@Test
	void whatIsUnderThePointerIsSaidOfEachSliceAndAfterAMenu() {
		mouse(SWT.MouseMove, 0);
		String before = ViewportProbe.underPointer(viewport);
		assertTrue(!before.isEmpty());
		viewport.model().moveAxis(0, (viewport.model().navigator().coordinate(0) + 1) % TIMES);
		settled();
		assertTrue(!ViewportProbe.underPointer(viewport).isEmpty());
		mouse(SWT.MouseDown, 3); // its release goes to the menu
		mouse(SWT.MouseExit, 0);
		assertEquals("", ViewportProbe.underPointer(viewport)); //$NON-NLS-1$
		mouse(SWT.MouseMove, 0);
		assertTrue(!ViewportProbe.underPointer(viewport).isEmpty());
	}

	@Test
	void placeAndMagnificationAreOnThePicture() {
		String texts = viewport.description();
		assertTrue(texts.matches("(?s).*[+\u2212]?\\d+.* mm\n\\d+ %\n32 \u00d7 32.*"), texts); //$NON-NLS-1$
		double[] transform = ViewportProbe.picture(viewport).transform();
		double percent = 100 / Math.hypot(transform[0], transform[1]);
		assertTrue(texts.contains(Math.round(percent) + " %"), texts); //$NON-NLS-1$
	}

	@Test
	void itPlaysAlongTime() {
		assertEquals(0, Playback.of(viewport.model().navigator().stack().orElseThrow()).axis());
	}

	private VoiWindow window() {
		return viewport.model().settings().window().voiWindow().orElseGet(this::own);
	}

	private VoiWindow own() {
		return viewport.model().frame().orElseThrow().initialWindow().window();
	}

	private void settled() {
		until("a picture", () -> viewport.isSettled()); //$NON-NLS-1$
	}

	private void mouse(int type, int button) {
		Event event = new Event();
		event.button = button;
		event.x = viewport.canvas().getClientArea().width / 2;
		event.y = viewport.canvas().getClientArea().height / 2;
		viewport.canvas().notifyListeners(type, event);
	}

	private void run(String command) throws Exception {
		page.activate(view);
		view.getSite().getService(IHandlerService.class).executeCommand("org.dicompreview.ui.preview." + command, null); //$NON-NLS-1$
	}

	private List<Series> series() {
		return folders.catalog().patients().stream().map(Patient::studies).flatMap(List::stream)
				.flatMap(each -> each.series().stream()).toList();
	}
}
