package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.internal.preview.SliderSeries.Coding;
import org.dicompreview.ui.internal.settings.Settings;
import org.dicompreview.viewer.RenderTarget;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportGrid;
import org.dicompreview.viewer.ViewportLayout;
import org.dicompreview.viewer.ViewportLink;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.management.OperatingSystemMXBean;

/**
 * How long it takes from a key press to the painted picture, in a real workbench. No test: {@code tests/bench-slider} runs
 * it. Keys are pressed as events of the screen, one whose picture the slider must show before the time ends; a scroll
 * presses them at the rate of a keyboard whatever the view is doing.
 */
class SliderBenchmark {

	private static final String PERSPECTIVE = "org.dicompreview.ui.perspective";
	private static final int SLICES = 500;
	private static final int MANY_SLICES = 10_000;
	private static final int VIEWPORTS = 4;
	private static final int LINKED_SLICES = 300;
	private static final int JUMPS = Integer.getInteger("dicompreview.slider.jumps", 150);
	private static final int PRESSES = Integer.getInteger("dicompreview.slider.presses", 240);
	/** What to measure, a pattern of names: of transfer syntaxes, {@code CINE}, {@code LINKED} and {@code MEMORY}. */
	private static final String ONLY = System.getProperty("dicompreview.slider.only", ".*");
	private static final long REPEAT_NS = 1_000_000_000L / 30;
	private static final long KEY_RETRY_NS = 1_000_000_000L;
	private static final long CINE_NS = 8_000_000_000L;
	private static final long SMALL_BUDGET = 64 << 20;
	private static final double MS = 1e6;
	private static final Point SMALL_CANVAS = new Point(800, 600);

	private final Display display = Display.getCurrent();
	private final IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
	private final OpenFolders folders = PlatformUI.getWorkbench().getService(OpenFolders.class);
	private final FrameLoader loader = PlatformUI.getWorkbench().getService(FrameLoader.class);
	private final List<Long> pressed = new ArrayList<>();
	private final List<Double> latencies = new ArrayList<>();
	private Viewport viewport;
	private long mostCached;
	/** How many of the pressed keys, from the first on, the picture on screen answers. */
	private IntSupplier reached = () -> 0;

	@BeforeEach
	void openView() throws Exception {
		PlatformUI.getWorkbench().showPerspective(PERSPECTIVE, page.getWorkbenchWindow());
		page.getWorkbenchWindow().getShell().setMaximized(true);
		page.showView(DicomPreview.SERIES_EXPLORER);
		PreviewView view = (PreviewView) page.showView(DicomPreview.PREVIEW);
		viewport = view.grid().active();
		page.getWorkbenchWindow().getShell().forceActive();
	}

	@AfterEach
	void closeAll() {
		folders.roots().forEach(folders::close);
		until("nothing is left open", () -> folders.catalog().patients().isEmpty());
		for (var reference : page.getViewReferences()) {
			page.hideView(reference);
		}
		loader.setBudget(Settings.cacheBytes());
	}

