package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Orientation;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.Picture;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.viewer.RenderTarget;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportModel;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Preview in a real workbench, on the sample study that is opened as a real folder. */
class PreviewViewTest {

	@TempDir
	static Path study;

	private final Display display = Display.getCurrent();
	private IWorkbenchPage page;
	private OpenFolders folders;
	private PreviewView view;

	@BeforeAll
	static void makeStudy() throws IOException {
		SampleStudy.write(study);
	}

	@BeforeEach
	void open() throws PartInitException {
		page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
		folders = PlatformUI.getWorkbench().getService(OpenFolders.class);
		folders.open(study);
		until("all series of the study", () -> series().size() == 4 && series().stream().allMatch(this::complete)); //$NON-NLS-1$
		view = (PreviewView) page.showView(DicomPreview.PREVIEW);
	}

	@AfterEach
	void close() {
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
		folders.close(study);
		until("nothing is left open", () -> series().isEmpty()); //$NON-NLS-1$
	}

	@Test
	void everySliceOfTheCtIsOnTheCanvasAsRenderedByKey() throws Exception {
		show("CT"); //$NON-NLS-1$
		Viewport viewport = view.grid().active();
		SliceStack stack = viewport.model().navigator().stack().orElseThrow();
		run("firstSlice"); //$NON-NLS-1$
		Set<Slice> seen = new HashSet<>();
		for (int index = 0; index < stack.positions(); index++) {
			awaitCurrent();
			assertEquals(index, ViewportProbe.scale(viewport).getSelection());
			assertEquals(Integer.toString(index + 1), ViewportProbe.number(viewport).getText());
			assertCanvasShowsRendered(viewport);
			seen.add(viewport.model().slice().orElseThrow());
			run("nextSlice"); //$NON-NLS-1$
		}
		assertEquals(Set.copyOf(stack.slices()), seen, "the whole series"); //$NON-NLS-1$
		run("previousPage"); //$NON-NLS-1$
		assertEquals(stack.positions() - 1 - PreviewCommands.PAGE, viewport.model().navigator().index());
		run("lastSlice"); //$NON-NLS-1$
		assertEquals(stack.positions() - 1, viewport.model().navigator().index());
	}

	/** No other test moves in this series, so nothing is remembered of it. */
	@Test
	void aSpatialStackOpensInItsMiddle() throws Exception {
		select(series().stream().filter(series -> series.imageCount() == 36).findFirst().orElseThrow());
		SliceStack stack = view.grid().active().model().navigator().stack().orElseThrow();
		assertTrue(stack.spatial());
		assertEquals(stack.positions() / 2, view.grid().active().model().navigator().index());
		assertEquals(stack.start(), view.grid().active().model().slice().orElseThrow());
	}

	@Test
	void aScanThatGoesOnWhileTheSeriesIsOrderedIsNotMissed() {
		Series whole = series().stream().filter(series -> series.imageCount() > 1).findFirst().orElseThrow();
		AtomicInteger version = new AtomicInteger();
		Series growing = (Series) Proxy.newProxyInstance(Series.class.getClassLoader(), new Class<?>[] { Series.class },
				(proxy, method, arguments) -> switch (method.getName()) {
					case "version" -> version.get(); //$NON-NLS-1$
					case "stacks" -> version.compareAndSet(0, 1) ? List.of() : whole.stacks(); //$NON-NLS-1$
					default -> method.invoke(whole, arguments);
				});
		view.grid().active().show(growing);
		until("what was found since", () -> view.grid().active().model().series().filter(shown -> shown == growing).isPresent() //$NON-NLS-1$
				&& view.grid().active().model().navigator().stack().isPresent());
		assertEquals(1, version.get());
	}

