package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.SampleStudy;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.internal.tools.PreviewTools;
import org.dicompreview.ui.internal.tools.ToolsPage;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.ToolAssignment;
import org.dicompreview.viewer.ToolEvent;
import org.dicompreview.viewer.ToolTrigger;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** What buttons and wheel do on the picture, and what other plug-ins paint over it. */
class ToolsInPreviewTest {

	/** Paints one pixel of the image over in a colour that no grey image has. */
	private static final class Marker implements Layer {

		private static final ImagePoint PLACE = new ImagePoint(20, 12);
		private Runnable repaint;
		private RGB color = new RGB(255, 0, 0);

		@Override
		public String id() {
			return "test.marker"; //$NON-NLS-1$
		}

		@Override
		public String label() {
			return "Marker"; //$NON-NLS-1$
		}

		@Override
		public int order() {
			return MARKS;
		}

		@Override
		public void paint(GC gc, LayerContext context) {
			DisplayPoint at = context.transform().toDisplay(PLACE);
			gc.setBackground(new Color(color));
			gc.setAlpha(255);
			gc.fillRectangle((int) at.x() - 2, (int) at.y() - 2, 5, 5);
		}

		@Override
		public void attach(Runnable newRepaint) {
			repaint = newRepaint;
		}

		@Override
		public String description(LayerContext context) {
			return "marked"; //$NON-NLS-1$
		}
	}

	/** Notes what it is told. */
	private static final class Noting implements Tool {

		private ToolEvent pressed;
		private ToolEvent moved;
		private ToolEvent ended;
		private int cancelled;

		@Override
		public String id() {
			return "test.noting"; //$NON-NLS-1$
		}

		@Override
		public String label() {
			return "Noting"; //$NON-NLS-1$
		}

		@Override
		public Optional<Drag> press(ToolEvent event) {
			pressed = event;
			return Optional.of(new Drag() {
				@Override
				public void move(ToolEvent now) {
					moved = now;
				}

				@Override
				public void end(ToolEvent now) {
					ended = now;
				}

				@Override
				public void cancel() {
					cancelled++;
				}
			});
		}
	}

	@TempDir
	private Path folder;
	private final Display display = Display.getCurrent();
	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final OpenFolders folders = PlatformUI.getWorkbench().getService(OpenFolders.class);
	private final BundleContext context = FrameworkUtil.getBundle(PreviewView.class).getBundleContext();
	private static int studies = 700;
	private PreviewView view;
	private Viewport viewport;

	@BeforeEach
	void open() throws Exception {
		SampleStudy.write(folder, Phantoms.ct(Study.of("Tool^Test", "T-1", studies++), 1, 9, 3, 64)); //$NON-NLS-1$ //$NON-NLS-2$
		folders.open(folder);
		until("the series", () -> series().size() == 1 && series().get(0).imageCount() == 9); //$NON-NLS-1$
		view = (PreviewView) page.showView(DicomPreview.PREVIEW);
		viewport = view.grid().active();
		viewport.show(series().get(0));
		settled();
	}

