package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Plane;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.internal.explorer.ExplorerProbe;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolAssignment;
import org.dicompreview.viewer.ToolTrigger;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportGrid;
import org.dicompreview.viewer.ViewportLayout;
import org.dicompreview.viewer.ViewportLink;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several viewports of a Preview in a real workbench, by keys of the screen and what the system tells of the mouse. */
class SideBySideTest {

	private static final int SIZE = 64;
	private static final double SPACING = 230.0 / SIZE;
	private static final int AXIAL_SLICES = 11;
	private static final int SAGITTAL_SLICES = 9;
	private static int studies = 1300;

	@TempDir
	private Path folder;
	private final Display display = Display.getCurrent();
	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final OpenFolders folders = PlatformUI.getWorkbench().getService(OpenFolders.class);
	private final IPerspectiveDescriptor perspective = page.getPerspective();
	private PreviewView view;

	@BeforeEach
	void open() throws Exception {
		page.setPerspective(
				PlatformUI.getWorkbench().getPerspectiveRegistry().findPerspectiveWithId(DicomPreview.PERSPECTIVE));
		page.getWorkbenchWindow().getShell().setMaximized(true);
		Study study = Study.of("Side^ByTest", "SB-1", studies++); //$NON-NLS-1$ //$NON-NLS-2$
		List<DicomObject> sagittal = Phantoms.mr(study, 2, "Sagittal", "M", 12, DoubleStream //$NON-NLS-1$ //$NON-NLS-2$
				.iterate(SAGITTAL_SLICES / 2, i -> i - 1).limit(SAGITTAL_SLICES)
				.mapToObj(i -> Plane.sagittal(i * 12, SPACING, SIZE)).toList());
		SampleStudy.write(folder, Stream.of(Phantoms.ct(study, 1, AXIAL_SLICES, 10, SIZE), sagittal,
				Phantoms.ct(study, 3, 2 * AXIAL_SLICES, 5, SIZE)).flatMap(List::stream).toList());
		view = (PreviewView) page.showView(DicomPreview.PREVIEW);
		reset();
		folders.open(folder);
		until("all series", () -> series().size() == 3 //$NON-NLS-1$
				&& series().stream().mapToInt(Series::imageCount).sum() == 3 * AXIAL_SLICES + SAGITTAL_SLICES);
		until("what the Series Explorer selects", () -> grid().active().isSettled()); //$NON-NLS-1$
		page.getWorkbenchWindow().getShell().forceActive();
		page.activate(view);
		until("the keys", () -> Keyboard.isFor(view)); //$NON-NLS-1$
	}

	private void reset() {
		Arrays.stream(ViewportLink.values()).forEach(link -> grid().links().set(link, false));
		grid().setLayout(ViewportLayout.SINGLE);
	}

	@AfterEach
	void close() {
		reset();
		view.tools().assign(ToolAssignment.DEFAULT);
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
		folders.roots().forEach(folders::close);
		until("nothing is left open", () -> folders.catalog().patients().isEmpty()); //$NON-NLS-1$
		page.closePerspective(page.getPerspective(), false, false);
		page.setPerspective(perspective);
	}

	private List<Series> series() {
		return folders.catalog().patients().stream().map(Patient::studies).flatMap(List::stream)
				.flatMap(study -> study.series().stream()).toList();
	}

	private Series series(int number) {
		return series().stream().filter(each -> each.number().orElse(0) == number).findFirst().orElseThrow();
	}

	private ViewportGrid grid() {
		return view.grid();
	}

	private Viewport viewport(int index) {
		return grid().viewports().get(index);
	}

	/** Lays the viewports out and shows a series in each. @param numbers of the series */
	private void show(ViewportLayout layout, int... numbers) {
		grid().setLayout(layout);
		for (int i = 0; i < numbers.length; i++) {
			viewport(i).show(series(numbers[i]));
		}
		settled();
		assertEquals(List.of(), idle());
		grid().activate(viewport(0));
		grid().setFocus();
		until("the keys", () -> isWithin(viewport(0)) && Keyboard.isFor(view)); //$NON-NLS-1$
	}

