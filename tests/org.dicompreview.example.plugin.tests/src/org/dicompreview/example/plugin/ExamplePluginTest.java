package org.dicompreview.example.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.PresentationStates;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.overlay.ImageOverlays;
import org.dicompreview.series.Axis;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.document.InstanceDocuments;
import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.Preview;
import org.dicompreview.ui.Previews;
import org.dicompreview.viewer.Subject;
import org.dicompreview.viewer.Tool;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportLayout;
import org.dicompreview.viewer.ViewportServices;
import org.dicompreview.viewer.Viewports;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.util.promise.Promise;

/** The example at work in a real workbench: what another plug-in needs, and nothing but exported packages. */
class ExamplePluginTest {

	/** The most that a class may have so that somebody reads it. */
	private static final int LINES = 30;
	private static final Duration LIMIT = Duration.ofSeconds(30);
	private static final Runnable NAP = () -> {};
	private static final List<Class<?>> COMPONENTS = List.of(CrosshairLayer.class, StepTool.class, StationGrouping.class,
			NewestFirst.class, ExposureDimension.class);
	private static final Study STUDY = Study.of("Doe^Jane", "1", 1);
	private static final int HEAD = 1;
	/** Three positions, each with two exposures and by two stations. */
	private static final int TWICE = 2;
	private static final RGB MAGENTA = new RGB(255, 0, 255);
	private static final int SIZE = 48;

	@TempDir
	private Path folder;
	private final Display display = Display.getCurrent();
	private final Bundle bundle = FrameworkUtil.getBundle(getClass());
	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final OpenFolders folders = PlatformUI.getWorkbench().getService(OpenFolders.class);
	private final Previews previews = PlatformUI.getWorkbench().getService(Previews.class);
	private Preview preview;
	private List<Series> series;

	@BeforeEach
	void open() throws Exception {
		write("head", Phantoms.ct(STUDY, HEAD, 5, 5, SIZE));
		List<DicomObject> twice = new ArrayList<>();
		for (int exposure = 1; exposure <= 2; exposure++) {
			for (DicomObject image : Phantoms.ct(STUDY, TWICE, 3, 5, SIZE)) {
				twice.add(image.set(Tag.SOP_INSTANCE_UID, STUDY.uid() + ".9." + twice.size())
						.set(Tag.INSTANCE_NUMBER, twice.size() + 1).set(Tag.EXPOSURE_TIME, 100 * exposure)
						.set(Tag.STATION_NAME, "station " + (char) ('A' + exposure - 1)));
			}
		}
		write("twice", twice);
		for (Class<?> component : COMPONENTS) {
			enable(component, false);
		}
		series = background(() -> OpenAndWait.series(folders, folder));
		preview = previews.open(page);
		preview.grid().setLayout(ViewportLayout.SINGLE);
	}

	private void write(String name, List<DicomObject> images) throws IOException {
		for (int i = 0; i < images.size(); i++) {
			DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(folder.resolve(name + i), images.get(i));
		}
	}

	@AfterEach
	void close() {
		Stream.of(page.getViewReferences()).filter(view -> view.getId().equals(DicomPreview.PREVIEW)).forEach(page::hideView);
		folders.folders().forEach(each -> each.close());
		until("nothing is open", () -> folders.catalog().series().isEmpty());
	}

	private interface Work<T> {
		T run() throws IOException;
	}

	private <T> T background(Work<T> work) {
		CompletableFuture<T> result = CompletableFuture.supplyAsync(() -> {
			try {
				return work.run();
			} catch (IOException e) {
				throw new CompletionException(e);
			}
		});
		until("the work", result::isDone);
		return result.join();
	}

	private void until(String what, BooleanSupplier condition) {
		long end = System.nanoTime() + LIMIT.toNanos();
		while (!condition.getAsBoolean()) {
			assertTrue(System.nanoTime() < end, () -> "timed out waiting for " + what);
			if (!display.readAndDispatch()) {
				display.timerExec(20, NAP);
				display.sleep();
			}
		}
	}

	private <T> T service(Class<T> type) {
		BundleContext context = bundle.getBundleContext();
		return context.getService(context.getServiceReference(type));
	}

	/** Lets a component come or go, as if its plug-in did. */
	private void enable(Class<?> component, boolean on) {
		ServiceComponentRuntime runtime = service(ServiceComponentRuntime.class);
		ComponentDescriptionDTO description = runtime.getComponentDescriptionDTO(bundle, component.getName());
		Promise<Void> done = on ? runtime.enableComponent(description) : runtime.disableComponent(description);
		until("the component", done::isDone);
	}