	@Test
	void offsetsAscendToTheRightAndTheEndsSayWhere() throws Exception {
		show("CT"); //$NON-NLS-1$
		List<Slice> path = view.grid().active().model().navigator().path();
		for (int i = 1; i < path.size(); i++) {
			assertTrue(path.get(i - 1).offset().orElseThrow() < path.get(i).offset().orElseThrow());
		}
		assertEquals("F", view.grid().active().model().navigator().leftLetters()); //$NON-NLS-1$
		assertEquals("H", view.grid().active().model().navigator().rightLetters()); //$NON-NLS-1$
	}

	@Test
	void theScaleWalksTheColourCineByMouse() throws Exception {
		show("US"); //$NON-NLS-1$
		Viewport viewport = view.grid().active();
		assertEquals(0, viewport.model().navigator().index(), "a cine starts at its first frame"); //$NON-NLS-1$
		Scale scale = ViewportProbe.scale(viewport);
		assertEquals(viewport.model().navigator().stack().orElseThrow().slices().size() - 1, scale.getMaximum());
		for (int index = 0; index <= scale.getMaximum(); index++) {
			scale.setSelection(index);
			scale.notifyListeners(SWT.Selection, new Event());
			awaitCurrent();
			assertEquals(index, viewport.model().slice().orElseThrow().frame());
			assertCanvasShowsRendered(viewport);
		}
	}

	@Test
	void theCinePlaysUntilAPersonMovesTheSlider() throws Exception {
		show("US"); //$NON-NLS-1$
		Viewport viewport = view.grid().active();
		Set<Integer> seen = new HashSet<>();
		run("play"); //$NON-NLS-1$
		assertTrue(viewport.model().playback().playing());
		until("half of the film", () -> seen.add(viewport.model().slice().orElseThrow().frame()) && seen.size() > 15); //$NON-NLS-1$
		until("a measured pace", () -> viewport.paintedRate() > 0); //$NON-NLS-1$
		assertTrue(viewport.description().contains("\u25b6"), viewport::description); //$NON-NLS-1$
		run("nextSlice"); //$NON-NLS-1$
		assertFalse(viewport.model().playback().playing());
		assertFalse(viewport.description().contains("\u25b6"), viewport::description); //$NON-NLS-1$
		awaitCurrent();
		assertCanvasShowsRendered(viewport);
		assertEquals(viewport.model().slice().orElseThrow(), published());
		run("firstSlice"); // other tests begin there //$NON-NLS-1$
	}

	@Test
	void playingEndsWhenTheViewIsHidden() throws Exception {
		show("CT"); //$NON-NLS-1$
		run("play"); //$NON-NLS-1$
		assertTrue(view.grid().active().model().playback().playing());
		IWorkbenchPartReference other = page.getReference(page.showView(DicomPreview.SERIES_EXPLORER));
		page.toggleZoom(other);
		until("a hidden view", () -> !page.isPartVisible(view)); //$NON-NLS-1$
		assertFalse(view.grid().active().model().playback().playing());
		page.toggleZoom(other);
	}

	@Test
	void theWheelStepsOnTheCanvasAndOnTheScale() throws Exception {
		show("CT"); //$NON-NLS-1$
		Viewport viewport = view.grid().active();
		int start = 5;
		viewport.model().moveTo(start);
		wheel(viewport.canvas(), -3);
		assertEquals(start + 1, viewport.model().navigator().index());
		wheel(ViewportProbe.scale(viewport), 3);
		wheel(ViewportProbe.scale(viewport), 3);
		assertEquals(start - 1, viewport.model().navigator().index());
	}

	@Test
	void aTypedNumberMovesTheSlider() throws Exception {
		show("CT"); //$NON-NLS-1$
		Viewport viewport = view.grid().active();
		ViewportProbe.number(viewport).setText("5"); //$NON-NLS-1$
		ViewportProbe.number(viewport).notifyListeners(SWT.DefaultSelection, new Event());
		assertEquals(4, viewport.model().navigator().index());
		ViewportProbe.number(viewport).setText("9999"); //$NON-NLS-1$
		ViewportProbe.number(viewport).notifyListeners(SWT.DefaultSelection, new Event());
		assertEquals(viewport.model().navigator().count() - 1, viewport.model().navigator().index());
	}

