package org.dicompreview.ui.internal.preview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.dicompreview.series.Slice;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.Preview;
import org.dicompreview.ui.Previews;
import org.dicompreview.ui.PreviewsListener;
import org.dicompreview.ui.internal.tools.PreviewTools;
import org.dicompreview.ui.internal.window.ActiveViewport;
import org.dicompreview.viewer.Appearance;
import org.dicompreview.viewer.Viewport;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The Previews and DICOM editors of all windows: which one of a window its commands are for, and what Previews that were
 * closed have shown. UI thread only.
 */
@Component(service = { Previews.class, WorkbenchPreviews.class })
public final class WorkbenchPreviews implements Previews {

	/** The parts of one window, the one used last first, and their commands. */
	private static final class OfWindow implements ActiveViewport {

		private final List<PreviewPart> parts = new ArrayList<>();
		private final PreviewCommands commands;
		private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
		/** Those that are present while commands ask for them again and again; {@code null} at other times. */
		private List<PreviewPart> present;

		OfWindow(IWorkbenchWindow window, PreviewTools tools) {
			commands = new PreviewCommands(window, tools, this::current, this);
		}

		@Override
		public Optional<Viewport> viewport() {
			return current().map(view -> view.grid().active());
		}

		@Override
		public void addListener(Runnable listener) {
			listeners.add(listener);
		}

		@Override
		public void removeListener(Runnable listener) {
			listeners.remove(listener);
		}

		void refresh() {
			present = present().toList(); // the workbench looks for each in all of its model
			try {
				commands.refresh();
			} finally {
				present = null;
			}
			listeners.forEach(Runnable::run);
		}

		private Stream<PreviewPart> present() {
			return present == null ? parts.stream().filter(PreviewPart::isPresent) : present.stream();
		}

		Optional<PreviewPart> current() {
			return present().findFirst();
		}

		private Stream<PreviewView> views() {
			return present().filter(PreviewView.class::isInstance).map(PreviewView.class::cast);
		}

		Optional<PreviewView> currentView() {
			return views().findFirst();
		}

		/** The one used last, unless it is pinned: then the next. One that is not linked lets no other take its place. */
		Optional<PreviewView> following() {
			return views().filter(view -> !view.pinned()).findFirst().filter(PreviewView::linked);
		}
	}

	/** Names a Preview that may be opened again. */
	private record Key(IWorkbenchWindow window, String secondaryId) {

		static Key of(IViewSite site) {
			return new Key(site.getWorkbenchWindow(), String.valueOf(site.getSecondaryId()));
		}
	}

	private final PreviewTools tools;
	private final ActiveViewportVariables variables = new ActiveViewportVariables(PlatformUI.getWorkbench(), this::current);
	private final Map<IWorkbenchWindow, OfWindow> windows = new HashMap<>();
	private final Map<Key, PreviewState> closed = new HashMap<>();
	/** All that are open, the one used last first. */
	private final List<PreviewView> open = new ArrayList<>();
	private final List<PreviewsListener> listeners = new CopyOnWriteArrayList<>();

	/** Called by DS. */
	@Activate
	public WorkbenchPreviews(@Reference PreviewTools tools) {
		this.tools = tools;
	}

	/** Called by DS. */
	@Deactivate
	void close() {
		variables.close();
	}

	/** Hears that a part shows something else. */
	public void shows(PreviewPart part) {
		variables.changed();
	}

	/** Hears of a part that was opened, which is the current one of its window at once. */
	public void opened(PreviewPart part) {
		windows.computeIfAbsent(part.window(), window -> new OfWindow(window, tools)).parts.add(0, part);
		refresh(part);
		if (part instanceof PreviewView view) {
			open.add(0, view);
			tell(listener -> listener.opened(view));
		}
	}

	/** Hears that a person uses a part. */
	public void used(PreviewPart part) {
		OfWindow window = windows.get(part.window());
		if (window != null && window.parts.remove(part)) {
			window.parts.add(0, part);
			window.refresh();
			variables.changed();
			if (part instanceof PreviewView view) {
				used(view);
			}
		}
	}

