package org.dicompreview.ui.internal.preview;

import static org.dicompreview.ui.internal.Conditions.until;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.dicompreview.series.Patient;
import org.dicompreview.series.Series;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

/** Does what comes to its mind with the views, each time as an event of its own. UI thread only. */
final class RandomUser {

	private static final List<String> MOVES = List.of("nextSlice", "nextSlice", "nextSlice", "previousSlice", "nextPage", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$
			"previousPage", "firstSlice", "lastSlice", "nextAlongAxis", "previousAlongAxis", "nextStack", "previousStack"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$
	private static final List<String> LOOKS = List.of("invert", "overlays", "smooth", "flip", "flipVertical", "rotateRight", "rotateLeft", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$
			"zoomIn", "zoomOut", "zoomFit", "zoomOriginal", "reverse", "reset", "play", "playFaster", "playSlower"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$
	private static final int BURST = 20;

	private final IWorkbenchPage page;
	private final OpenFolders folders;
	private final List<Path> roots;
	private final Random random;
	private final Display display = Display.getCurrent();
	private final List<WeakReference<PreviewView>> closed = new ArrayList<>();
	private final Map<String, Integer> done = new TreeMap<>();
	private int closings;
	private Exception failure;

	RandomUser(IWorkbenchPage page, OpenFolders folders, List<Path> roots, Random random) {
		this.page = page;
		this.folders = folders;
		this.roots = roots;
		this.random = random;
	}

	/** Works for so long, while events are handled. */
	void work(Duration time) throws Exception {
		long end = System.nanoTime() + time.toNanos();
		while (System.nanoTime() < end && failure == null) {
			boolean[] acted = new boolean[1];
			display.asyncExec(() -> {
				act();
				acted[0] = true;
			});
			until("an action", () -> acted[0]); //$NON-NLS-1$
			if (random.nextInt(4) == 0) {
				until("a settled picture", this::settled); //$NON-NLS-1$
			}
		}
		if (failure != null) {
			throw failure;
		}
	}

	private boolean settled() {
		PreviewView view = (PreviewView) page.findView(DicomPreview.PREVIEW);
		return view == null || !page.isPartVisible(view) || view.grid().active().model().slice().isEmpty()
				|| view.grid().active().model().playback().playing()
				|| view.grid().active().isSettled();
	}

	private void act() {
		try {
			int dice = random.nextInt(100);
			if (dice < 45) {
				run("move", MOVES.get(random.nextInt(MOVES.size()))); //$NON-NLS-1$
			} else if (dice < 60) {
				drag();
			} else if (dice < 75) {
				run("look", LOOKS.get(random.nextInt(LOOKS.size()))); //$NON-NLS-1$
			} else if (dice < 85) {
				wheel();
			} else if (dice < 94) {
				select();
			} else if (dice < 98) {
				reopenView();
			} else {
				reopenFolder();
			}
		} catch (Exception e) {
			failure = e;
		}
	}

	private PreviewView view() throws Exception {
		PreviewView view = (PreviewView) page.showView(DicomPreview.PREVIEW);
		if (folders.roots().isEmpty()) {
			folders.open(roots.get(random.nextInt(roots.size())));
		}
		return view;
	}

	private void run(String kind, String command) throws Exception {
		PreviewView view = view();
		String id = "org.dicompreview.ui.preview." + command; //$NON-NLS-1$
		if (view.getSite().getService(ICommandService.class).getCommand(id).isEnabled()) {
			view.getSite().getService(IHandlerService.class).executeCommand(id, null);
			count(kind);
		}
	}

	/** Drags from the middle with the left or the middle button. */
	private void drag() throws Exception {
		Canvas canvas = view().grid().active().canvas();
		Point size = canvas.getSize();
		int button = random.nextInt(3) == 0 ? 2 : 1;
		mouse(canvas, SWT.MouseDown, button, size.x / 2, size.y / 2);
		for (int i = 0; i < BURST; i++) {
			mouse(canvas, SWT.MouseMove, 0, size.x / 2 + random.nextInt(200) - 100, size.y / 2 + random.nextInt(200) - 100);
		}
		mouse(canvas, SWT.MouseUp, button, size.x / 2, size.y / 2);
		mouse(canvas, SWT.MouseMove, 0, random.nextInt(size.x + 1), random.nextInt(size.y + 1));
		count("drag"); //$NON-NLS-1$
	}

	private static void mouse(Canvas canvas, int type, int button, int x, int y) {
		Event event = new Event();
		event.button = button;
		event.x = x;
		event.y = y;
		canvas.notifyListeners(type, event);
	}

	private void wheel() throws Exception {
		Canvas canvas = view().grid().active().canvas();
		int way = random.nextBoolean() ? 1 : -1;
		int keys = random.nextInt(4) == 0 ? SWT.MOD1 : 0;
		for (int i = 0; i < BURST; i++) {
			Event event = new Event();
			event.count = way;
			event.stateMask = keys;
			canvas.notifyListeners(SWT.MouseVerticalWheel, event);
		}
		count("wheel"); //$NON-NLS-1$
	}

	private void select() throws Exception {
		List<Series> all = folders.catalog().patients().stream().map(Patient::studies).flatMap(List::stream)
				.flatMap(study -> study.series().stream()).toList();
		if (!all.isEmpty()) {
			page.showView(DicomPreview.SERIES_EXPLORER).getSite().getSelectionProvider()
					.setSelection(new StructuredSelection(all.get(random.nextInt(all.size()))));
			count("select"); //$NON-NLS-1$
		}
	}

	private void reopenView() throws Exception {
		String id = List.of(DicomPreview.PREVIEW, DicomPreview.PREVIEW, DicomPreview.SERIES_EXPLORER, DicomPreview.ATTRIBUTES)
				.get(random.nextInt(4));
		if (page.findView(id) != null) {
			if (page.findView(id) instanceof PreviewView preview) {
				closed.add(new WeakReference<>(preview));
			}
			page.hideView(page.findView(id));
			closings++;
			count("close " + id.substring(id.lastIndexOf('.') + 1)); //$NON-NLS-1$
		} else {
			page.showView(id);
		}
	}

	private void reopenFolder() {
		Path root = roots.get(random.nextInt(roots.size()));
		if (folders.roots().contains(root)) {
			folders.close(root);
			count("close folder"); //$NON-NLS-1$
		} else {
			folders.open(root);
		}
	}

	private void count(String what) {
		done.merge(what, 1, Integer::sum);
	}

	/** {@return what was done how often} */
	String summary() {
		return done.toString();
	}

	/** {@return the Previews that were closed} */
	List<WeakReference<PreviewView>> closedPreviews() {
		return closed;
	}

	/** {@return how many views were closed} */
	int closings() {
		return closings;
	}
}
