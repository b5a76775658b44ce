package org.dicompreview.ui.internal.preview;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

import org.dicompreview.series.Slice;
import org.dicompreview.testsupport.Locations;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.internal.explorer.ExplorerProbe;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportLayout;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

/** Walks at random through rows, views, commands, windows and files that change; knows when all has come to rest. UI thread. */
final class Walker {

	private static final List<String> MOVES = List.of("nextSlice", "nextSlice", "previousSlice", "nextPage", "previousPage", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
			"firstSlice", "lastSlice", "nextAlongAxis", "previousAlongAxis", "nextStack", "previousStack"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
	private static final List<String> LOOKS = List.of("invert", "overlays", "smooth", "flip", "flipVertical", "rotateRight", "rotateLeft", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$
			"zoomIn", "zoomOut", "zoomFit", "zoomOriginal", "reverse", "reset", "play"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$
	private static final List<String> SERIES = List.of("nextSeries", "nextSeries", "previousSeries"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	private static final List<String> VIEWPORTS = List.of("nextViewport", "previousViewport"); //$NON-NLS-1$ //$NON-NLS-2$
	private static final List<String> VIEWS = List.of(DicomPreview.PREVIEW, DicomPreview.SERIES_EXPLORER,
			DicomPreview.ATTRIBUTES);
	private static final String OURS = "org.dicompreview."; //$NON-NLS-1$
	/** All is at rest when nothing has happened for so long; the longest timer of the views is shorter. */
	private static final Duration QUIET = Duration.ofMillis(260);
	private static final Duration LIMIT = Duration.ofSeconds(60);
	private static final Runnable NAP = () -> {};
	private static final int REMEMBERED = 25;

	private final ScannedFolders folders = PlatformUI.getWorkbench().getService(ScannedFolders.class);
	private final List<Path> roots;
	private final WalkFiles files;
	private final Path changeable;
	private final Random random;
	private final Display display = Display.getCurrent();
	private final Deque<String> steps = new ArrayDeque<>();
	private final Map<String, Integer> done = new TreeMap<>();

	/**
	 * @param roots      what is opened
	 * @param files      what another part selects
	 * @param changeable files below may be changed
	 */
	Walker(List<Path> roots, WalkFiles files, Path changeable, Random random) {
		this.roots = roots;
		this.files = files;
		this.changeable = changeable;
		this.random = random;
	}

	/** Does one to four things, one right after the other, with no or some events handled in between. */
	void walk() throws Exception {
		for (int i = random.nextInt(4); i >= 0; i--) {
			step();
			for (int events = random.nextInt(4) * 10; events > 0 && display.readAndDispatch(); events--) {
				// one after another
			}
		}
	}

	/** {@return the pages of all windows} */
	static List<IWorkbenchPage> pages() {
		return Arrays.stream(PlatformUI.getWorkbench().getWorkbenchWindows()).map(IWorkbenchWindow::getActivePage).toList();
	}

	private void step() throws Exception {
		IWorkbenchPage page = pages().get(random.nextInt(pages().size()));
		int dice = random.nextInt(100);
		if (dice < 24) {
			click(page);
		} else if (dice < 31) {
			file(page);
		} else if (dice < 34) {
			viewports(page);
		} else if (dice < 52) {
			command(page, "move", MOVES); //$NON-NLS-1$
		} else if (dice < 62) {
			command(page, "series", SERIES); //$NON-NLS-1$
		} else if (dice < 72) {
			command(page, "look", LOOKS); //$NON-NLS-1$
		} else if (dice < 77) {
			wheel(page);
		} else if (dice < 85) {
			change(page);
		} else if (dice < 89) {
			view(page);
		} else if (dice < 92) {
			window();
		} else if (dice < 94) {
			folder();
		} else {
			again(page);
		}
	}

	private void did(String kind, Supplier<Object> what) {
		done.merge(kind, 1, Integer::sum);
		steps.addLast(kind + ' ' + what.get());
		if (steps.size() > REMEMBERED) {
			steps.removeFirst();
		}
	}

	private static ExplorerProbe explorer(IWorkbenchPage page) throws PartInitException {
		return new ExplorerProbe(page.showView(DicomPreview.SERIES_EXPLORER));
	}

	private void click(IWorkbenchPage page) throws PartInitException {
		List<Object> rows = explorer(page).rows();
		if (!rows.isEmpty()) {
			Object row = rows.get(random.nextInt(rows.size()));
			did("click", () -> ExplorerProbe.text(row)); //$NON-NLS-1$
			explorer(page).click(row);
		}
	}

	/** Selects a file or folder in another part, now and then several. */
	private void file(IWorkbenchPage page) throws PartInitException {
		List<Path> chosen = files.choose(random);
		did("file", () -> chosen); //$NON-NLS-1$
		WalkFiles.select(page, chosen);
	}

	/** Lays viewports out in another way, or goes to another one. */
	private void viewports(IWorkbenchPage page) throws PartInitException, CommandException {
		if (random.nextInt(3) > 0) {
			command(page, "viewport", VIEWPORTS); //$NON-NLS-1$
			return;
		}
		ViewportLayout layout = ViewportLayout.values()[random.nextInt(ViewportLayout.values().length)];
		did("layout", () -> layout); //$NON-NLS-1$
		((PreviewView) page.showView(DicomPreview.PREVIEW)).grid().setLayout(layout);
	}

	/** Clicks, or presses Enter on, what is highlighted already. */
	private void again(IWorkbenchPage page) throws PartInitException {
		List<Object> rows = explorer(page).selected();
		if (rows.size() == 1) {
			boolean enter = random.nextInt(4) == 0;
			did(enter ? "enter" : "again", () -> ExplorerProbe.text(rows.get(0))); //$NON-NLS-1$ //$NON-NLS-2$
			if (enter) {
				explorer(page).open();
			} else {
				explorer(page).click(rows.get(0));
			}
		}
	}

	private void command(IWorkbenchPage page, String kind, List<String> some) throws PartInitException, CommandException {
		PreviewView view = (PreviewView) page.showView(DicomPreview.PREVIEW);
		String command = some.get(random.nextInt(some.size()));
		String id = "org.dicompreview.ui.preview." + command; //$NON-NLS-1$
		if (view.getSite().getService(ICommandService.class).getCommand(id).isEnabled()) {
			did(kind, () -> command);
			view.getSite().getService(IHandlerService.class).executeCommand(id, null);
		}
	}

	private void wheel(IWorkbenchPage page) throws PartInitException {
		Canvas canvas = ((PreviewView) page.showView(DicomPreview.PREVIEW)).grid().active().canvas();
		int way = random.nextBoolean() ? 1 : -1;
		did("wheel", () -> way); //$NON-NLS-1$
		for (int i = random.nextInt(20); i >= 0; i--) {
			Event event = new Event();
			event.count = way;
			canvas.notifyListeners(SWT.MouseVerticalWheel, event);
		}
	}

	/** Changes the file on screen; then refreshes, as by F5, or selects its row again. */
	private void change(IWorkbenchPage page) throws IOException, PartInitException, CommandException {
		PreviewView view = (PreviewView) page.findView(DicomPreview.PREVIEW);
		Slice slice = view == null ? null : view.grid().active().model().slice().orElse(null);
		if (slice == null || Locations.path(slice.instance()).getFileSystem() != FileSystems.getDefault()
				|| !Locations.path(slice.instance()).startsWith(changeable)) {
			return;
		}
		boolean traceless = random.nextInt(3) == 0;
		did(traceless ? "change without trace" : "change", () -> slice); //$NON-NLS-1$ //$NON-NLS-2$
		Path file = Locations.path(slice.instance());
		if (traceless) {
			WalkFolder.changeWithoutTrace(file);
		} else {
			WalkFolder.changePixels(file);
		}
		List<Object> rows = explorer(page).selected();
		if (traceless || rows.size() != 1 || random.nextBoolean()) {
			page.activate(view);
			view.getSite().getService(IHandlerService.class).executeCommand(IWorkbenchCommandConstants.FILE_REFRESH, null);
		} else {
			explorer(page).click(rows.get(0));
		}
	}

	private void view(IWorkbenchPage page) throws PartInitException {
		String id = VIEWS.get(random.nextInt(VIEWS.size()));
		boolean close = page.findView(id) != null;
		did(close ? "close" : "show", () -> id); //$NON-NLS-1$ //$NON-NLS-2$
		if (close) {
			page.hideView(page.findView(id));
		} else {
			page.showView(id);
		}
	}

	private void window() throws WorkbenchException {
		List<IWorkbenchPage> pages = pages();
		did("windows", () -> pages.size()); //$NON-NLS-1$
		if (pages.size() > 1) {
			pages.get(1).getWorkbenchWindow().close();
		} else {
			PlatformUI.getWorkbench().openWorkbenchWindow(DicomPreview.PERSPECTIVE, null);
		}
	}

	private void folder() {
		Path root = roots.get(random.nextInt(roots.size()));
		boolean close = folders.roots().contains(root);
		did(close ? "close folder" : "open folder", () -> root); //$NON-NLS-1$ //$NON-NLS-2$
		if (close) {
			folders.close(root);
		} else {
			folders.open(root);
		}
	}

	/** Waits until nothing has happened for a while: no job of ours, no event, no picture under way. */
	void rest() throws CommandException {
		long begin = System.nanoTime();
		long quiet = begin;
		while (true) {
			assertTrue(System.nanoTime() - begin < LIMIT.toNanos(), () -> "no rest after " + history()); //$NON-NLS-1$
			boolean event = display.readAndDispatch();
			if (busy()) {
				quiet = System.nanoTime();
			} else if (!event && System.nanoTime() - quiet > QUIET.toNanos()) {
				return;
			}
			if (!event) {
				display.timerExec(10, NAP);
				display.sleep();
			}
		}
	}

	private boolean busy() throws CommandException {
		for (IWorkbenchPage page : pages()) {
			PreviewView view = (PreviewView) page.findView(DicomPreview.PREVIEW);
			for (Viewport viewport : view == null ? List.<Viewport>of() : view.grid().viewports()) {
				if (viewport.model().playback().playing()) {
					viewport.model().stop();
					return true;
				}
				if (page.isPartVisible(view) && viewport.model().slice().isPresent() && !viewport.isSettled()) {
					return true;
				}
			}
		}
		return Arrays.stream(Job.getJobManager().find(null)).anyMatch(job -> job.getClass().getName().startsWith(OURS));
	}

	/** {@return the last steps, a line each} */
	String history() {
		return String.join("\n\t", new ArrayList<>(steps)); //$NON-NLS-1$
	}

	/** {@return what was done how often} */
	String summary() {
		return done.toString();
	}
}
