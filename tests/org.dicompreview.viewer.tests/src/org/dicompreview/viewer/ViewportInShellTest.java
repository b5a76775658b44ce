package org.dicompreview.viewer;

import static org.dicompreview.viewer.DisplayEvents.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dicompreview.codec.FrameDecoders;
import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.PresentationStates;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.overlay.ImageOverlays;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.Slice;
import org.dicompreview.series.document.InstanceDocuments;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Plane;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.viewer.internal.controls.StripCanvas;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Viewports in a plain shell, with nothing but the services that they are given. */
class ViewportInShellTest {

	private static final int SIZE = 64;
	private static final double FIELD_OF_VIEW = 230;
	private static final double SPACING = FIELD_OF_VIEW / SIZE;
	private static final int AXIAL_SLICES = 11;
	private static final double AXIAL_DISTANCE = 10;
	private static final int SAGITTAL_SLICES = 9;
	private static final double SAGITTAL_DISTANCE = 12;

	@TempDir
	static Path folder;

	private final Display display = new Display();
	private final Shell shell = new Shell(display);
	private final DicomReaders readers = DicomReaders.standalone();
	private final FrameLoader loader = FrameLoader.standalone(readers, FrameDecoders.standalone());
	private final FrameRenderer renderer = FrameRenderer.standalone();
	private final ViewportServices services = ViewportServices.of(loader, renderer, PresentationStates.standalone(readers),
			InstanceDocuments.standalone(readers), ImageOverlays.standalone(readers, loader));
	private final Viewports viewports = ServiceLoader.load(Viewports.class).findFirst().orElseThrow();
	private Series axial;
	private Series sagittal;

	@BeforeAll
	static void write() throws IOException {
		Study study = Study.of("Shell^Test", "S-1", 31); //$NON-NLS-1$ //$NON-NLS-2$
		List<DicomObject> axial = Phantoms.ct(study, 1, AXIAL_SLICES, AXIAL_DISTANCE, SIZE);
		List<DicomObject> sagittal = Phantoms.mr(study, 2, "Sagittal", "M", SAGITTAL_DISTANCE, DoubleStream //$NON-NLS-1$ //$NON-NLS-2$
				.iterate(SAGITTAL_SLICES / 2, i -> i - 1).limit(SAGITTAL_SLICES)
				.mapToObj(i -> Plane.sagittal(i * SAGITTAL_DISTANCE, SPACING, SIZE)).toList());
		SampleStudy.write(folder, Stream.concat(axial.stream(), sagittal.stream()).toList());
	}

	@BeforeEach
	void open() throws IOException {
		List<Series> all = SeriesModel.standalone(readers).read(folder).patients().get(0).studies().get(0).series();
		axial = all.stream().filter(series -> series.modality().equals("CT")).findFirst().orElseThrow(); //$NON-NLS-1$
		sagittal = all.stream().filter(series -> series.modality().equals("MR")).findFirst().orElseThrow(); //$NON-NLS-1$
		shell.setLayout(new FillLayout());
		shell.setSize(1100, 460);
	}

	@AfterEach
	void close() {
		display.dispose();
	}

	private ViewportGrid grid(ViewportLayout layout, Series... series) {
		ViewportGrid grid = viewports.createGrid(shell, services);
		grid.setLayout(layout);
		shell.open();
		for (int i = 0; i < series.length; i++) {
			grid.viewports().get(i).show(series[i]);
		}
		settled(grid);
		return grid;
	}

	private static void settled(ViewportGrid grid) {
		until("pictures", () -> grid.viewports().stream().allMatch(Viewport::isSettled)); //$NON-NLS-1$
	}

	private static void mouse(Viewport viewport, int type, int button, DisplayPoint at) {
		Event event = new Event();
		event.button = button;
		event.count = type == SWT.MouseVerticalWheel ? button : 1;
		event.x = (int) at.x();
		event.y = (int) at.y();
		viewport.canvas().notifyListeners(type, event);
	}

	private static double z(Viewport viewport) {
		return viewport.model().slice().orElseThrow().offset().orElseThrow();
	}