	private List<Viewport> idle() {
		return grid().viewports().stream().filter(each -> each.model().slice().isEmpty()).toList();
	}

	private boolean isWithin(Viewport viewport) {
		var control = display.getFocusControl();
		while (control != null && control != viewport.control()) {
			control = control.getParent();
		}
		return control != null;
	}

	private void settled() {
		until("pictures", () -> grid().viewports().stream() //$NON-NLS-1$
				.allMatch(each -> !each.isBusy() && (each.model().slice().isEmpty() || each.isSettled())));
	}

	private static Point middle(Viewport viewport) {
		Point size = viewport.canvas().getSize();
		return new Point(size.x / 2, size.y / 2);
	}

	private static double z(Viewport viewport) {
		return viewport.model().slice().flatMap(Slice::imagePlane).orElseThrow().plane().position().z();
	}

	/** {@return where a place of an image that fits its canvas is seen; columns and rows count from the middle of the image} */
	private static Point fitted(Viewport viewport, double columns, double rows) {
		Rectangle area = viewport.canvas().getClientArea();
		double scale = Math.min(area.width, area.height) / (double) SIZE;
		return new Point((int) (area.width / 2.0 + columns * scale), (int) (area.height / 2.0 + rows * scale));
	}

	/** {@return whether a point or one next to it has a colour that no grey image has} */
	private static boolean isColored(ImageData data, Point at) {
		for (int x = at.x - 1; x <= at.x + 1; x++) {
			for (int y = at.y - 1; y <= at.y + 1; y++) {
				RGB color = data.palette.getRGB(data.getPixel(x, y));
				if (Math.abs(color.red - color.green) > 40 || Math.abs(color.green - color.blue) > 40) {
					return true;
				}
			}
		}
		return false;
	}

	private ToolItem button(String id) {
		ToolBarManager manager = (ToolBarManager) view.getViewSite().getActionBars().getToolBarManager();
		return Arrays.stream(manager.getControl().getItems()).filter(item -> item.getData() instanceof IContributionItem each
				&& ("org.dicompreview.ui.preview." + id).equals(each.getId())).findFirst().orElseThrow(); //$NON-NLS-1$
	}

	private void clickButton(String id) {
		Event event = new Event();
		event.widget = button(id);
		button(id).notifyListeners(SWT.Selection, event);
	}

	private static void click(Viewport viewport, Point at) {
		for (int type : new int[] { SWT.MouseDown, SWT.MouseUp }) {
			Event event = new Event();
			event.button = 1;
			event.count = 1;
			event.x = at.x;
			event.y = at.y;
			viewport.canvas().notifyListeners(type, event);
		}
	}

	/** Chooses an item of a menu, as the system tells of it. @param path texts of the items, from the menu down */
	private static void choose(Menu menu, String... path) {
		menu.notifyListeners(SWT.Show, new Event());
		MenuItem found = Arrays.stream(menu.getItems()).filter(item -> item.getText().replace("&", "").startsWith(path[0])) //$NON-NLS-1$ //$NON-NLS-2$
				.findFirst().orElseThrow(() -> new AssertionError(path[0] + " in " + Arrays.toString(menu.getItems()))); //$NON-NLS-1$
		if (path.length > 1) {
			choose(found.getMenu(), Arrays.copyOfRange(path, 1, path.length));
		} else {
			found.notifyListeners(SWT.Selection, new Event());
		}
		menu.notifyListeners(SWT.Hide, new Event());
	}

