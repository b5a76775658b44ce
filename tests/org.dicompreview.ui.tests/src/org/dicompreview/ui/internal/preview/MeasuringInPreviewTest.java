package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.RegionStatistics;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.Numbers;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolAssignment;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.measure.Measurement;
import org.dicompreview.viewer.measure.MeasurementKind;
import org.dicompreview.viewer.measure.MeasurementStore;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People probe and measure with mouse and keys. */
class MeasuringInPreviewTest {

	private static final String PREFIX = "org.dicompreview.viewer.measure."; //$NON-NLS-1$
	private static final RGB SELECTED = new RGB(255, 222, 89);
	private static final RGB PLAIN = new RGB(120, 220, 255);
	private static final double SPACING = 230.0 / 64;
	private static int studies = 4700;

	@TempDir
	private Path folder;
	private final Display display = Display.getCurrent();
	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final OpenFolders folders = PlatformUI.getWorkbench().getService(OpenFolders.class);
	private final MeasurementStore store = PlatformUI.getWorkbench().getService(MeasurementStore.class);
	private PreviewView view;
	private Viewport viewport;

	@BeforeEach
	void open() throws Exception {
		SampleStudy.write(folder, Phantoms.ct(Study.of("Measure^Test", "M-1", studies++), 1, 9, 3, 64)); //$NON-NLS-1$ //$NON-NLS-2$
		folders.open(folder);
		until("the series", () -> series().size() == 1 && series().get(0).imageCount() == 9); //$NON-NLS-1$
		view = (PreviewView) page.showView(DicomPreview.PREVIEW);
		viewport = view.grid().active();
		viewport.show(series().get(0));
		settled();
	}

	@AfterEach
	void close() {
		store.remove(store.all().stream().map(Measurement::id).toList());
		view.tools().assign(ToolAssignment.DEFAULT);
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
		folders.roots().forEach(folders::close);
		until("nothing is left open", () -> folders.catalog().patients().isEmpty()); //$NON-NLS-1$
	}

	private List<Series> series() {
		return folders.catalog().patients().stream().map(Patient::studies).flatMap(List::stream)
				.flatMap(study -> study.series().stream()).toList();
	}

	private void settled() {
		until("a picture", viewport::isSettled); //$NON-NLS-1$
	}