	private void show(int number) {
		preview.active().show(series.get(number - 1).stacks().get(0).start());
		until("the series", () -> preview.active().model().series().filter(series.get(number - 1)::equals).isPresent()
				&& preview.active().isSettled());
	}

	private String stacks() {
		return String.join(" | ", preview.active().model().state().stacks().stream().map(ExamplePluginTest::text).toList());
	}

	private static String text(SliceStack stack) {
		return stack.label() + ": " + stack.rule() + ' ' + stack.positions() + stack.axes().stream().map(Axis::values).toList();
	}

	@Test
	void aFolderIsOpenedAwaitedAndClosed() throws IOException {
		assertEquals(List.of(STUDY.seriesUid(HEAD), STUDY.seriesUid(TWICE)), series.stream().map(Series::uid).toList());
		assertFalse(folders.folders().get(0).isRemembered());
		Path link = Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-link"), folder);
		try {
			folders.close(link.resolve("..").resolve(link.getFileName()));
			until("it to be closed", () -> folders.folders().isEmpty());
		} finally {
			Files.delete(link);
		}
		assertEquals(List.of(), folders.catalog().series());
	}

	@Test
	void seriesStackAndSliceAreShownEachInItsWay() {
		Slice last = series.get(0).stacks().get(0).slices().get(4);
		ShowAndAdjust.show(preview, series.get(0), series.get(1).stacks().get(0), last);
		List<Viewport> viewports = preview.grid().viewports();
		until("the pictures", () -> viewports.subList(0, 3).stream().allMatch(each -> each.isSettled()
				&& each.model().slice().isPresent()) && window(1).isPresent());
		assertEquals(VoiWindow.linear(450, 1800), window(1).orElseThrow(), "the preset");
		assertEquals(ViewportLayout.FOUR, preview.grid().layout());
		assertEquals(VoiWindow.linear(-600, 1500), window(0).orElseThrow());
		assertEquals(series.get(1), viewports.get(1).model().series().orElseThrow());
		assertEquals(last, viewports.get(2).model().slice().orElseThrow());
		until("colours", () -> pixels(viewports.get(2).canvas()).stream().anyMatch(rgb -> rgb.red > rgb.blue + 50));
		assertEquals("Doe, Jane / Head 5.0 mm / " + last.stack().label() + " in " + folder, Whereabouts.of(last, folders));
	}

	private Optional<VoiWindow> window(int viewport) {
		return preview.grid().viewports().get(viewport).model().settings().window().voiWindow();
	}

	@Test
	void aListenerHearsOfSlicesAndLooks() {
		Journal journal = new Journal();
		previews.addListener(journal);
		show(HEAD);
		preview.active().model().moveBy(1);
		preview.active().model().setWindow(50, 350);
		previews.removeListener(journal);
		preview.active().model().moveBy(1);
		assertEquals(List.of("slice 2", "slice 3", "window 50.0/350.0"), journal.lines());
	}

	@Test
	void aLayerComesAndGoes() {
		show(HEAD);
		assertFalse(pixels(preview.active().canvas()).contains(MAGENTA));
		enable(CrosshairLayer.class, true);
		until("the crosshair", () -> pixels(preview.active().canvas()).contains(MAGENTA));
		enable(CrosshairLayer.class, false);
		until("no crosshair", () -> !pixels(preview.active().canvas()).contains(MAGENTA));
	}

	@Test
	void aToolComesAndGoes() throws Exception {
		show(HEAD);
		enable(StepTool.class, true);
		leftButton(new StepTool().id());
		press();
		assertEquals(3, preview.active().model().slice().orElseThrow().position());
		enable(StepTool.class, false);
		press();
		assertEquals(3, preview.active().model().slice().orElseThrow().position());
		leftButton(Tool.WINDOW);
	}

	private void leftButton(String tool) throws Exception {
		Command command = page.getWorkbenchWindow().getService(ICommandService.class).getCommand("org.dicompreview.ui.preview.tool");
		page.getWorkbenchWindow().getService(IHandlerService.class).executeCommand(
				ParameterizedCommand.generateCommand(command, Map.of("org.dicompreview.ui.preview.tool.id", tool)), null);
	}

	@Test
	void aCommandKnowsWhatIsShownAndUsesAnother() throws Exception {
		Command jump = page.getWorkbenchWindow().getService(ICommandService.class).getCommand("org.dicompreview.example.jumpToMiddle");
		preview.active().show(new Subject.Nothing());
		until("nothing to jump in", () -> !jump.isEnabled());
		preview.active().show(series.get(0).stacks().get(0).slices().get(4));
		until("a stack to jump in", jump::isEnabled);
		page.getWorkbenchWindow().getService(IHandlerService.class).executeCommand(jump.getId(), null);
		assertEquals(2, preview.active().model().slice().orElseThrow().position());
	}