	@Test
	void layoutsComeByKeysByTheMenuAndByTheToolbar() {
		Viewport first = viewport(0);
		ViewportLayout[] layouts = ViewportLayout.values();
		for (int i = layouts.length - 1; i >= 0; i--) {
			ViewportLayout layout = layouts[i];
			Keyboard.type((char) ('1' + i), SWT.ALT);
			until(layout.id(), () -> grid().layout() == layout);
			assertEquals(layout.count(), grid().viewports().size());
			assertSame(first, viewport(0));
			Rectangle whole = grid().control().getClientArea();
			int covered = grid().viewports().stream().map(each -> each.control().getBounds())
					.mapToInt(bounds -> bounds.width * bounds.height).sum();
			assertTrue(covered > 0.95 * whole.width * whole.height, () -> covered + " of " + whole); //$NON-NLS-1$
		}
		choose(first.canvas().getMenu(), "Layout", "Four Viewports"); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(ViewportLayout.FOUR, grid().layout());
		choose(first.canvas().getMenu(), "Layout", "One Above"); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(ViewportLayout.ROWS, grid().layout());
		clickButton("layouts"); //$NON-NLS-1$
		until("one viewport", () -> grid().layout() == ViewportLayout.SINGLE); //$NON-NLS-1$
	}

	@Test
	void aRowOfTheExplorerIsDroppedOnAViewport() throws Exception {
		show(ViewportLayout.COLUMNS, 1, 1);
		ExplorerProbe probe = new ExplorerProbe(page.showView(DicomPreview.SERIES_EXPLORER));
		Object row = row(probe, series(2));
		Object other = row(probe, series(3));
		drop(probe, row, viewport(1), () -> {
			// The row is not selected when the drag begins, but soon after.
			probe.click(row);
		});
		until("the series where it was dropped", () -> isShown(viewport(1), series(2))); //$NON-NLS-1$
		assertSame(viewport(1), grid().active());
		assertSame(page.findView(DicomPreview.PREVIEW), page.getActivePart(), "the keys go where it was dropped"); //$NON-NLS-1$
		assertSame(series(1), viewport(0).model().series().orElseThrow());
		until("its row", () -> probe.selected().equals(List.of(row))); //$NON-NLS-1$
		drop(probe, other, viewport(0), () -> {});
		until("the series in the other", () -> isShown(viewport(0), series(3))); //$NON-NLS-1$
		assertSame(viewport(0), grid().active());
		assertSame(series(2), viewport(1).model().series().orElseThrow(), "not where it was only pressed"); //$NON-NLS-1$
		probe.click(row);
		until("a click shows again", () -> isShown(viewport(0), series(2))); //$NON-NLS-1$
	}

	@Test
	void aViewportThatIsTakenAwayHandsTheKeysOver() throws Exception {
		show(ViewportLayout.COLUMNS, 1, 2);
		assertTrue(viewport(1).setFocus());
		grid().activate(viewport(0));
		grid().setLayout(ViewportLayout.SINGLE);
		until("the keys in the one that stays", () -> isWithin(display.getFocusControl(), viewport(0).canvas().getParent())); //$NON-NLS-1$
	}

	private static boolean isWithin(Control control, Control parent) {
		return control != null && (control == parent || isWithin(control.getParent(), parent));
	}

	private static void drop(ExplorerProbe probe, Object row, Viewport target, Runnable late) throws Exception {
		Rectangle place = probe.show(row);
		DragEvents.drag(probe.control(), new Point(place.x + 20, place.y + place.height / 2), target.canvas(), late);
	}

	private static boolean isShown(Viewport viewport, Series series) {
		return viewport.model().series().filter(series::equals).isPresent() && viewport.isSettled();
	}

	private static Object row(ExplorerProbe probe, Series series) {
		until("the row", () -> probe.rows().stream().anyMatch(row -> Adapters.adapt(row, Series.class) == series)); //$NON-NLS-1$
		return probe.rows().stream().filter(row -> Adapters.adapt(row, Series.class) == series).findFirst().orElseThrow();
	}