	private void used(PreviewView view) {
		boolean another = open.indexOf(view) > 0;
		open.remove(view);
		open.add(0, view);
		if (another) {
			activeChanged(view);
		}
	}

	/** Hears of a Preview that is closed. @param state what it shows, for the next time */
	void closed(PreviewView view, PreviewState state) {
		open.remove(view);
		closed.put(Key.of(view.getViewSite()), state);
		closed(view);
		closed.keySet().removeIf(key -> key.window().getShell() == null || key.window().getShell().isDisposed());
		tell(listener -> listener.closed(view));
	}

	/** Hears of a part that is closed. */
	public void closed(PreviewPart part) {
		variables.changed();
		OfWindow others = windows.get(part.window());
		if (others != null) {
			others.parts.remove(part);
			if (others.parts.isEmpty()) {
				others.commands.close();
				others.listeners.forEach(Runnable::run);
				windows.remove(part.window());
			} else {
				others.refresh();
			}
		}
	}

	@Override
	public List<Preview> previews() {
		return List.copyOf(open);
	}

	@Override
	public Optional<Preview> current() {
		return Optional.ofNullable(PlatformUI.getWorkbench().getActiveWorkbenchWindow()).flatMap(this::currentView)
				.map(Preview.class::cast);
	}

	@Override
	public Preview open(IWorkbenchPage page) throws PartInitException {
		Optional<PreviewView> current = currentView(page.getWorkbenchWindow());
		return open(page, current.map(PreviewView::name).orElse("")); //$NON-NLS-1$
	}

	@Override
	public Preview open(IWorkbenchPage page, String name) throws PartInitException {
		return (PreviewView) page.showView(DicomPreview.PREVIEW, name.isEmpty() ? null : name, IWorkbenchPage.VIEW_ACTIVATE);
	}

	@Override
	public void addListener(PreviewsListener listener) {
		listeners.add(listener);
	}

	@Override
	public void removeListener(PreviewsListener listener) {
		listeners.remove(listener);
	}

	/** Hears that another viewport is the active one. */
	void activeChanged(PreviewView view) {
		tell(listener -> listener.activeChanged(view, view.active()));
	}

	/** Hears of another slice. */
	void sliceChanged(PreviewView view, Viewport viewport, Optional<Slice> slice) {
		tell(listener -> listener.sliceChanged(view, viewport, slice));
	}

	/** Hears that slices are displayed in another way. */
	void appearanceChanged(PreviewView view, Viewport viewport, Appearance appearance) {
		tell(listener -> listener.appearanceChanged(view, viewport, appearance));
	}

	/** A listener of another plug-in must not take the Preview away. */
	private void tell(Consumer<PreviewsListener> change) {
		for (PreviewsListener listener : listeners) {
			try {
				change.accept(listener);
			} catch (RuntimeException | LinkageError e) {
				ILog.of(getClass()).error("A listener of the Previews failed: " + listener.getClass().getName(), e); //$NON-NLS-1$
			}
		}
	}

	/** {@return what a Preview showed when it was closed in its window, since the start} */
	Optional<PreviewState> lastState(IViewSite site) {
		return Optional.ofNullable(closed.get(Key.of(site)));
	}

	/** {@return the part that the commands of a window are for: the one used last of those that its perspective has} */
	Optional<PreviewPart> current(IWorkbenchWindow window) {
		return Optional.ofNullable(windows.get(window)).flatMap(OfWindow::current);
	}

	/** {@return the Preview of a window that goes along with what is selected; absent if none does} */
	Optional<PreviewView> following(IWorkbenchWindow window) {
		return Optional.ofNullable(windows.get(window)).flatMap(OfWindow::following);
	}

	/** {@return the Preview of a window that was used last} */
	private Optional<PreviewView> currentView(IWorkbenchWindow window) {
		return Optional.ofNullable(windows.get(window)).flatMap(OfWindow::currentView);
	}

	/** Lets the commands of a window show how things are now. @param part of the window */
	public void refresh(PreviewPart part) {
		variables.changed();
		OfWindow window = windows.get(part.window());
		if (window != null && window.current().filter(current -> current == part).isPresent()) {
			window.refresh();
		}
	}
}