	/** {@return where a place of an image that fits its canvas is seen; columns and rows count from the middle of the image} */
	private static DisplayPoint fitted(Viewport viewport, double columns, double rows) {
		Rectangle area = viewport.canvas().getClientArea();
		double scale = Math.min(area.width, area.height) / (double) SIZE;
		return new DisplayPoint(area.width / 2.0 + columns * scale, area.height / 2.0 + rows * scale);
	}

	private static String status(Viewport viewport) {
		return labels(viewport.control()).filter(label -> (label.getStyle() & SWT.RIGHT) != 0).reduce((a, b) -> b).orElseThrow()
				.getText();
	}

	private static Stream<Label> labels(Composite parent) {
		return Arrays.stream(parent.getChildren()).flatMap((Control child) -> child instanceof Label label ? Stream.of(label)
				: child instanceof Composite inner ? labels(inner) : Stream.empty());
	}

	@Test
	void aViewportShowsEveryImageOfASeries() {
		Viewport viewport = viewports.create(shell, services);
		shell.open();
		assertFalse(viewport.message().isEmpty());
		viewport.show(axial);
		until("the first picture", viewport::isSettled); //$NON-NLS-1$
		assertEquals(AXIAL_SLICES / 2, viewport.model().navigator().index(), "the middle"); //$NON-NLS-1$
		viewport.model().moveTo(0);
		for (int i = 0; i < AXIAL_SLICES; i++) {
			until("picture " + i, viewport::isSettled); //$NON-NLS-1$
			assertEquals((i - AXIAL_SLICES / 2) * AXIAL_DISTANCE, z(viewport), 1e-6);
			assertShowsRendered(viewport);
			mouse(viewport, SWT.MouseVerticalWheel, -1, new DisplayPoint(5, 5));
		}
		assertEquals(AXIAL_SLICES - 1, viewport.model().navigator().index());
		shell.dispose();
		assertTrue(viewport.canvas().isDisposed());
		assertTrue(viewport.model().rendered().isEmpty(), "no picture is kept"); //$NON-NLS-1$
	}

	private void assertShowsRendered(Viewport viewport) {
		Slice slice = viewport.model().slice().orElseThrow();
		Rectangle area = viewport.canvas().getClientArea();
		Picture expected = renderer.render(loader.load(slice).frame().orElseThrow(), viewport.model().settings(), area.width,
				area.height);
		PaintedCanvas painted = new PaintedCanvas(viewport.canvas());
		for (int x = area.width / 2 - 60; x < area.width / 2 + 60; x += 7) {
			int y = area.height / 2 - 80;
			assertEquals(expected.data().palette.getRGB(expected.data().getPixel(x, y)), painted.color(x, y), "at " + x); //$NON-NLS-1$
		}
	}

	@Test
	void theActiveSliceIsALineWhereItCrossesTheOther() {
		ViewportGrid grid = grid(ViewportLayout.COLUMNS, axial, sagittal);
		Viewport first = grid.viewports().get(0);
		Viewport second = grid.viewports().get(1);
		first.model().moveTo(8);
		settled(grid);
		assertLines(second);
		grid.links().set(ViewportLink.REFERENCE_LINES, true);
		// 30 mm above the middle; the ends are 50 mm above and below it
		assertLines(second, -30 / SPACING, -50 / SPACING, 50 / SPACING);
		assertLines(first);
		mouse(first, SWT.MouseVerticalWheel, -1, new DisplayPoint(5, 5));
		assertLines(second, -40 / SPACING, -50 / SPACING, 50 / SPACING);
		grid.activate(second);
		settled(grid);
		assertLines(second);
		assertTrue(new PaintedCanvas(first.canvas()).isColored(fitted(first, 0, -10).x(), fitted(first, 0, -10).y()),
				"the middle sagittal slice is a line down the axial one"); //$NON-NLS-1$
		grid.links().set(ViewportLink.REFERENCE_LINES, false);
		assertFalse(new PaintedCanvas(first.canvas()).isColored(fitted(first, 0, -10).x(), fitted(first, 0, -10).y()));
	}