	@Test
	void aClickAndAltArrowsActivateAndCommandsAreForTheActiveOne() {
		show(ViewportLayout.FOUR, 1, 2, 3, 1);
		click(viewport(2), middle(viewport(2)));
		until("the third one", () -> grid().active() == viewport(2)); //$NON-NLS-1$
		assertEquals(series(3), view.getAdapter(Shown.class).series().orElseThrow());
		Keyboard.press(SWT.ARROW_RIGHT, SWT.ALT);
		until("the fourth one", () -> grid().active() == viewport(3)); //$NON-NLS-1$
		Keyboard.press(SWT.ARROW_RIGHT, SWT.ALT);
		until("the first one", () -> grid().active() == viewport(0)); //$NON-NLS-1$
		Keyboard.press(SWT.ARROW_LEFT, SWT.ALT);
		until("back", () -> grid().active() == viewport(3)); //$NON-NLS-1$
		Keyboard.press(SWT.ARROW_LEFT, SWT.ALT);
		until("the third one again", () -> grid().active() == viewport(2)); //$NON-NLS-1$
		List<byte[]> before = grid().viewports().stream().map(each -> ViewportProbe.painted(each).data).toList();
		Keyboard.type('i');
		until("an inverted picture", () -> viewport(2).model().settings().window().invert() && viewport(2).isSettled()); //$NON-NLS-1$
		Keyboard.press(SWT.HOME);
		until("the first slice", () -> viewport(2).model().navigator().index() == 0); //$NON-NLS-1$
		settled();
		for (int i = 0; i < 4; i++) {
			byte[] now = ViewportProbe.painted(viewport(i)).data;
			if (i == 2) {
				assertFalse(Arrays.equals(before.get(i), now));
			} else {
				assertArrayEquals(before.get(i), now, "viewport " + i); //$NON-NLS-1$
			}
		}
		assertTrue(view.getContentDescription().contains("5.0 mm"), view.getContentDescription()); //$NON-NLS-1$
	}

	@Test
	void linkedScrollingIsSwitchedByKeyAndGoesByPlace() {
		show(ViewportLayout.COLUMNS, 1, 3);
		viewport(1).model().moveTo(0);
		Keyboard.press(SWT.ARROW_DOWN);
		until("the next slice", () -> viewport(0).model().navigator().index() == AXIAL_SLICES / 2 + 1); //$NON-NLS-1$
		assertEquals(0, viewport(1).model().navigator().index());
		Keyboard.type('l');
		until("the same place", () -> z(viewport(1)) == z(viewport(0))); //$NON-NLS-1$
		assertTrue(button("linkScroll").getSelection()); //$NON-NLS-1$
		Keyboard.press(SWT.ARROW_DOWN);
		until("the place after it", () -> viewport(0).model().navigator().index() == AXIAL_SLICES / 2 + 2); //$NON-NLS-1$
		assertEquals(z(viewport(0)), z(viewport(1)));
		Keyboard.press(SWT.ARROW_RIGHT, SWT.ALT);
		until("the second one", () -> grid().active() == viewport(1)); //$NON-NLS-1$
		Keyboard.press(SWT.END);
		until("its end", () -> viewport(1).model().navigator().index() == 2 * AXIAL_SLICES - 1); //$NON-NLS-1$
		assertEquals(50, z(viewport(0)), 1e-6);
		assertEquals(50, z(viewport(1)), 1e-6);
		settled();
		assertEquals(viewport(0).model().slice(), viewport(0).model().rendered().map(each -> each.slice()));
		clickButton("linkScroll"); //$NON-NLS-1$
		until("no link", () -> grid().links().on().isEmpty()); //$NON-NLS-1$
		viewport(1).model().moveTo(0);
		assertEquals(50, z(viewport(0)), 1e-6);
	}