	@Test
	void theLocalizerOffersItsStacks() throws Exception {
		select(series().stream().filter(series -> series.stacks().size() > 1).findFirst().orElseThrow());
		Viewport viewport = view.grid().active();
		assertTrue(ViewportProbe.stackChoice(viewport).getVisible());
		Set<Slice> reached = new HashSet<>();
		for (int i = 0; i < ViewportProbe.stackChoice(viewport).getItemCount(); i++) {
			ViewportProbe.stackChoice(viewport).select(i);
			ViewportProbe.stackChoice(viewport).notifyListeners(SWT.Selection, new Event());
			reached.addAll(viewport.model().navigator().path());
		}
		assertEquals(viewport.model().series().orElseThrow().imageCount(), reached.size());
	}

	@Test
	void placeAndLooksAreKeptWhenTheViewIsClosedAndReopened() throws Exception {
		show("CT"); //$NON-NLS-1$
		run("firstSlice"); //$NON-NLS-1$
		run("invert"); //$NON-NLS-1$
		awaitCurrent();
		Slice slice = view.grid().active().model().slice().orElseThrow();
		page.hideView(view);
		view = (PreviewView) page.showView(DicomPreview.PREVIEW);
		until("the same slice", () -> view.grid().active().model().slice().filter(slice::equals).isPresent()); //$NON-NLS-1$
		assertTrue(view.grid().active().model().settings().window().invert());
		run("reset"); //$NON-NLS-1$
		assertEquals(DisplaySettings.DEFAULT, view.grid().active().model().settings());
	}

	@Test
	void flippingVerticallySwapsTopAndBottomOnTheScreen() throws Exception {
		show("CT"); //$NON-NLS-1$
		run("rotateRight"); //$NON-NLS-1$
		awaitCurrent();
		ViewportModel model = view.grid().active().model();
		double[] before = model.rendered().flatMap(RenderedSlice::picture).orElseThrow().transform();
		Orientation turned = model.settings().orientation();
		run("flipVertical"); //$NON-NLS-1$
		awaitCurrent();
		double[] after = model.rendered().flatMap(RenderedSlice::picture).orElseThrow().transform();
		assertEquals(turned.flippedVertically(), model.settings().orientation());
		assertEquals(before[0], after[0], 1e-9, "columns along the screen"); //$NON-NLS-1$
		assertEquals(-before[1], after[1], 1e-9, "columns down the screen"); //$NON-NLS-1$
		assertEquals(before[3], after[3], 1e-9, "rows along the screen"); //$NON-NLS-1$
		assertEquals(-before[4], after[4], 1e-9, "rows down the screen"); //$NON-NLS-1$
		assertCanvasShowsRendered(view.grid().active());
		run("reset"); //$NON-NLS-1$
	}

	@Test
	void theViewPublishesItsSliceAndKeepsItWhenTheSelectionIsForeign() throws Exception {
		show("CT"); //$NON-NLS-1$
		Slice slice = view.grid().active().model().slice().orElseThrow();
		assertEquals(slice, published());
		run("nextSlice"); //$NON-NLS-1$
		assertNotEquals(slice, published());
		AtomicReference<Object> heard = new AtomicReference<>();
		view.getSite().getSelectionProvider().addSelectionChangedListener(
				event -> heard.set(event.getStructuredSelection().getFirstElement()));
		until("listeners have heard", () -> published().equals(heard.get())); //$NON-NLS-1$
		select("foreign"); //$NON-NLS-1$
		assertEquals("CT", view.grid().active().model().series().orElseThrow().modality()); //$NON-NLS-1$
	}

	@Test
	void theCanvasIsEmptyAfterItsFolderIsClosed() throws Exception {
		show("CT"); //$NON-NLS-1$
		folders.close(study);
		until("an empty preview", () -> view.grid().active().model().slice().isEmpty() && !view.grid().active().message().isEmpty()); //$NON-NLS-1$
		assertFalse(ViewportProbe.scale(view.grid().active()).isEnabled());
	}