	/** @param rows of horizontal lines, from the middle of the image */
	private static void assertLines(Viewport viewport, double... rows) {
		PaintedCanvas painted = new PaintedCanvas(viewport.canvas());
		List<Integer> expected = Arrays.stream(rows).mapToObj(row -> (int) Math.floor(fitted(viewport, 0, row).y())).toList();
		DisplayPoint top = fitted(viewport, -12, -SIZE / 2.0);
		DisplayPoint bottom = fitted(viewport, -12, SIZE / 2.0);
		List<Integer> colored = IntStream.range((int) top.y(), (int) bottom.y()).filter(y -> painted.isColored(top.x(), y)).boxed()
				.toList();
		for (int y : colored) {
			assertTrue(expected.stream().anyMatch(line -> Math.abs(line - y) <= 2), () -> y + " of " + expected); //$NON-NLS-1$
		}
		for (int line : expected) {
			assertTrue(colored.stream().anyMatch(y -> Math.abs(line - y) <= 1), () -> line + " of " + colored); //$NON-NLS-1$
		}
		DisplayPoint beside = fitted(viewport, -SIZE / 2.0 - 1, rows.length == 0 ? 0 : rows[0]);
		assertFalse(painted.isColored(beside.x(), beside.y()), "no longer than the image is wide"); //$NON-NLS-1$
	}

	@Test
	void aPointThatIsDraggedIsFoundInTheOthersAndToldInWords() {
		services.tools().assign(ToolAssignment.DEFAULT.with(ToolTrigger.LEFT_BUTTON, Tool.LOCATE));
		ViewportGrid grid = grid(ViewportLayout.FOUR, axial, sagittal, axial, sagittal);
		Viewport first = grid.viewports().get(0);
		Viewport second = grid.viewports().get(1);
		Viewport third = grid.viewports().get(2);
		third.model().moveTo(0);
		// 24 mm to the right, 20 mm to the front, in the axial slice 10 mm above the middle
		first.model().moveTo(AXIAL_SLICES / 2 + 1);
		settled(grid);
		DisplayPoint start = fitted(first, 3, 3);
		DisplayPoint point = fitted(first, -24 / SPACING, -20 / SPACING);
		mouse(first, SWT.MouseDown, 1, start);
		mouse(first, SWT.MouseMove, 0, point);
		mouse(first, SWT.MouseUp, 1, point);
		settled(grid);
		// the patient's left, where x grows, comes first on the slider of slices whose normal points to the right
		assertEquals(-24, second.model().slice().orElseThrow().imagePlane().orElseThrow().plane().position().x(), 1e-6);
		assertEquals(10, z(third), 1e-6);
		assertCross(first, -24 / SPACING, -20 / SPACING);
		assertCross(third, -24 / SPACING, -20 / SPACING);
		assertCross(second, -20 / SPACING, -10 / SPACING);
		for (Viewport viewport : grid.viewports()) {
			assertTrue(status(viewport).matches(".*3D cursor: 2[34][.,]?\\d? mm right, (19|20|21)[.,]?\\d? mm anterior, " //$NON-NLS-1$
					+ "10 mm superior.*"), status(viewport)); //$NON-NLS-1$
			assertTrue(viewport.description().contains("3D cursor"), viewport.description()); //$NON-NLS-1$
		}
		mouse(second, SWT.MouseVerticalWheel, -1, new DisplayPoint(5, 5));
		settled(grid);
		assertFalse(isCross(second, -20 / SPACING, -10 / SPACING), "another slice"); //$NON-NLS-1$
		assertFalse(status(second).contains("3D cursor"), status(second)); //$NON-NLS-1$
		assertCross(first, -24 / SPACING, -20 / SPACING);
		services.tools().assign(ToolAssignment.DEFAULT);
		assertFalse(isCross(first, -24 / SPACING, -20 / SPACING), "another tool"); //$NON-NLS-1$
	}

