package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

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
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
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
	private PreviewPane pane;

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
		pane = view.pane();
		pane.show(series().get(0), Optional.empty());
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
			pane.moveAxis(0, time);
			settled();
			assertEquals(first, window());
			assertNotEquals(own(), window());
		}
		pane.moveBy(1);
		settled();
		assertEquals(own(), window());
		assertNotEquals(first, window());
	}

	@Test
	void itHoldsStillInAFilm() {
		VoiWindow first = window();
		int place = pane.navigator().coordinate(0);
		pane.player().toggle();
		until("another time", () -> pane.navigator().coordinate(0) != place); //$NON-NLS-1$
		pane.player().stop();
		settled();
		assertEquals(first, window());
	}

	@Test
	void oneWindowForTheStackIsACommand() throws Exception {
		VoiWindow first = window();
		run("oneWindow"); //$NON-NLS-1$
		pane.moveBy(1);
		settled();
		assertEquals(first, window());
		pane.moveAxis(0, 1);
		settled();
		assertEquals(first, window());
		run("oneWindow"); //$NON-NLS-1$
		settled();
		assertEquals(own(), window());
	}

	@Test
	void whatIsUnderThePointerIsSaidOfEachSliceAndAfterAMenu() {
		mouse(SWT.MouseMove, 0);
		String before = pane.status().probe();
		assertTrue(!before.isEmpty());
		pane.moveAxis(0, (pane.navigator().coordinate(0) + 1) % TIMES);
		settled();
		assertTrue(!pane.status().probe().isEmpty());
		mouse(SWT.MouseDown, 3); // its release goes to the menu
		mouse(SWT.MouseExit, 0);
		assertEquals("", pane.status().probe()); //$NON-NLS-1$
		mouse(SWT.MouseMove, 0);
		assertTrue(!pane.status().probe().isEmpty());
	}

	@Test
	void placeAndMagnificationAreOnThePicture() {
		String corner = pane.canvas().annotations().corners().get(3);
		assertTrue(corner.matches("(?s)[+\u2212]?\\d+.* mm\n\\d+ %\n32 \u00d7 32"), corner); //$NON-NLS-1$
		double percent = 100 * PictureTexts.magnification(pane.canvas().picture());
		assertTrue(corner.contains(Math.round(percent) + " %"), corner); //$NON-NLS-1$
	}

	@Test
	void aMarkOfTheTrackSaysWhy() {
		SliceTrack track = new SliceTrack(new Shell(Display.getCurrent()));
		BitSet marked = new BitSet();
		marked.set(50);
		track.show(100, marked, place -> "why " + place); //$NON-NLS-1$
		assertEquals("why 50", track.reason(505, 1000)); //$NON-NLS-1$
		assertEquals("why 50", track.reason(498, 1000)); //$NON-NLS-1$
		assertEquals("why 50", track.reason(512, 1000)); //$NON-NLS-1$
		assertNull(track.reason(600, 1000));
		assertNull(track.reason(-5, 1000));
		track.getShell().dispose();
	}

	@Test
	void itPlaysAlongTime() {
		assertEquals(0, Playback.of(pane.navigator().stack().orElseThrow()).axis());
	}

	private VoiWindow window() {
		return pane.picture().settings().window().orElseGet(this::own);
	}

	private VoiWindow own() {
		return pane.picture().frame().orElseThrow().initialWindow().window();
	}

	private void settled() {
		until("a picture", () -> pane.picture().settled()); //$NON-NLS-1$
	}

	private void mouse(int type, int button) {
		Event event = new Event();
		event.button = button;
		event.x = pane.canvas().getClientArea().width / 2;
		event.y = pane.canvas().getClientArea().height / 2;
		pane.canvas().notifyListeners(type, event);
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