	@Test
	void linkedWindowAndZoomAreSwitchedByKeysAndTheMenu() {
		show(ViewportLayout.FOUR, 1, 3, 2, 1);
		Keyboard.type('k');
		until("linked windows", () -> grid().links().isOn(ViewportLink.WINDOW)); //$NON-NLS-1$
		Keyboard.type('2');
		until("the second window of the file", () -> window(viewport(0)).filter(each -> each.width() == 2000).isPresent()); //$NON-NLS-1$
		assertEquals(window(viewport(0)), window(viewport(1)));
		assertEquals(window(viewport(0)), window(viewport(3)));
		assertEquals(Optional.empty(), window(viewport(2)), "of another modality"); //$NON-NLS-1$
		Keyboard.type('i');
		until("all inverted", () -> grid().viewports().stream().allMatch(each -> each.model().settings().window().invert())); //$NON-NLS-1$
		Keyboard.type('j');
		until("linked zoom", () -> grid().links().isOn(ViewportLink.PLACEMENT)); //$NON-NLS-1$
		Keyboard.type('=', SWT.CTRL);
		until("a larger picture", () -> viewport(0).model().settings().placement().zoom() > 1); //$NON-NLS-1$
		settled();
		for (Viewport each : grid().viewports()) {
			assertEquals(viewport(0).transform().orElseThrow().pointsPerColumn(),
					each.transform().orElseThrow().pointsPerColumn(), 1e-6);
		}
		choose(viewport(0).canvas().getMenu(), "Link", "Link Window"); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals(Set.of(ViewportLink.PLACEMENT), grid().links().on());
		Keyboard.type('i');
		until("one as it was", () -> !viewport(0).model().settings().window().invert()); //$NON-NLS-1$
		assertTrue(viewport(1).model().settings().window().invert());
	}

	private static Optional<VoiWindow> window(Viewport viewport) {
		return viewport.model().settings().window().voiWindow();
	}

	@Test
	void referenceLinesCrossTheOtherImageWhereTheSliceLies() {
		show(ViewportLayout.COLUMNS, 1, 2);
		Viewport sagittal = viewport(1);
		double row = -z(viewport(0)) / SPACING;
		assertFalse(isColored(ViewportProbe.painted(sagittal), fitted(sagittal, -12, row)));
		Keyboard.type('x');
		until("lines", () -> grid().links().isOn(ViewportLink.REFERENCE_LINES)); //$NON-NLS-1$
		assertTrue(button("referenceLines").getSelection()); //$NON-NLS-1$
		assertTrue(isColored(ViewportProbe.painted(sagittal), fitted(sagittal, -12, row)));
		double[] paintedFor = new double[1];
		sagittal.canvas().addListener(SWT.Paint, e -> paintedFor[0] = z(viewport(0)));
		Keyboard.press(SWT.ARROW_DOWN);
		until("the line elsewhere", () -> Math.abs(paintedFor[0] - 10) < 1e-6); //$NON-NLS-1$
		assertFalse(isColored(ViewportProbe.painted(sagittal), fitted(sagittal, -12, row)));
		assertTrue(isColored(ViewportProbe.painted(sagittal), fitted(sagittal, -12, row - 10 / SPACING)));
		Keyboard.press(SWT.ARROW_RIGHT, SWT.ALT);
		until("the sagittal one", () -> grid().active() == sagittal); //$NON-NLS-1$
		settled();
		assertFalse(isColored(ViewportProbe.painted(sagittal), fitted(sagittal, -12, row - 10 / SPACING)));
		assertTrue(isColored(ViewportProbe.painted(viewport(0)), fitted(viewport(0), 0, 9)), "down the axial image"); //$NON-NLS-1$
	}