	@Test
	void escapeForgetsThePoint() {
		services.tools().assign(ToolAssignment.DEFAULT.with(ToolTrigger.LEFT_BUTTON, Tool.LOCATE));
		ViewportGrid grid = grid(ViewportLayout.SINGLE, axial);
		Viewport viewport = grid.active();
		mouse(viewport, SWT.MouseDown, 1, fitted(viewport, 5, 8));
		mouse(viewport, SWT.MouseUp, 1, fitted(viewport, 5, 8));
		assertCross(viewport, 5, 8);
		Event escape = new Event();
		escape.keyCode = SWT.ESC;
		viewport.canvas().notifyListeners(SWT.KeyDown, escape);
		assertFalse(isCross(viewport, 5, 8));
		assertTrue(grid.links().located().isEmpty());
	}

	private static StripCanvas strip(Composite parent) {
		for (Control child : parent.getChildren()) {
			if (child instanceof StripCanvas strip) {
				return strip;
			}
			StripCanvas inner = child instanceof Composite composite ? strip(composite) : null;
			if (inner != null) {
				return inner;
			}
		}
		return null;
	}

	@Test
	void theStripIsACoronalCutInTheWindowOfThePicture() {
		ViewportGrid grid = grid(ViewportLayout.SINGLE, axial);
		Viewport viewport = grid.active();
		StripCanvas strip = strip(viewport.control());
		until("the strip", () -> strip.picture().isPresent()); //$NON-NLS-1$
		assertStrip(viewport, strip, "in the window of the file"); //$NON-NLS-1$
		viewport.model().setWindow(0, 400);
		settled(grid);
		assertStrip(viewport, strip, "in another window"); //$NON-NLS-1$
		viewport.model().reverse();
		settled(grid);
		assertStrip(viewport, strip, "reversed"); //$NON-NLS-1$
		assertEquals("-50 mm", strip.ticks().stream().filter(tick -> tick.text().startsWith("-50")).findFirst() //$NON-NLS-1$ //$NON-NLS-2$
				.orElseThrow().text());
		viewport.model().moveTo(2);
		PaintedCanvas painted = new PaintedCanvas(strip);
		double x = 2.5 * strip.getClientArea().width / AXIAL_SLICES;
		assertTrue(painted.isColored(x, 10), "the line"); //$NON-NLS-1$
		services.layers().setShown(Layer.SERIES_STRIP, false);
		until("no strip", () -> !strip.getVisible()); //$NON-NLS-1$
		services.layers().setShown(Layer.SERIES_STRIP, true);
		until("the strip again", () -> strip.getVisible() && strip.picture().isPresent()); //$NON-NLS-1$
		viewport.show(sagittal);
		settled(grid);
		until("the strip of another series", () -> strip.picture().isPresent()); //$NON-NLS-1$
		shell.dispose();
	}

	/** Against the mean of the middle rows of each slice, pixel by pixel. */
	private void assertStrip(Viewport viewport, StripCanvas strip, String what) {
		double[][] cut = viewport.model().navigator().path().stream().map(this::middle).toArray(double[][]::new);
		List<Image> seen = new ArrayList<>(); // each picture is looked at once: painting over and over keeps all else waiting
		until(what, () -> {
			Image picture = strip.picture().orElse(null);
			boolean other = picture != null && !seen.contains(picture) && seen.add(picture);
			return other && stripDifference(viewport, strip, cut) <= 2;
		});
	}

	/** {@return the mean of the middle 10 mm of each column} */
	private double[] middle(Slice slice) {
		DisplayFrame frame = loader.load(slice).frame().orElseThrow();
		int first = (int) Math.round(SIZE * (0.5 - 5 / FIELD_OF_VIEW));
		int end = (int) Math.round(SIZE * (0.5 + 5 / FIELD_OF_VIEW));
		return IntStream.range(0, SIZE).mapToDouble(column -> IntStream.range(first, end)
				.mapToDouble(row -> frame.value(column, row).orElseThrow().quantities().get(0).value()).average().orElseThrow())
				.toArray();
	}

	/** {@return how much of a column of the image a row of the strip covers} */
	private static double overlap(int column, double top) {
		double scale = (double) SIZE / StripCanvas.PICTURE;
		return Math.max(0, Math.min(column + 1, (top + 1) * scale) - Math.max(column, top * scale));
	}

