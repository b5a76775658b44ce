package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.dicompreview.dicom.Texts;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings.Interpolation;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.Slab.Projection;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.planes.CutPlane;
import org.dicompreview.rendering.planes.PlaneOffer;
import org.dicompreview.rendering.planes.Reformat;
import org.dicompreview.series.ImagePlane;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.Vector3;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolAssignment;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportLayout;
import org.dicompreview.viewer.ViewportLink;
import org.dicompreview.viewer.ViewportMemory;
import org.dicompreview.viewer.measure.Measurement;
import org.dicompreview.viewer.measure.MeasurementStore;
import org.dicompreview.viewer.measure.MeasurementValues;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other planes of a stack, by keys, commands and mouse, to the pixels of the canvas. */
class PlanesInPreviewTest extends PreviewTestCase {

	private static final int SLICES = 40;
	private static final int SIZE = 64;
	private static final double DISTANCE = 5;
	private static final RGB LINE = new RGB(110, 231, 120);

	private final MeasurementStore measurements = PlatformUI.getWorkbench().getService(MeasurementStore.class);
	private final FrameLoader loader = PlatformUI.getWorkbench().getService(FrameLoader.class);

	@Override
	protected List<DicomObject> images(Study study) {
		return Phantoms.ct(study, 1, SLICES, DISTANCE, SIZE);
	}

	@BeforeEach
	void waitForPlanes() {
		page.setPartState(page.getReference(view), IWorkbenchPage.STATE_MAXIMIZED);
		until("a large canvas", () -> viewport.canvas().getSize().y > 300); //$NON-NLS-1$
		until("the planes", () -> viewport.model().planes().isPresent()); //$NON-NLS-1$
		page.getWorkbenchWindow().getShell().forceActive();
		page.activate(view);
		until("the keys", () -> Keyboard.isFor(view)); //$NON-NLS-1$
		settled();
	}

	@AfterEach
	void reset() {
		measurements.remove(measurements.all().stream().map(Measurement::id).toList());
		view.tools().assign(ToolAssignment.DEFAULT);
	}

	private void plane(CutPlane.Kind kind) throws Exception {
		execute(PreviewCommands.PLANE_COMMAND, Map.of(PreviewCommands.PLANE_PARAMETER, kind.name()));
		until(kind.name(), () -> shows(kind));
		settled();
	}

	private boolean shows(CutPlane.Kind kind) {
		return viewport.model().reformat().filter(reformat -> reformat.plane().kind() == kind).isPresent();
	}

	private static double value(DisplayFrame frame, int column, int row) {
		return frame.value(column, row).orElseThrow().quantities().get(0).value();
	}

	/** {@return what the images hold at a voxel, as they are loaded for themselves} */
	private double voxel(SliceStack images, int x, int y, int z) {
		return value(loader.load(images.slice(z).orElseThrow()).frame().orElseThrow(), x, y);
	}