	private void choose(String id) throws Exception {
		page.activate(view);
		ICommandService commands = view.getSite().getService(ICommandService.class);
		view.getSite().getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(
				commands.getCommand(PreviewCommands.TOOL_COMMAND), Map.of(PreviewCommands.TOOL_PARAMETER, id)), null);
	}

	private void mouse(int type, int count, double column, double row) {
		DisplayPoint at = viewport.transform().orElseThrow().toDisplay(new ImagePoint(column, row));
		Event event = new Event();
		event.button = type == SWT.MouseMove ? 0 : 1;
		event.x = (int) at.x();
		event.y = (int) at.y();
		event.count = count;
		viewport.canvas().notifyListeners(type, event);
	}

	private void drag(double column1, double row1, double column2, double row2) {
		mouse(SWT.MouseDown, 1, column1, row1);
		mouse(SWT.MouseMove, 0, (column1 + column2) / 2, (row1 + row2) / 2);
		mouse(SWT.MouseMove, 0, column2, row2);
		mouse(SWT.MouseUp, 1, column2, row2);
	}

	private void click(int count, double column, double row) {
		mouse(SWT.MouseMove, 0, column, row);
		mouse(SWT.MouseDown, count, column, row);
		mouse(SWT.MouseUp, count, column, row);
	}

	private boolean key(int code, int modifiers) {
		Event event = new Event();
		event.keyCode = code;
		event.stateMask = modifiers;
		event.doit = true;
		viewport.canvas().notifyListeners(SWT.KeyDown, event);
		return !event.doit;
	}

	private Measurement only() {
		assertEquals(1, store.all().size(), () -> store.all().toString());
		return store.all().get(0);
	}

	private static double distance(ImagePoint from, ImagePoint to) {
		return Math.hypot(to.column() - from.column(), to.row() - from.row());
	}

	/** Points of the canvas are as large as this many pixels of the image. */
	private double tolerance() {
		return 1.5 / viewport.transform().orElseThrow().pointsPerColumn();
	}

	private void assertPoint(double column, double row, ImagePoint point) {
		assertEquals(column, point.column(), tolerance());
		assertEquals(row, point.row(), tolerance());
	}

	/** {@return the colours of the canvas in the neighbourhood of a place of the image} */
	private List<RGB> colors(double column, double row) {
		ImageData data = ViewportProbe.painted(viewport);
		DisplayPoint at = viewport.transform().orElseThrow().toDisplay(new ImagePoint(column, row));
		return IntStream.range(0, 25).mapToObj(i -> data.palette
				.getRGB(data.getPixel((int) at.x() - 2 + i % 5, (int) at.y() - 2 + i / 5))).toList();
	}

	private boolean isPainted(RGB color, double column, double row) {
		return colors(column, row).stream().anyMatch(each -> Math.abs(each.red - color.red) < 60
				&& Math.abs(each.green - color.green) < 60 && Math.abs(each.blue - color.blue) < 60);
	}

	@Test
	void aLineIsDrawnSelectedMovedReshapedAndRemoved() throws Exception {
		choose(PREFIX + "line"); //$NON-NLS-1$
		drag(20, 20, 40, 35);
		Measurement line = only();
		assertEquals(MeasurementKind.LINE, line.kind());
		assertEquals(series().get(0).uid(), line.seriesUid());
		assertTrue(line.isOn(viewport.model().rendered().orElseThrow().slice()));
		assertPoint(20, 20, line.points().get(0));
		assertPoint(40, 35, line.points().get(1));
		String length = Numbers.format(SPACING * distance(line.points().get(0), line.points().get(1)), 1);
		assertTrue(viewport.description().contains("Line 1: " + length + " mm"), viewport.description()); //$NON-NLS-1$ //$NON-NLS-2$
		assertTrue(isPainted(SELECTED, 30, 27.5));
		key(SWT.ESC, 0);
		assertTrue(store.selected().isEmpty());
		assertTrue(isPainted(PLAIN, 30, 27.5));
		drag(30, 27.5, 33, 27.5);
		assertEquals(line.id(), only().id());
		assertPoint(23, 20, only().points().get(0));
		assertPoint(43, 35, only().points().get(1));
		drag(43, 35, 50, 20);
		assertPoint(23, 20, only().points().get(0));
		assertPoint(50, 20, only().points().get(1));
		store.undo();
		store.undo();
		assertEquals(line, only());
		store.select(Optional.of(line.id()));
		assertTrue(key(SWT.ARROW_RIGHT, SWT.SHIFT));
		assertEquals(line.points().get(0).column() + 1, only().points().get(0).column(), 1e-9);
		assertTrue(key(SWT.DEL, 0));
		assertTrue(store.all().isEmpty());
		assertFalse(isPainted(PLAIN, 30, 27.5));
		assertFalse(isPainted(SELECTED, 30, 27.5));
	}

	@Test
	void aLineBelongsToItsSliceAndGoesAlongWhenThePictureMoves() throws Exception {
		choose(PREFIX + "line"); //$NON-NLS-1$
		drag(20, 20, 40, 20);
		viewport.model().moveBy(1);
		settled();
		assertFalse(isPainted(SELECTED, 30, 20));
		viewport.model().moveBy(-1);
		viewport.model().change(settings -> settings.with(settings.orientation().turned(1)));
		settled();
		assertTrue(isPainted(SELECTED, 30, 20));
	}

	@Test
	void pointsArePlacedByClicksAndADoubleClickEndsAPolyline() throws Exception {
		choose(PREFIX + "polyline"); //$NON-NLS-1$
		click(1, 20, 20);
		click(1, 30, 20);
		assertTrue(store.all().isEmpty());
		assertTrue(isPainted(SELECTED, 25, 20), "what is being drawn"); //$NON-NLS-1$
		click(1, 30, 40);
		click(2, 30, 40);
		assertEquals(3, only().points().size());
		assertPoint(30, 40, only().points().get(2));
		click(1, 50, 50);
		mouse(SWT.MouseMove, 0, 55, 55);
		assertTrue(key(SWT.ESC, 0));
		mouse(SWT.MouseMove, 0, 58, 58);
		assertFalse(isPainted(SELECTED, 52, 52), "given up"); //$NON-NLS-1$
		assertEquals(1, store.all().size());
	}

	@Test
	void anglesHaveThreePointsAndCobbAnglesTwoLines() throws Exception {
		choose(PREFIX + "angle"); //$NON-NLS-1$
		click(1, 50, 30);
		click(1, 30, 30);
		click(1, 30, 50);
		assertEquals(MeasurementKind.ANGLE, only().kind());
		assertTrue(viewport.description().contains("Angle 1: 90°"), viewport.description()); //$NON-NLS-1$
		store.remove(List.of(only().id()));
		choose(PREFIX + "cobb_angle"); //$NON-NLS-1$
		drag(10, 10, 50, 10);
		assertTrue(store.all().isEmpty());
		drag(10, 50, 40, 20);
		assertEquals(MeasurementKind.COBB_ANGLE, only().kind());
		ImagePoint low = only().points().get(2);
		ImagePoint high = only().points().get(3);
		String angle = Numbers.format(
				Math.toDegrees(Math.atan2(low.row() - high.row(), high.column() - low.column())), 1);
		assertTrue(viewport.description().contains("Cobb angle 1: " + angle + "°"), viewport.description()); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void regionsTellTheValuesOfTheirPixels() throws Exception {
		choose(PREFIX + "ellipse"); //$NON-NLS-1$
		drag(20, 20, 44, 40);
		DisplayFrame frame = viewport.model().frame().orElseThrow();
		RegionStatistics expected = frame.statistics(only().region().orElseThrow()).get(0);
		String minimum = "Min " + Math.round(expected.minimum()) + "  Max " + Math.round(expected.maximum()); //$NON-NLS-1$ //$NON-NLS-2$
		until("statistics", () -> viewport.description().contains(minimum)); //$NON-NLS-1$
		assertTrue(viewport.description().contains("HU  SD ")); //$NON-NLS-1$
		choose(PREFIX + "rectangle"); //$NON-NLS-1$
		drag(5, 5, 15, 12);
		assertEquals(MeasurementKind.RECTANGLE, store.all().get(1).kind());
		assertTrue(isPainted(SELECTED, 10, 5));
		assertTrue(isPainted(PLAIN, 32, 20), "the ellipse is still there"); //$NON-NLS-1$
	}

	@Test
	void whatIsBeingDrawnGoesWithItsTool() throws Exception {
		choose(PREFIX + "line"); //$NON-NLS-1$
		click(1, 20, 20);
		mouse(SWT.MouseMove, 0, 40, 20);
		assertTrue(isPainted(SELECTED, 30, 20));
		choose(Tool.WINDOW);
		until("nothing is being drawn", () -> !isPainted(SELECTED, 30, 20)); //$NON-NLS-1$
		assertTrue(store.all().isEmpty());
	}

	@Test
	void whatIsSelectedIsChangedByKeysWhateverTheLeftButtonDoes() throws Exception {
		choose(PREFIX + "rectangle"); //$NON-NLS-1$
		drag(20, 20, 40, 30);
		Measurement drawn = only();
		choose(Tool.WINDOW);
		assertEquals(Optional.of(drawn), store.selected());
		assertTrue(key(SWT.ARROW_DOWN, SWT.SHIFT));
		assertEquals(drawn.points().get(0).row() + 1, only().points().get(0).row(), 1e-9);
		assertTrue(key(SWT.ESC, 0));
		assertTrue(store.selected().isEmpty());
		key(SWT.DEL, 0);
		store.select(Optional.of(drawn.id()));
		viewport.model().moveBy(1);
		settled();
		key(SWT.DEL, 0);
		assertFalse(store.all().isEmpty(), "it is on another image"); //$NON-NLS-1$
		viewport.model().moveBy(-1);
		settled();
		assertTrue(key(SWT.DEL, 0));
		assertTrue(store.all().isEmpty());
		store.undo();
		store.select(Optional.of(drawn.id()));
		page.activate(view);
		viewport.canvas().forceFocus();
		IHandlerService handlers = view.getSite().getService(IHandlerService.class);
		until("the command", () -> view.getSite().getService(ICommandService.class).getCommand("org.eclipse.ui.edit.delete").isEnabled()); //$NON-NLS-1$ //$NON-NLS-2$
		handlers.executeCommand("org.eclipse.ui.edit.delete", null); //$NON-NLS-1$
		assertTrue(store.all().isEmpty());
	}

	@Test
	void theMenuIsAboutTheMeasurementUnderThePointerAndShowsItsHistogram() throws Exception {
		choose(PREFIX + "ellipse"); //$NON-NLS-1$
		drag(20, 20, 40, 40);
		choose(Tool.WINDOW);
		store.select(Optional.empty());
		Event menu = new Event();
		menu.detail = SWT.MENU_MOUSE;
		DisplayPoint rim = viewport.transform().orElseThrow().toDisplay(new ImagePoint(30, 20));
		Point place = viewport.canvas().toDisplay((int) rim.x(), (int) rim.y());
		menu.x = place.x;
		menu.y = place.y;
		viewport.canvas().notifyListeners(SWT.MenuDetect, menu);
		assertEquals(Optional.of(only()), store.selected());
		page.activate(view);
		until("the command", () -> view.getSite().getService(ICommandService.class) //$NON-NLS-1$
				.getCommand("org.dicompreview.ui.measurements.histogram").isEnabled()); //$NON-NLS-1$
		view.getSite().getService(IHandlerService.class).executeCommand("org.dicompreview.ui.measurements.histogram", null); //$NON-NLS-1$
		Shell dialog = Arrays.stream(display.getShells()).filter(shell -> shell.getText().contains(only().name())).findFirst()
				.orElseThrow();
		try {
			until("the values", () -> labels(dialog).contains("HU")); //$NON-NLS-1$ //$NON-NLS-2$
		} finally {
			dialog.close();
		}
	}

	private static String labels(Composite parent) {
		return Arrays.stream(parent.getChildren()).map(child -> child instanceof Label label ? label.getText()
				: child instanceof Composite inner ? labels(inner) : "").collect(Collectors.joining(" ")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	@Test
	void theProbeGoesOnTellingWhileSlicesChange() throws Exception {
		choose(Tool.PROBE);
		mouse(SWT.MouseMove, 0, 32.5, 20.5);
		assertTrue(viewport.description().contains("Column 33, row 21"), viewport.description()); //$NON-NLS-1$
		String first = position();
		viewport.model().moveBy(1);
		settled();
		assertNotEquals(first, position(), "3 mm on"); //$NON-NLS-1$
		assertTrue(isPainted(SELECTED, 32.5 + 8 / viewport.transform().orElseThrow().pointsPerColumn(), 20.5));
		viewport.canvas().notifyListeners(SWT.MouseExit, new Event());
		assertFalse(viewport.description().contains("Column"), viewport.description()); //$NON-NLS-1$
	}

	private String position() {
		return viewport.description().lines().filter(line -> line.matches(".*, .*, .* mm")).findFirst().orElseThrow(); //$NON-NLS-1$
	}
}