	/** {@return the largest difference of the strip from what it shall be, in the middle of each slice and of some columns} */
	private static int stripDifference(Viewport viewport, StripCanvas strip, double[][] cut) {
		PaintedCanvas painted = new PaintedCanvas(strip);
		VoiWindow window = viewport.model().settings().window().voiWindow()
				.orElseGet(() -> viewport.model().frame().orElseThrow().initialWindow().window());
		int worst = 0;
		for (int place = 0; place < AXIAL_SLICES; place++) {
			double[] values = cut[place];
			if (place == viewport.model().navigator().index()) {
				continue; // there is the line
			}
			int x = (int) ((place + 0.5) * strip.getClientArea().width / AXIAL_SLICES);
			for (int y = 1; y < StripCanvas.PICTURE; y += 5) {
				double top = y;
				double mean = IntStream.range(0, SIZE).mapToDouble(column -> values[column] * overlap(column, top)).sum()
						* StripCanvas.PICTURE / SIZE;
				double part = (mean - window.lower()) / (window.upper() - window.lower());
				int expected = (int) Math.round(255 * Math.max(0, Math.min(1, part)));
				worst = Math.max(worst, Math.abs(expected - painted.color(x, y).red));
			}
		}
		return worst;
	}

	private static void assertCross(Viewport viewport, double columns, double rows) {
		assertTrue(isCross(viewport, columns, rows), () -> viewport.model().state().title());
	}

	/** {@return whether all four arms of a cross around a place are there} */
	private static boolean isCross(Viewport viewport, double columns, double rows) {
		PaintedCanvas painted = new PaintedCanvas(viewport.canvas());
		DisplayPoint at = fitted(viewport, columns, rows);
		return isColoredAbout(painted, at.x() - 10, at.y()) && isColoredAbout(painted, at.x() + 10, at.y())
				&& isColoredAbout(painted, at.x(), at.y() - 10) && isColoredAbout(painted, at.x(), at.y() + 10)
				&& !painted.isColored(at.x() + 3, at.y() + 3);
	}

	/** {@return whether a point or one next to it is coloured: the pointer stands on whole points} */
	private static boolean isColoredAbout(PaintedCanvas painted, double x, double y) {
		return IntStream.rangeClosed(-1, 1).anyMatch(dx -> IntStream.rangeClosed(-1, 1)
				.anyMatch(dy -> painted.isColored(x + dx, y + dy)));
	}

	@Test
	void linkedViewportsShowTheSamePlaceOnTheScreen() {
		ViewportGrid grid = grid(ViewportLayout.COLUMNS, axial, axial);
		Viewport first = grid.viewports().get(0);
		Viewport second = grid.viewports().get(1);
		grid.links().set(ViewportLink.SCROLL, true);
		grid.links().set(ViewportLink.PLACEMENT, true);
		for (int i = 0; i < 4; i++) {
			mouse(first, SWT.MouseVerticalWheel, -1, new DisplayPoint(5, 5));
		}
		mouse(second, SWT.MouseVerticalWheel, 1, new DisplayPoint(5, 5));
		assertEquals(z(first), z(second));
		assertEquals(AXIAL_SLICES / 2 + 3, first.model().navigator().index());
		mouse(second, SWT.MouseDown, 2, new DisplayPoint(100, 100));
		mouse(second, SWT.MouseMove, 0, new DisplayPoint(130, 75));
		mouse(second, SWT.MouseUp, 2, new DisplayPoint(130, 75));
		settled(grid);
		for (ImagePoint place : List.of(new ImagePoint(20, 20), new ImagePoint(40, 13))) {
			DisplayPoint here = first.transform().orElseThrow().toDisplay(place);
			DisplayPoint there = second.transform().orElseThrow().toDisplay(place);
			assertTrue(here.distance(there) <= 1.5, here + " and " + there); //$NON-NLS-1$
		}
		grid.setLayout(ViewportLayout.FOUR);
		grid.viewports().get(2).show(axial);
		until("the third one", () -> grid.viewports().get(2).isSettled()); //$NON-NLS-1$
		assertEquals(z(first), z(grid.viewports().get(2)), "it joins"); //$NON-NLS-1$
		assertEquals(first.transform().orElseThrow().pointsPerColumn(),
				grid.viewports().get(2).transform().orElseThrow().pointsPerColumn(), 1e-6);
	}
}