	@ParameterizedTest
	@EnumSource
	void latency(Coding coding) throws Exception {
		assumeTrue(coding.name().matches(ONLY), "not asked for");
		assumeTrue(coding.missingTool().isEmpty(), () -> coding.label + " is left out: there is no " + coding.missingTool());
		show(SliderSeries.folder(coding, SLICES), SLICES);
		jump(JUMPS); // the first ones are for the compiler
		latencies.clear();
		jump(JUMPS);
		report(coding.label + ", random jumps");
		scroll(PRESSES, SWT.ARROW_DOWN, 1);
		report(coding.label + ", scrolling at 30 a second");
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void cine(boolean jpeg) throws Exception {
		assumeTrue("CINE".matches(ONLY), "not asked for");
		assumeTrue(!jpeg || Coding.JPEG_LOSSLESS.missingTool().isEmpty(), "the JPEG cine is left out: there is no dcmcjpeg");
		Path folder = SliderSeries.cine(jpeg);
		folders.open(folder);
		until("the cine", () -> series().stream().anyMatch(series -> series.imageCount() > 1));
		viewport.show(series().get(0));
		until("its first picture", () -> viewport.model().navigator().count() > 1 && viewport.isSettled());
		int[] painted = { 0 };
		viewport.canvas().addListener(SWT.Paint, e -> painted[0]++);
		play(jpeg, painted, "the first time");
		play(jpeg, painted, "again");
		Shell shell = page.getWorkbenchWindow().getShell();
		RenderTarget target = ViewportProbe.target(viewport);
		Point size = shell.getSize();
		shell.setMaximized(false);
		shell.setSize(size.x - target.width() + SMALL_CANVAS.x, size.y - target.height() + SMALL_CANVAS.y);
		until("a smaller canvas", () -> ViewportProbe.target(viewport).height() < target.height() && viewport.isSettled());
		play(jpeg, painted, "in a smaller window");
	}

	private void play(boolean jpeg, int[] painted, String how) {
		painted[0] = 0;
		viewport.model().play();
		long start = System.nanoTime();
		until("the end of the time", () -> System.nanoTime() - start > CINE_NS);
		double seconds = (System.nanoTime() - start) / 1e9;
		viewport.model().stop();
		RenderTarget target = ViewportProbe.target(viewport);
		System.out.printf(Locale.ROOT, "SLIDER cine 800x600 colour, %s, on %dx%d, %s, %.0f s: %.1f painted a second,"
				+ " %d of %d dropped%n", jpeg ? "baseline JPEG" : "uncompressed", target.width(), target.height(), how, seconds,
				painted[0] / seconds, viewport.droppedPictures(), Math.round(seconds * 60));
	}

	/** Keys for one of four viewports, whose slices the others follow: what each of them paints counts. */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void linked(boolean oneSeries) throws Exception {
		assumeTrue("LINKED".matches(ONLY), "not asked for");
		folders.open(SliderSeries.sideBySide(VIEWPORTS, LINKED_SLICES));
		until("all series", () -> series().size() == VIEWPORTS
				&& series().stream().allMatch(series -> series.imageCount() == LINKED_SLICES));
		PreviewView view = (PreviewView) page.findView(DicomPreview.PREVIEW);
		page.activate(view);
		ViewportGrid grid = view.grid();
		grid.setLayout(ViewportLayout.FOUR);
		for (int i = 0; i < VIEWPORTS; i++) {
			grid.viewports().get(i).show(series().get(oneSeries ? 0 : i));
		}
		until("all pictures", () -> grid.viewports().stream()
				.allMatch(each -> each.model().navigator().count() == LINKED_SLICES && each.isSettled()));
		viewport = grid.active();
		viewport.canvas().addListener(SWT.Paint, e -> painted());
		grid.links().set(ViewportLink.SCROLL, true);
		awaitKeys();
		List<LinkedRate> rates = grid.viewports().stream().map(LinkedRate::new).toList();
		for (String how : List.of("the first time", "again")) {
			scroll(PRESSES, SWT.ARROW_DOWN, 1);
			until("all pictures", () -> grid.viewports().stream().allMatch(Viewport::isSettled));
			RenderTarget target = ViewportProbe.target(viewport);
			System.out.printf(Locale.ROOT, "SLIDER four linked viewports of %dx%d, %s, %s: %s slices a second (in all) painted%n",
					target.width(), target.height(), oneSeries ? "one series" : "four series", how,
					rates.stream().map(LinkedRate::text).collect(Collectors.joining(", ")));
			report("the one with the keys");
		}
		cost(grid);
	}

	/** The window manager may give the keys to the window later than the window believes. */
	private void awaitKeys() {
		ViewportProbe.scale(viewport).setFocus();
		long[] next = { 0 };
		until("a key that arrives", () -> {
			if (System.nanoTime() > next[0]) {
				next[0] = System.nanoTime() + KEY_RETRY_NS;
				post(SWT.KeyDown, SWT.END, '\0');
				post(SWT.KeyUp, SWT.END, '\0');
			}
			return viewport.model().navigator().index() == LINKED_SLICES - 1 && viewport.isSettled();
		});
	}

	/** What one key takes of the processors, with all that follows it: also told by a machine that has other work. */
	private void cost(ViewportGrid grid) {
		viewport.model().moveTo(0);
		until("the first slice", () -> grid.viewports().stream().allMatch(Viewport::isSettled));
		int keys = LINKED_SLICES / 2;
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		long process = system.getProcessCpuTime();
		long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
		for (int i = 0; i < keys; i++) {
			press(SWT.ARROW_DOWN, '\0');
			until("a picture in each", () -> pressed.isEmpty() && grid.viewports().stream().allMatch(Viewport::isSettled));
		}
		System.out.printf(Locale.ROOT, "SLIDER four linked viewports, one key after the other: %.1f ms of the processors for each,"
				+ " %.1f ms of them on the UI thread%n", (system.getProcessCpuTime() - process) / MS / keys,
				(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread) / MS / keys);
		latencies.clear();
	}

	/** How many slices a second come to the canvas of a viewport, from the first to the last. */
	private static final class LinkedRate {

		private final Viewport viewport;
		private final List<Long> painted = new ArrayList<>();
		private Slice last;

		LinkedRate(Viewport viewport) {
			this.viewport = viewport;
			viewport.canvas().addListener(SWT.Paint, e -> painted());
		}

		private void painted() {
			Slice now = viewport.model().rendered().filter(each -> !each.coarse()).map(RenderedSlice::slice).orElse(null);
			if (now != null && !now.equals(last)) {
				last = now;
				painted.add(System.nanoTime());
			}
			if (now != null && now.position() == 0) {
				painted.clear(); // where the keys begin
			}
		}

		String text() {
			double seconds = painted.isEmpty() ? 0 : (painted.get(painted.size() - 1) - painted.get(0)) / 1e9;
			return String.format(Locale.ROOT, "%.1f (%d)", seconds == 0 ? 0 : (painted.size() - 1) / seconds, painted.size());
		}
	}

	@Test
	void memory() throws Exception {
		assumeTrue("MEMORY".matches(ONLY), "not asked for");
		Coding coding = Coding.JPEG_LS.missingTool().isEmpty() ? Coding.JPEG_LS : Coding.UNCOMPRESSED;
		Path folder = SliderSeries.folder(coding, MANY_SLICES);
		loader.setBudget(SMALL_BUDGET);
		long before = usedHeap();
		show(folder, MANY_SLICES);
		resetPeaks();
		jump(JUMPS);
		report(MANY_SLICES + " slices, random jumps");
		scroll(PRESSES, SWT.PAGE_DOWN, PreviewCommands.PAGE);
		report(MANY_SLICES + " slices, ten at a time, 30 a second");
		long peak = peak();
		System.out.printf(Locale.ROOT, "SLIDER memory: %d slices of %s, budget 64 MB: frames cached at most %.1f MB; heap after"
				+ " collection %.1f MB (%.1f MB before the series), at most %.1f MB of %d MB in use; process at most %s%n",
				MANY_SLICES, coding.label, mostCached / 1048576.0, usedHeap() / 1048576.0, before / 1048576.0,
				peak / 1048576.0, Runtime.getRuntime().maxMemory() >> 20, residentPeak());
		assertTrue(mostCached <= SMALL_BUDGET, "the cache held " + mostCached + " bytes");
	}

	private void show(Path folder, int slices) throws Exception {
		folders.open(folder);
		until("the whole series", () -> series().stream().anyMatch(series -> series.imageCount() == slices));
		page.showView(DicomPreview.SERIES_EXPLORER).getSite().getSelectionProvider()
				.setSelection(new StructuredSelection(series().get(0)));
		until("the series on screen", () -> viewport.model().navigator().count() == slices && viewport.isSettled());
		page.activate(page.findView(DicomPreview.PREVIEW));
		RenderTarget target = ViewportProbe.target(viewport);
		System.out.printf(Locale.ROOT, "SLIDER canvas %dx%d%n", target.width(), target.height());
		viewport.canvas().addListener(SWT.Paint, e -> painted());
	}

	private List<Series> series() {
		return folders.catalog().patients().stream().flatMap(patient -> patient.studies().stream())
				.flatMap(study -> study.series().stream()).toList();
	}

	/** Types numbers and presses Enter; the next one when the picture of the last is painted. */
	private void jump(int times) {
		Random random = new Random(1);
		for (int i = 0; i < times; i++) {
			int count = viewport.model().navigator().count();
			int target = (viewport.model().navigator().index() + 1 + random.nextInt(count - 1)) % count; // the same again paints nothing
			ViewportProbe.number(viewport).setFocus();
			ViewportProbe.number(viewport).setText(Integer.toString(target + 1));
			until("the focus", () -> ViewportProbe.number(viewport).isFocusControl());
			expect(() -> place() == target ? 1 : 0);
			press(SWT.CR, '\r');
			until("slice " + target, () -> pressed.isEmpty());
		}
	}

	private void expect(IntSupplier answered) {
		reached = answered;
	}

	/** Holds a key down from the first slice on; a picture answers all keys up to the one that led to it. */
	private void scroll(int times, int key, int step) {
		viewport.model().moveTo(0);
		until("the first slice", viewport::isSettled);
		ViewportProbe.scale(viewport).setFocus();
		until("the focus", () -> ViewportProbe.scale(viewport).isFocusControl()
				&& Keyboard.isFor((PreviewView) page.findView(DicomPreview.PREVIEW)));
		latencies.clear();
		expect(() -> place() / step - latencies.size());
		long start = System.nanoTime();
		for (int i = 0; i < times; i++) {
			long due = start + i * REPEAT_NS;
			until("the next press", () -> System.nanoTime() >= due);
			press(key, '\0');
		}
		until("the last slice", pressed::isEmpty);
	}

	private void press(int key, char character) {
		pressed.add(System.nanoTime());
		post(SWT.KeyDown, key, character);
		post(SWT.KeyUp, key, character);
	}

	private void post(int type, int key, char character) {
		Event event = new Event();
		event.type = type;
		event.keyCode = key;
		event.character = character;
		assertTrue(display.post(event), "the screen takes no events");
	}

	/** After the canvas has painted itself. */
	private void painted() {
		mostCached = Math.max(mostCached, loader.cachedBytes());
		assertTrue(viewport.message().isEmpty(), viewport.message()); // an error is shown fast
		long now = System.nanoTime();
		for (int i = Math.min(pressed.size(), reached.getAsInt()); i > 0; i--) {
			latencies.add((now - pressed.remove(0)) / MS);
		}
	}

	/** {@return where the slice on the canvas stands on the slider, -1 while none is there in full} */
	private int place() {
		return viewport.model().rendered().filter(each -> !each.coarse()).map(RenderedSlice::slice).map(Slice::position).orElse(-1);
	}

	private void report(String what) {
		double[] sorted = latencies.stream().mapToDouble(Double::doubleValue).sorted().toArray();
		System.out.printf(Locale.ROOT, "SLIDER %-45s p50 %6.1f  p95 %6.1f  p99 %6.1f  max %6.1f ms, %d keys%n", what,
				at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99), sorted[sorted.length - 1], sorted.length);
		latencies.clear();
	}

	private static double at(double[] sorted, double part) {
		return sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
	}

	private static long usedHeap() {
		for (int i = 0; i < 5; i++) {
			System.gc();
		}
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	private static List<MemoryPoolMXBean> heap() {
		return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP).toList();
	}

	private static void resetPeaks() {
		heap().forEach(MemoryPoolMXBean::resetPeakUsage);
	}

	private static long peak() {
		return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
	}

	/** {@return the most memory that the process has had, where the system says so} */
	private static String residentPeak() throws Exception {
		Path status = Path.of("/proc/self/status");
		return Files.isReadable(status) ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM"))
				.map(line -> line.substring(6).strip()).findFirst().orElse("unknown") : "unknown";
	}
}