	@Test
	void thePointThatIsClickedIsFoundInTheOther() {
		show(ViewportLayout.COLUMNS, 1, 2);
		Keyboard.type('c', SWT.SHIFT);
		until("the tool", () -> view.tools().registry().assignment().tool(ToolTrigger.LEFT_BUTTON) //$NON-NLS-1$
				.filter(Tool.LOCATE::equals).isPresent());
		Point point = fitted(viewport(0), 36 / SPACING, 15 / SPACING);
		click(viewport(0), point);
		until("the point", () -> grid().links().located().isPresent()); //$NON-NLS-1$
		settled();
		assertEquals(36, viewport(1).model().slice().flatMap(Slice::imagePlane).orElseThrow().plane().position().x(), 1e-6);
		for (int[] arm : new int[][] { { 12, 0 }, { -12, 0 }, { 0, 12 }, { 0, -12 } }) {
			Point there = fitted(viewport(1), 15 / SPACING, 0);
			assertTrue(isColored(ViewportProbe.painted(viewport(0)), new Point(point.x + arm[0], point.y + arm[1])));
			assertTrue(isColored(ViewportProbe.painted(viewport(1)), new Point(there.x + arm[0], there.y + arm[1])));
		}
		assertTrue(ViewportProbe.underPointer(viewport(1)).matches("3D cursor: 3[56].* mm left, 1[45].* mm posterior, 0 mm.*"), //$NON-NLS-1$
				ViewportProbe.underPointer(viewport(1)));
		Keyboard.press(SWT.ESC);
		until("no point", () -> grid().links().located().isEmpty()); //$NON-NLS-1$
		assertFalse(isColored(ViewportProbe.painted(viewport(0)), new Point(point.x + 12, point.y)));
	}

	@Test
	void twoPreviewsHaveLayoutLinksAndLooksOfTheirOwn() throws Exception {
		show(ViewportLayout.COLUMNS, 1, 2);
		Keyboard.type('l');
		until("a link", () -> grid().links().isOn(ViewportLink.SCROLL)); //$NON-NLS-1$
		PreviewView second = (PreviewView) page.showView(DicomPreview.PREVIEW, "second", IWorkbenchPage.VIEW_ACTIVATE); //$NON-NLS-1$
		second.grid().setLayout(ViewportLayout.ROWS);
		Arrays.stream(ViewportLink.values()).forEach(link -> second.grid().links().set(link, false));
		second.grid().viewports().forEach(each -> each.show(series(3)));
		until("pictures there", () -> second.grid().viewports().stream().allMatch(Viewport::isSettled)); //$NON-NLS-1$
		second.grid().setFocus();
		until("the keys there", () -> Keyboard.isFor(second)); //$NON-NLS-1$
		int place = viewport(0).model().navigator().index();
		Keyboard.type('i');
		until("inverted there", () -> second.grid().active().model().settings().window().invert()); //$NON-NLS-1$
		Keyboard.type('x');
		until("lines there", () -> second.grid().links().isOn(ViewportLink.REFERENCE_LINES)); //$NON-NLS-1$
		Keyboard.press(SWT.HOME);
		until("the first slice there", () -> second.grid().active().model().navigator().index() == 0); //$NON-NLS-1$
		Keyboard.type('4', SWT.ALT);
		until("four there", () -> second.grid().layout() == ViewportLayout.FOUR); //$NON-NLS-1$
		assertEquals(ViewportLayout.COLUMNS, grid().layout());
		assertEquals(Set.of(ViewportLink.SCROLL), grid().links().on());
		assertEquals(Set.of(ViewportLink.REFERENCE_LINES), second.grid().links().on());
		assertEquals(place, viewport(0).model().navigator().index());
		assertFalse(viewport(0).model().settings().window().invert());
		page.activate(view);
		until("the keys here", () -> Keyboard.isFor(view)); //$NON-NLS-1$
		Keyboard.type('x');
		until("lines here", () -> grid().links().isOn(ViewportLink.REFERENCE_LINES)); //$NON-NLS-1$
		page.activate(second);
		until("the keys there", () -> Keyboard.isFor(second)); //$NON-NLS-1$
		Keyboard.type('x');
		until("no lines there", () -> second.grid().links().on().isEmpty()); //$NON-NLS-1$
		assertTrue(grid().links().isOn(ViewportLink.REFERENCE_LINES));
	}