	private List<Series> series() {
		return folders.catalog().patients().stream().map(Patient::studies).flatMap(List::stream)
				.flatMap(each -> each.series().stream()).toList();
	}

	/** The scan of the sample study finds so many images of a modality. */
	private boolean complete(Series series) {
		return switch (series.modality()) {
			case "CT" -> series.imageCount() == 64; //$NON-NLS-1$
			case "MR" -> series.imageCount() == 36 || series.imageCount() == 3; //$NON-NLS-1$
			default -> series.imageCount() > 1;
		};
	}

	private void show(String modality) throws PartInitException {
		select(series().stream().filter(series -> series.modality().equals(modality)).findFirst().orElseThrow());
		until("the first picture", () -> ViewportProbe.picture(view.grid().active()) != null); //$NON-NLS-1$
		awaitCurrent();
	}

	/** Selects as another view of the workbench does. */
	private void select(Object element) throws PartInitException {
		ISelectionProvider explorer = page.showView(DicomPreview.SERIES_EXPLORER).getSite().getSelectionProvider();
		explorer.setSelection(new StructuredSelection(element));
		if (element instanceof Series series) {
			until("the series in the tree", () -> { //$NON-NLS-1$
				explorer.setSelection(new StructuredSelection(element));
				return !explorer.getSelection().isEmpty();
			});
			until("the series in the preview", () -> view.grid().active().model().series().filter(series::equals).isPresent()); //$NON-NLS-1$
		}
		page.activate(view);
	}

	private Object published() {
		return ((IStructuredSelection) view.getSite().getSelectionProvider().getSelection()).getFirstElement();
	}

	private void awaitCurrent() {
		until("the frame of the current slice", () -> view.grid().active().isSettled()); //$NON-NLS-1$
	}

	private void run(String command) throws Exception {
		page.activate(view);
		view.getSite().getService(IHandlerService.class).executeCommand("org.dicompreview.ui.preview." + command, null); //$NON-NLS-1$
	}

	private static void wheel(Control control, int count) {
		Event event = new Event();
		event.count = count;
		control.notifyListeners(SWT.MouseVerticalWheel, event);
	}

	/** Paints the canvas off screen, without its texts, and compares each pixel with what the renderer makes of the slice. */
	private void assertCanvasShowsRendered(Viewport viewport) {
		RenderTarget target = ViewportProbe.target(viewport);
		FrameLoader loader = PlatformUI.getWorkbench().getService(FrameLoader.class);
		FrameRenderer renderer = PlatformUI.getWorkbench().getService(FrameRenderer.class);
		Picture expected = renderer.render(loader.load(viewport.model().slice().orElseThrow()).frame().orElseThrow(),
				viewport.model().settings(),
				target.width(), target.height());
		Image image = new Image(display, target.width(), target.height());
		GC gc = new GC(image);
		try {
			viewport.paintPicture(gc);
			assertArrayEquals(colors(expected.data()), colors(image.getImageData(100)));
		} finally {
			gc.dispose();
			image.dispose();
		}
	}

	private static int[] colors(ImageData data) {
		int[] all = new int[data.width * data.height];
		int[] row = new int[data.width];
		RGB[] known = new RGB[data.palette.isDirect ? 0 : 256];
		Arrays.setAll(known, i -> i < data.palette.colors.length ? data.palette.colors[i] : null);
		for (int y = 0; y < data.height; y++) {
			data.getPixels(0, y, data.width, row, 0);
			for (int x = 0; x < data.width; x++) {
				RGB color = data.palette.isDirect ? data.palette.getRGB(row[x]) : known[row[x]];
				all[y * data.width + x] = color.red << 16 | color.green << 8 | color.blue;
			}
		}
		return all;
	}
}