	@AfterEach
	void close() {
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

	private void mouse(int type, int button, int x, int y) {
		Event event = new Event();
		event.button = button;
		event.x = x;
		event.y = y;
		event.count = 1;
		viewport.canvas().notifyListeners(type, event);
	}

	private void drag(int button, int dx, int dy) {
		Point size = viewport.canvas().getSize();
		mouse(SWT.MouseDown, button, size.x / 2, size.y / 2);
		mouse(SWT.MouseMove, 0, size.x / 2 + dx, size.y / 2 + dy);
		mouse(SWT.MouseUp, button, size.x / 2 + dx, size.y / 2 + dy);
	}

	private void wheel(int count, int keys) {
		Event event = new Event();
		event.count = count;
		event.stateMask = keys;
		event.x = viewport.canvas().getSize().x / 4;
		event.y = viewport.canvas().getSize().y / 4;
		viewport.canvas().notifyListeners(SWT.MouseVerticalWheel, event);
	}

	private DisplaySettings settings() {
		return viewport.model().settings();
	}

	private VoiWindow window() {
		return settings().window().voiWindow().orElseGet(() -> viewport.model().frame().orElseThrow().initialWindow().window());
	}

	@Test
	void theLeftButtonWindowsTheMiddleOnePansAndTheWheelSteps() {
		VoiWindow before = window();
		drag(1, 20, 10);
		assertTrue(window().width() > before.width());
		assertTrue(window().center() > before.center());
		assertEquals(0, settings().placement().panX());
		drag(2, 20, 10);
		assertTrue(settings().placement().panX() > 0 && settings().placement().panY() > 0);
		int index = viewport.model().navigator().index();
		wheel(-1, 0);
		assertEquals(index + 1, viewport.model().navigator().index());
		wheel(1, SWT.SHIFT);
		assertEquals(0, viewport.model().navigator().index());
		DisplaySettings now = settings();
		drag(3, 20, 10);
		assertEquals(now, settings(), "the right button is for the menu"); //$NON-NLS-1$
	}

	@Test
	void theWheelWithCtrlZoomsAtThePointer() {
		DisplayPoint pointer = DisplayPoint.centerOf(viewport.canvas().getSize().x / 4, viewport.canvas().getSize().y / 4);
		ImagePoint before = viewport.transform().orElseThrow().toImage(pointer);
		wheel(1, SWT.MOD1);
		settled();
		assertEquals(1.15, settings().placement().zoom(), 1e-9);
		assertTrue(pointer.distance(viewport.transform().orElseThrow().toDisplay(before)) < 1, "but for rounding"); //$NON-NLS-1$
	}

	@Test
	void aPersonGivesTheLeftButtonAnotherTool() throws Exception {
		choose(Tool.SCROLL);
		int index = viewport.model().navigator().index();
		drag(1, 0, 60);
		assertTrue(viewport.model().navigator().index() > index);
		choose(Tool.ZOOM);
		drag(1, 0, -50);
		assertEquals(Math.sqrt(2), settings().placement().zoom(), 1e-9);
		choose(Tool.PAN);
		drag(1, 15, 0);
		assertTrue(settings().placement().panX() > 0);
		PreviewTools restarted = PlatformUI.getWorkbench().getService(PreviewTools.class);
		assertEquals(Tool.PAN, restarted.registry().assignment().tool(ToolTrigger.LEFT_BUTTON).orElseThrow());
		String measure = "org.dicompreview.viewer.measure."; //$NON-NLS-1$
		assertEquals(List.of(Tool.CUT, Tool.LOCATE, Tool.MAGNIFIER, measure + "angle", measure + "cobb_angle", measure + "ellipse", //$NON-NLS-1$//$NON-NLS-2$//$NON-NLS-3$
				measure + "line", //$NON-NLS-1$
				measure + "polyline", measure + "rectangle", Tool.PAN, Tool.PROBE, Tool.REGION_WINDOW, Tool.SCROLL, Tool.WINDOW, Tool.ZOOM), //$NON-NLS-1$ //$NON-NLS-2$
				new ToolMenu().choices(view).stream().map(ChoiceMenu.Choice::id).sorted().toList());
	}

	private void choose(String id) throws Exception {
		page.activate(view);
		ICommandService commands = view.getSite().getService(ICommandService.class);
		view.getSite().getService(IHandlerService.class).executeCommand(ParameterizedCommand.generateCommand(
				commands.getCommand(PreviewCommands.TOOL_COMMAND), Map.of(PreviewCommands.TOOL_PARAMETER, id)), null);
	}

	@Test
	void thePreferencePageAssignsEveryButton() {
		Shell shell = new Shell(display);
		try {
			ToolsPage preferences = new ToolsPage();
			preferences.init(PlatformUI.getWorkbench());
			preferences.createControl(shell);
			List<Combo> choices = combos(shell);
			assertEquals(ToolTrigger.values().length, choices.size());
			Combo right = choices.get(ToolTrigger.RIGHT_BUTTON.ordinal());
			right.select(right.indexOf("Zoom")); //$NON-NLS-1$
			assertTrue(preferences.performOk());
		} finally {
			shell.dispose();
		}
		assertEquals(ToolAssignment.DEFAULT.with(ToolTrigger.RIGHT_BUTTON, Tool.ZOOM), view.tools().registry().assignment());
		drag(3, 0, -50);
		assertEquals(Math.sqrt(2), settings().placement().zoom(), 1e-9);
	}

	private static List<Combo> combos(Composite parent) {
		return List.of(parent.getChildren()).stream().flatMap(child -> child instanceof Combo combo ? List.of(combo).stream()
				: child instanceof Composite inner ? combos(inner).stream() : List.<Combo>of().stream()).toList();
	}

	@Test
	void aToolOfAnotherPluginComesAndGoes() throws Exception {
		Noting noting = new Noting();
		ServiceRegistration<Tool> service = context.registerService(Tool.class, noting, null);
		choose(noting.id());
		drag(1, 8, 4);
		assertEquals(viewport, noting.pressed.viewport());
		assertEquals(8, noting.moved.point().x() - noting.pressed.point().x());
		assertEquals(noting.moved.point(), noting.ended.point());
		ImagePoint image = noting.pressed.imagePoint().orElseThrow();
		assertEquals(32, image.column(), 1);
		assertEquals(32, image.row(), 1);
		mouse(SWT.MouseDown, 1, 5, 5);
		Event escape = new Event();
		escape.keyCode = SWT.ESC;
		viewport.canvas().notifyListeners(SWT.KeyDown, escape);
		assertEquals(1, noting.cancelled);
		service.unregister();
		noting.pressed = null;
		drag(1, 8, 4);
		assertEquals(null, noting.pressed);
		assertEquals(VoiWindow.class, window().getClass());
	}

	@Test
	void aLayerOfAnotherPluginIsPaintedWhereItsPlaceIsSeenAndGoesAgain() {
		Marker marker = new Marker();
		RGB before = pixel();
		ServiceRegistration<Layer> service = context.registerService(Layer.class, marker, null);
		assertEquals(marker.color, pixel());
		assertTrue(viewport.description().contains("marked")); //$NON-NLS-1$
		viewport.model().change(settings -> settings.with(new Placement(1.5, 0.05, 0.1)));
		settled();
		assertEquals(marker.color, pixel());
		boolean[] painted = new boolean[1];
		until("no paint event", () -> !display.readAndDispatch()); //$NON-NLS-1$
		viewport.canvas().addListener(SWT.Paint, e -> painted[0] = true);
		marker.color = new RGB(0, 255, 0);
		marker.repaint.run();
		until("a paint event", () -> painted[0]); //$NON-NLS-1$
		assertEquals(marker.color, pixel());
		service.unregister();
		assertNotEquals(marker.color, pixel());
		viewport.model().resetAppearance();
		settled();
		assertEquals(before, pixel());
		assertFalse(viewport.description().contains("marked")); //$NON-NLS-1$
	}

	/** {@return the colour of the canvas where the marker is} */
	private RGB pixel() {
		ImageData data = ViewportProbe.painted(viewport);
		DisplayPoint at = viewport.transform().orElseThrow().toDisplay(Marker.PLACE);
		return data.palette.getRGB(data.getPixel((int) at.x(), (int) at.y()));
	}
}