	@Test
	void aSecondWindowHasAStateOfItsOwn() throws Exception {
		show(ViewportLayout.COLUMNS, 1, 2);
		IWorkbenchPage other = PlatformUI.getWorkbench().openWorkbenchWindow(DicomPreview.PERSPECTIVE, page.getInput())
				.getActivePage();
		try {
			PreviewView second = (PreviewView) other.showView(DicomPreview.PREVIEW);
			second.grid().setLayout(ViewportLayout.SINGLE);
			ExplorerProbe probe = new ExplorerProbe(other.showView(DicomPreview.SERIES_EXPLORER));
			probe.click(row(probe, series(3)));
			until("a picture there", () -> second.grid().active().model().series().filter(series(3)::equals).isPresent() //$NON-NLS-1$
					&& second.grid().active().isSettled());
			other.getWorkbenchWindow().getShell().forceActive();
			other.activate(second);
			second.grid().setFocus();
			until("the keys there", () -> Keyboard.isFor(second)); //$NON-NLS-1$
			Keyboard.type('l');
			until("linked there", () -> second.grid().links().isOn(ViewportLink.SCROLL)); //$NON-NLS-1$
			Keyboard.type('2', SWT.ALT);
			until("two there", () -> second.grid().layout() == ViewportLayout.COLUMNS); //$NON-NLS-1$
			assertEquals(Set.of(), grid().links().on());
			assertNotEquals(second.grid().active().model().series(), viewport(0).model().series());
		} finally {
			other.getWorkbenchWindow().close();
		}
		assertEquals(ViewportLayout.COLUMNS, grid().layout());
		assertEquals(series(1), viewport(0).model().series().orElseThrow());
	}

	/** What the first Preview of a start shows, the first one of another window shows as well. */
	@Test
	void aStartBringsAllOfItBack() throws Exception {
		show(ViewportLayout.ONE_AND_TWO, 1, 2, 3);
		viewport(2).model().change(settings -> settings.withInvert(true).with(new Placement(2, 0.1, 0)));
		viewport(1).model().moveTo(1);
		Keyboard.type('l');
		Keyboard.type('x');
		until("links", () -> grid().links().on().size() == 2); //$NON-NLS-1$
		Keyboard.press(SWT.ARROW_DOWN);
		until("another slice", () -> viewport(0).model().navigator().index() == AXIAL_SLICES / 2 + 1); //$NON-NLS-1$
		Keyboard.press(SWT.ARROW_RIGHT, SWT.ALT);
		until("the second one", () -> grid().active() == viewport(1)); //$NON-NLS-1$
		settled();
		List<Slice> slices = grid().viewports().stream().map(each -> each.model().slice().orElseThrow()).toList();
		page.hideView(view);
		IWorkbenchPage other = PlatformUI.getWorkbench().openWorkbenchWindow(DicomPreview.PERSPECTIVE, page.getInput())
				.getActivePage();
		try {
			PreviewView second = (PreviewView) other.showView(DicomPreview.PREVIEW);
			until("what was left", () -> second.grid().viewports().size() == 3 //$NON-NLS-1$
					&& second.grid().viewports().stream().allMatch(Viewport::isSettled));
			assertEquals(ViewportLayout.ONE_AND_TWO, second.grid().layout());
			assertSame(second.grid().viewports().get(1), second.grid().active());
			assertEquals(Set.of(ViewportLink.SCROLL, ViewportLink.REFERENCE_LINES), second.grid().links().on());
			assertEquals(slices, second.grid().viewports().stream().map(each -> each.model().slice().orElseThrow()).toList());
			assertTrue(second.grid().viewports().get(2).model().settings().window().invert());
			assertEquals(new Placement(2, 0.1, 0), second.grid().viewports().get(2).model().settings().placement());
		} finally {
			other.getWorkbenchWindow().close();
			view = (PreviewView) page.showView(DicomPreview.PREVIEW);
		}
	}
}