	@Test
	void keysShowPlanesWithTheValuesOfTheImages() throws Exception {
		SliceStack images = viewport.model().state().stack().orElseThrow();
		Keyboard.type('c', SWT.ALT | SWT.SHIFT);
		until("coronal", () -> shows(CutPlane.Kind.CORONAL)); //$NON-NLS-1$
		settled();
		assertEquals(SIZE, viewport.model().navigator().count());
		assertEquals("Coronal", ViewportProbe.stackChoice(viewport).getText()); //$NON-NLS-1$
		assertTrue(ViewportProbe.stackChoice(viewport).isVisible());
		Keyboard.press(SWT.ARROW_RIGHT);
		settled();
		int y = SIZE / 2 + 1;
		assertEquals(y, viewport.model().slice().orElseThrow().position());
		viewport.model().change(settings -> settings.withInterpolation(Interpolation.NEAREST)
				.withWindow(Optional.of(VoiWindow.linear(0, 2000))));
		until("another window", () -> viewport.isSettled() && viewport.model().rendered().orElseThrow().settings().window().voiWindow() //$NON-NLS-1$
				.isPresent());
		DisplayFrame frame = viewport.model().frame().orElseThrow();
		assertEquals(List.of("R", "L", "H", "F"), frame.edges()); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		ImageData painted = ViewportProbe.painted(viewport);
		for (int[] at : new int[][] { { 32, 12 }, { 20, 20 }, { 40, 30 }, { 10, 5 } }) {
			double expected = voxel(images, at[0], y, SLICES - 1 - at[1]);
			assertEquals(expected, value(frame, at[0], at[1]), 1e-3);
			DisplayPoint place = viewport.transform().orElseThrow().toDisplay(new ImagePoint(at[0] + 0.5, at[1] + 0.5));
			RGB color = painted.palette.getRGB(painted.getPixel((int) place.x(), (int) place.y()));
			double grey = Math.max(0, Math.min(255, (expected + 0.5) / 1999 * 255 + 127.5));
			assertEquals(grey, color.green, 1.01, () -> "canvas at " + Arrays.toString(at)); //$NON-NLS-1$
		}
		Keyboard.type('s', SWT.ALT | SWT.SHIFT);
		until("sagittal", () -> shows(CutPlane.Kind.SAGITTAL)); //$NON-NLS-1$
		settled();
		assertEquals(voxel(images, SIZE - 1 - 32, 20, SLICES - 1 - 15), value(viewport.model().frame().orElseThrow(), 20, 15), 1e-3);
		Keyboard.type('i', SWT.ALT | SWT.SHIFT);
		until("the images", () -> viewport.model().state().stack().filter(images::equals).isPresent()); //$NON-NLS-1$
		settled();
	}

	@Test
	void lengthsAreTrueAndMeasurementsStay() throws Exception {
		plane(CutPlane.Kind.CORONAL);
		double across = viewport.transform().orElseThrow().pointsPerColumn() / (230.0 / SIZE);
		double down = viewport.transform().orElseThrow().pointsPerRow() / DISTANCE;
		assertEquals(across, down, across * 0.02, "as many points to a millimetre both ways"); //$NON-NLS-1$
		execute(PreviewCommands.TOOL_COMMAND, Map.of(PreviewCommands.TOOL_PARAMETER, "org.dicompreview.viewer.measure.line")); //$NON-NLS-1$
		Point from = at(0.4, 0.5);
		Point to = at(0.4, 0.6);
		drag(1, from, to);
		Measurement line = measurements.all().get(0);
		Slice slice = viewport.model().slice().orElseThrow();
		assertTrue(line.isOn(slice));
		double length = MeasurementValues.of(line, slice.calibration()).size(MeasurementValues.SizeKind.LENGTH).orElseThrow().value();
		assertEquals((to.y - from.y) / down, length, 1.5 / down + 0.01);
		plane(CutPlane.Kind.SAGITTAL);
		assertFalse(line.isOn(viewport.model().slice().orElseThrow()));
	}

	@Test
	void slabsAreThickerByKeysAndSaySo() throws Exception {
		SliceStack images = viewport.model().state().stack().orElseThrow();
		plane(CutPlane.Kind.AXIAL);
		int z = viewport.model().slice().orElseThrow().position();
		execute(PreviewCommands.SLAB_COMMAND, Map.of(PreviewCommands.SLAB_PARAMETER, "20.0")); //$NON-NLS-1$
		execute(PreviewCommands.PROJECTION_COMMAND, Map.of(PreviewCommands.PROJECTION_PARAMETER, Projection.MAXIMUM.name()));
		settled();
		assertEquals(Projection.MAXIMUM, viewport.model().reformat().orElseThrow().projection());
		assertEquals(z, viewport.model().slice().orElseThrow().position(), "it stays where it was"); //$NON-NLS-1$
		assertEquals("Axial, maximum 20 mm", ViewportProbe.stackChoice(viewport).getText()); //$NON-NLS-1$
		double most = -2000;
		for (int i = z - 2; i <= z + 2; i++) {
			most = Math.max(most, voxel(images, 30, 30, i));
		}
		assertEquals(most, value(viewport.model().frame().orElseThrow(), 30, 30), 1e-3);
		Keyboard.type('g');
		until("a thicker slab", () -> viewport.model().reformat().orElseThrow().thickness() == 50); //$NON-NLS-1$
		Keyboard.type('g', SWT.SHIFT);
		until("a thinner slab", () -> viewport.model().reformat().orElseThrow().thickness() == 20); //$NON-NLS-1$
		Keyboard.type('p');
		until("the lowest values", () -> viewport.model().reformat().orElseThrow().projection() == Projection.MINIMUM); //$NON-NLS-1$
		settled();
	}

