package org.dicompreview.ui.internal.preview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.ui.internal.tools.PreviewTools;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchWindow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The Previews of all windows: which one of a window its commands are for, and what those that were closed have shown. UI
 * thread only.
 */
@Component(service = Previews.class)
public final class Previews {

	/** The Previews of one window, the one used last first, and their commands. */
	private static final class OfWindow {

		private final List<PreviewView> views = new ArrayList<>();
		private final PreviewCommands commands;

		OfWindow(IWorkbenchWindow window, PreviewTools tools) {
			commands = new PreviewCommands(window, tools, this::current);
		}

		Optional<PreviewView> current() {
			return views.stream().filter(OfWindow::isInPerspective).findFirst();
		}

		private static boolean isInPerspective(PreviewView view) {
			IViewSite site = view.getViewSite();
			return site.getPage().findViewReference(site.getId(), site.getSecondaryId()) != null;
		}
	}

	/** Names a Preview that may be opened again. */
	private record Key(IWorkbenchWindow window, String secondaryId) {

		static Key of(IViewSite site) {
			return new Key(site.getWorkbenchWindow(), String.valueOf(site.getSecondaryId()));
		}
	}

	private final PreviewTools tools;
	private final Map<IWorkbenchWindow, OfWindow> windows = new HashMap<>();
	private final Map<Key, PreviewState> closed = new HashMap<>();

	/** Called by DS. */
	@Activate
	public Previews(@Reference PreviewTools tools) {
		this.tools = tools;
	}

	/** Hears of a Preview that was opened, which is the current one of its window at once. */
	void opened(PreviewView view) {
		windows.computeIfAbsent(view.getSite().getWorkbenchWindow(), window -> new OfWindow(window, tools)).views.add(0, view);
		refresh(view);
	}

	/** Hears that a person uses a Preview. */
	void used(PreviewView view) {
		OfWindow window = windows.get(view.getSite().getWorkbenchWindow());
		if (window != null && window.views.remove(view)) {
			window.views.add(0, view);
			window.commands.refresh();
		}
	}

	/** Hears of a Preview that is closed. @param state what it shows, for the next time */
	void closed(PreviewView view, PreviewState state) {
		IWorkbenchWindow window = view.getSite().getWorkbenchWindow();
		closed.put(Key.of(view.getViewSite()), state);
		OfWindow others = windows.get(window);
		if (others != null) {
			others.views.remove(view);
			if (others.views.isEmpty()) {
				others.commands.close();
				windows.remove(window);
			} else {
				others.commands.refresh();
			}
		}
		closed.keySet().removeIf(key -> key.window().getShell() == null || key.window().getShell().isDisposed());
	}

	/** {@return what a Preview showed when it was closed in its window, since the start} */
	Optional<PreviewState> lastState(IViewSite site) {
		return Optional.ofNullable(closed.get(Key.of(site)));
	}

	/** {@return the Preview that the commands of a window are for: the one used last of those that its perspective has} */
	Optional<PreviewView> current(IWorkbenchWindow window) {
		return Optional.ofNullable(windows.get(window)).flatMap(OfWindow::current);
	}

	/** Lets the commands of a window show how things are now. @param view of the window */
	void refresh(PreviewView view) {
		OfWindow window = windows.get(view.getSite().getWorkbenchWindow());
		if (window != null && window.current().filter(current -> current == view).isPresent()) {
			window.commands.refresh();
		}
	}
}