	private void press() {
		for (int type : new int[] { SWT.MouseDown, SWT.MouseUp }) {
			Event event = new Event();
			event.button = 1;
			event.count = 1;
			event.x = preview.active().canvas().getSize().x / 2;
			event.y = preview.active().canvas().getSize().y / 2;
			preview.active().canvas().notifyListeners(type, event);
		}
	}

	@Test
	void rulesAndADimensionComeAndGoUnderAnOpenView() {
		show(TWICE);
		String before = stacks();
		assertEquals("axial: position along normal 3[[1, 2]]", before);
		comesAndGoes(ExposureDimension.class, "axial: position along normal 3[[100, 200]]");
		comesAndGoes(NewestFirst.class, "axial: newest first 6[]");
		comesAndGoes(StationGrouping.class,
				"station A: position along normal 3[] | station B: position along normal 3[]");
	}

	private void comesAndGoes(Class<?> component, String arranged) {
		String before = stacks();
		Slice slice = preview.active().model().slice().orElseThrow();
		enable(component, true);
		until(component.getSimpleName() + ": " + arranged, () -> stacks().equals(arranged));
		assertEquals(slice, preview.active().model().slice().orElseThrow(), "the same image stays on show");
		assertSame(series.get(TWICE - 1), folders.catalog().series(STUDY.seriesUid(TWICE)).orElseThrow(), "of the same series");
		enable(component, false);
		until("the arrangement without " + component.getSimpleName(), () -> stacks().equals(before));
	}

	@Test
	void aDialogShowsAViewport() {
		ViewportServices services = ViewportServices.of(service(FrameLoader.class), service(FrameRenderer.class),
				service(PresentationStates.class), service(InstanceDocuments.class),
				service(ImageOverlays.class));
		Viewports viewports = service(Viewports.class);
		SeriesDialog dialog = new SeriesDialog(page.getWorkbenchWindow().getShell(), parent -> viewports.create(parent, services),
				series.get(0));
		dialog.setBlockOnOpen(false);
		dialog.open();
		try {
			until("a picture in the dialog",
					() -> canvas(dialog).filter(each -> pixels(each).stream().anyMatch(rgb -> rgb.red > 90)).isPresent());
		} finally {
			dialog.close();
		}
	}

	private static Optional<Canvas> canvas(SeriesDialog dialog) {
		return Stream.of(dialog.getShell().getChildren()).flatMap(ExamplePluginTest::all).filter(Canvas.class::isInstance)
				.map(Canvas.class::cast).filter(each -> each.getSize().x > 100 && each.getSize().y > 100).findFirst();
	}

	private static Stream<Control> all(Control control) {
		return Stream.concat(Stream.of(control), control instanceof Composite composite
				? Stream.of(composite.getChildren()).flatMap(ExamplePluginTest::all) : Stream.empty());
	}

	/** {@return the colours on a canvas} */
	private static List<RGB> pixels(Canvas canvas) {
		if (canvas.getSize().x == 0 || canvas.getSize().y == 0) {
			return List.of();
		}
		canvas.update();
		Image image = new Image(canvas.getDisplay(), canvas.getSize().x, canvas.getSize().y);
		GC gc = new GC(canvas);
		try {
			gc.copyArea(image, 0, 0);
			ImageData data = image.getImageData();
			List<RGB> colors = new ArrayList<>(data.width * data.height);
			for (int i = 0; i < data.width * data.height; i++) {
				colors.add(data.palette.getRGB(data.getPixel(i % data.width, i / data.width)));
			}
			return colors;
		} finally {
			gc.dispose();
			image.dispose();
		}
	}

	@Test
	void eachClassIsShortAndNamesExportedPackagesOnly() throws IOException {
		try (Stream<Path> sources = Files.list(Path.of(System.getProperty("dicompreview.root"),
				"tests/org.dicompreview.example.plugin/src", getClass().getPackageName().replace('.', '/')))) {
			List<Path> examples = sources.toList();
			assertEquals(11, examples.size());
			for (Path example : examples) {
				List<String> lines = Files.readAllLines(example);
				assertTrue(lines.size() <= LINES, () -> example + " has " + lines.size() + " lines");
				assertTrue(lines.stream().noneMatch(line -> line.contains(".internal")), example::toString);
			}
		}
		String needed = bundle.getHeaders().get("Import-Package");
		assertFalse(needed.contains("internal"), needed);
		assertEquals(null, bundle.getHeaders().get("Fragment-Host"));
	}
}