	@Test
	void aLineMakesAnObliquePlane() throws Exception {
		execute(PreviewCommands.TOOL_COMMAND, Map.of(PreviewCommands.TOOL_PARAMETER, Tool.CUT));
		Point from = at(0.45, 0.35);
		Point to = at(0.6, 0.6);
		Vector3 first = viewport.transform().orElseThrow().toPatient(DisplayPoint.centerOf(from.x, from.y)).orElseThrow();
		Vector3 second = viewport.transform().orElseThrow().toPatient(DisplayPoint.centerOf(to.x, to.y)).orElseThrow();
		mouse(SWT.MouseDown, 1, from.x, from.y);
		mouse(SWT.MouseMove, 0, to.x, to.y);
		assertTrue(isYellow((from.x + to.x) / 2, (from.y + to.y) / 2), "the line is seen while it is drawn"); //$NON-NLS-1$
		mouse(SWT.MouseUp, 1, to.x, to.y);
		until("oblique", () -> shows(CutPlane.Kind.OBLIQUE)); //$NON-NLS-1$
		settled();
		ImagePlane plane = viewport.model().slice().flatMap(Slice::imagePlane).orElseThrow();
		double step = plane.columnSpacing();
		assertEquals(0, plane.place(first).distance(), step, "the line lies in the plane"); //$NON-NLS-1$
		assertEquals(0, plane.place(second).distance(), step);
		assertEquals(-1, plane.plane().column().z(), 1e-6, "the head is on top"); //$NON-NLS-1$
		assertTrue(viewport.model().rendered().orElseThrow().reason().isEmpty());
	}

	private boolean isYellow(int x, int y) {
		ImageData data = ViewportProbe.painted(viewport);
		for (int i = x - 2; i <= x + 2; i++) {
			RGB color = data.palette.getRGB(data.getPixel(i, y));
			if (color.red - color.blue > 100) {
				return true;
			}
		}
		return false;
	}

	@Test
	void planesGoAlongWithTheImagesBesideThem() throws Exception {
		view.grid().setLayout(ViewportLayout.of("1x2").orElseThrow()); //$NON-NLS-1$
		try {
			Viewport images = view.grid().viewports().get(0);
			Viewport planes = view.grid().viewports().get(1);
			images.show(series().get(0));
			planes.show(series().get(0));
			view.grid().activate(planes);
			viewport = planes;
			until("both", () -> images.isSettled() && planes.isSettled() && planes.model().planes().isPresent()); //$NON-NLS-1$
			plane(CutPlane.Kind.CORONAL);
			view.grid().links().set(ViewportLink.REFERENCE_LINES, true);
			until("the line of the plane on the images", () -> count(ViewportProbe.painted(images), LINE) > 30); //$NON-NLS-1$
			Vector3 point = images.model().slice().flatMap(Slice::imagePlane).orElseThrow().point(40.5, 20.5);
			view.grid().links().locate(images.model(), point);
			until("the plane through the point", () -> planes.model().slice().orElseThrow().position() == 20 && planes.isSettled()); //$NON-NLS-1$
			planes.model().setColorMap("hot-iron"); //$NON-NLS-1$
			until("colours", () -> planes.isSettled() && hasColors(ViewportProbe.painted(planes))); //$NON-NLS-1$
		} finally {
			view.grid().links().set(ViewportLink.REFERENCE_LINES, false);
			view.grid().setLayout(ViewportLayout.SINGLE);
		}
	}

