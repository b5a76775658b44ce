package org.dicompreview.ui.internal.attributes;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.dicompreview.dicom.DicomReaders;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.swt.IFocusService;

/** The elements of one instance, with a search field, for a view or the page of an editor. Ends with its control. UI thread. */
public final class AttributesControl {

	/** Id of the tree for the focus service, so that keys for rows leave the search field alone. */
	static final String TREE = "org.dicompreview.ui.attributesTree"; //$NON-NLS-1$

	/** So long the slider must rest before another file is read; one that runs fast reads none. */
	private static final int REST_MS = 40;
	private static final int TYPING_MS = 100;

	private final DicomReaders reader;
	private final Consumer<String> title;
	private final Display display;
	private final AttributesPane pane;
	private final Runnable searchNow = this::search;
	private Target target;
	/** What was selected last of what has elements. */
	private Object element;
	/** What was selected of which the content is. */
	private Object shown;
	/** What is wanted unless the target, which may be any file, turns out to be DICOM. */
	private Target otherwise;
	private Content content;
	private ContentJob job;
	/** Selects a row that somebody wants to see, once it is there. */
	private Runnable reveal;

	/**
	 * @param parent lays it out
	 * @param reader reads the elements
	 * @param title  takes the name of what is shown; empty text for nothing
	 */
	public AttributesControl(Composite parent, DicomReaders reader, Consumer<String> title) {
		this.reader = reader;
		this.title = title;
		display = parent.getDisplay();
		pane = new AttributesPane(parent);
		pane.search().addListener(SWT.Modify, event -> display.timerExec(TYPING_MS, searchNow));
		pane.message(Messages.AttributesView_nothing);
		pane.addDisposeListener(event -> cancel());
	}

	/** Lets the keys of a site know when the tree has the focus. */
	public void trackFocus(IWorkbenchPartSite site) {
		site.getService(IFocusService.class).addFocusTracker(pane.table().viewer().getTree(), TREE);
	}

	/** Gives the tree a context menu. @param site takes the menu and what it is about */
	public void createMenu(BiConsumer<MenuManager, ISelectionProvider> site) {
		TreeViewer viewer = pane.table().viewer();
		MenuManager menu = new MenuManager();
		menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
		viewer.getTree().setMenu(menu.createContextMenu(viewer.getTree()));
		site.accept(menu, viewer);
	}

	/** {@return the control} */
	public Control control() {
		return pane;
	}

	/** Shows the elements of what is selected, if that is a slice, an instance or a file. {@return whether it is} */
	public boolean show(Object selected) {
		Target next = Target.of(selected);
		if (next != null) {
			element = selected;
			show(next);
		}
		return next != null;
	}

	/**
	 * Selects an element once the elements are shown, and ends a search that may hide it.
	 *
	 * @param tag    its tag
	 * @param offset byte offset of its value or header; -1 for the first one with the tag
	 */
	public void reveal(int tag, long offset) {
		reveal = () -> pane.table().reveal(tag, offset);
		pane.search().setText(""); //$NON-NLS-1$
		revealNow();
	}

	private void revealNow() {
		if (reveal != null && job == null && content != null && content.data() != null && content.search().isEmpty()) {
			reveal.run();
			reveal = null;
		}
	}

	/** {@return what was selected of which the elements are shown} */
	Optional<Object> shown() {
		return Optional.ofNullable(content).map(now -> shown);
	}

	/** The newest request wins. */
	void show(Target next) {
		if (!next.equals(target)) {
			otherwise = !next.anyFile() ? null : target != null && target.anyFile() ? otherwise : target;
			target = next;
			load(content == null || next.sameFile(content.target()) ? 0 : REST_MS);
		}
	}

	private void search() {
		if (!pane.isDisposed() && target != null) {
			load(0);
		}
	}

	private void load(int delay) {
		cancel();
		ContentJob mine = new ContentJob(reader, target, content, SearchText.of(pane.search().getText()));
		Object selected = element;
		job = mine;
		mine.addJobChangeListener(IJobChangeListener.onDone(event -> inUi(() -> {
			if (job == mine) {
				job = null;
				if (event.getResult().isOK()) {
					shown = selected;
					otherwise = null;
					present(mine.content());
				} else {
					target = content == null ? null : content.target();
					Optional.ofNullable(otherwise).ifPresent(this::show);
				}
			}
		})));
		mine.schedule(delay);
	}

	private void present(Content next) {
		boolean searched = !next.search().isEmpty() && (content == null || !next.search().equals(content.search()));
		content = next;
		title.accept(title(next.target()));
		pane.show(next, searched);
		revealNow();
	}

	private static String title(Target target) {
		String name = target.location().name();
		return target.frame() <= 0 ? name
				: NLS.bind(Messages.AttributesView_titleFrame, name, Integer.toString(target.frame() + 1));
	}

	/** Shows nothing. */
	void clear() {
		if (!pane.isDisposed()) {
			cancel();
			target = null;
			otherwise = null;
			content = null;
			element = null;
			shown = null;
			title.accept(""); //$NON-NLS-1$
			pane.message(Messages.AttributesView_nothing);
		}
	}

	private void cancel() {
		if (job != null) {
			job.cancel();
			job = null;
		}
	}

	private void inUi(Runnable update) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!pane.isDisposed()) {
					update.run();
				}
			});
		}
	}

	/** {@return what is inside} */
	AttributesPane pane() {
		return pane;
	}

	/** {@return whether this is on screen and nothing else was asked for since; for tests} */
	boolean shows(Target wanted) {
		return job == null && content != null && wanted.equals(content.target());
	}
}