	private static int count(ImageData data, RGB color) {
		int count = 0;
		for (int y = 0; y < data.height; y++) {
			for (int x = 0; x < data.width; x++) {
				count += data.palette.getRGB(data.getPixel(x, y)).equals(color) ? 1 : 0;
			}
		}
		return count;
	}

	private static boolean hasColors(ImageData data) {
		for (int y = data.height / 4; y < data.height * 3 / 4; y++) {
			RGB color = data.palette.getRGB(data.getPixel(data.width / 2, y));
			if (color.red > color.blue + 100 && color.red > color.green + 60) {
				return true;
			}
		}
		return false;
	}

	@Test
	void whatWasShownIsFoundAgain() throws Exception {
		plane(CutPlane.Kind.SAGITTAL);
		execute(PreviewCommands.SLAB_COMMAND, Map.of(PreviewCommands.SLAB_PARAMETER, "10.0")); //$NON-NLS-1$
		viewport.model().moveBy(-7);
		settled();
		Slice slice = viewport.model().slice().orElseThrow();
		Reformat reformat = viewport.model().reformat().orElseThrow();
		ViewportMemory.Entry entry = new ViewportMemory.Entry(viewport.model().place().orElseThrow(), viewport.model().viewingSettings());
		PreviewState kept = PreviewState.fromMap(
				new PreviewState(ViewportLayout.SINGLE, 0, Set.of(), List.of(Optional.of(entry))).toMap());
		execute(PreviewCommands.PLANE_COMMAND, Map.of(PreviewCommands.PLANE_PARAMETER, PlaneCommands.IMAGES));
		settled();
		viewport.show(series().get(0), kept.cells().get(0).orElseThrow());
		until("the plane again", () -> viewport.model().reformat().filter(reformat::equals).isPresent()); //$NON-NLS-1$
		settled();
		assertEquals(slice, viewport.model().slice().orElseThrow());
	}

	@Test
	void theOfferSaysWhyThereAreNoPlanes() throws Exception {
		List<DicomObject> gap = images(Study.of("Gap^Test", "G-1", 3990)); //$NON-NLS-1$ //$NON-NLS-2$
		gap.remove(10);
		SampleStudy.write(folder.resolve("gap"), gap); //$NON-NLS-1$
		execute("org.eclipse.ui.file.refresh", Map.of()); //$NON-NLS-1$
		until("the other series", () -> series().size() == 2 //$NON-NLS-1$
				&& series().stream().anyMatch(each -> each.imageCount() == SLICES - 1));
		viewport.show(series().stream().filter(each -> each.imageCount() == SLICES - 1).findFirst().orElseThrow());
		until("the answer", () -> viewport.model().planes().flatMap(PlaneOffer::reason).isPresent()); //$NON-NLS-1$
		settled();
		String reason = Texts.words(viewport.model().planes().orElseThrow().reason().orElseThrow());
		assertEquals(Texts.words(viewport.model().state().stack().orElseThrow().findings().get(0).message()), reason);
		Keyboard.type('c', SWT.ALT | SWT.SHIFT);
		until("the reason", () -> ViewportProbe.underPointer(viewport).equals(reason)); //$NON-NLS-1$
		PlaneMenu items = new PlaneMenu();
		items.initialize(view.getSite());
		MenuManager manager = new MenuManager();
		manager.add(items);
		Menu menu = manager.createContextMenu(viewport.control());
		try {
			items.fill(menu, 0);
			MenuItem last = menu.getItem(menu.getItemCount() - 1);
			assertEquals(reason, last.getText().replace("&&", "&")); //$NON-NLS-1$ //$NON-NLS-2$
			assertFalse(last.isEnabled());
		} finally {
			manager.dispose();
		}
	}
}
