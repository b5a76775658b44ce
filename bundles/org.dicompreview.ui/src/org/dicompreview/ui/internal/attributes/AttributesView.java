package org.dicompreview.ui.internal.attributes;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolders;
import org.dicompreview.ui.internal.PreviewListener;
import org.dicompreview.ui.internal.folders.FolderDropTarget;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.ISelectionService;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.swt.IFocusService;

import jakarta.inject.Inject;

/** Shows the elements of the instance on screen, and of its frame. Follows the slices that any other part selects. */
public final class AttributesView extends ViewPart {

	/** The jobs of this view, for tests and the progress view. */
	public static final Object JOB_FAMILY = AttributesView.class;

	/** Key binding context of this view. */
	static final String CONTEXT = "org.dicompreview.ui.attributesContext"; //$NON-NLS-1$

	/** Id of the tree for the focus service, so that keys for rows leave the search field alone. */
	static final String TREE = "org.dicompreview.ui.attributesTree"; //$NON-NLS-1$

	/** So long the slider must rest before another file is read; one that runs fast reads none. */
	private static final int REST_MS = 40;
	private static final int TYPING_MS = 100;
	/** A Preview that publishes nothing is between two series, unless that lasts. */
	static final int EMPTY_MS = 600;

	@Inject
	private DicomReaders reader;
	@Inject
	private OpenFolders folders;

	private final ISelectionListener follow = this::selectionChanged;
	private final Runnable searchNow = this::search;
	private final Runnable clearNow = this::clear;
	private Display display;
	private AttributesPane pane;
	private PreviewListener preview;
	private Target target;
	/** Whether the target is what the Preview shows, rather than what it has no image of. */
	private boolean ofPreview = true;
	private Content content;
	private ContentJob job;

	@Override
	public void createPartControl(Composite parent) {
		display = parent.getDisplay();
		pane = new AttributesPane(parent);
		pane.search().addListener(SWT.Modify, event -> display.timerExec(TYPING_MS, searchNow));
		pane.message(Messages.AttributesView_nothing);
		FolderDropTarget.install(pane, folders);
		FolderDropTarget.install(pane.table().viewer().getTree(), folders);
		createMenu();
		registerHandlers();
		ISelectionService selections = getSite().getWorkbenchWindow().getSelectionService();
		selections.addPostSelectionListener(follow);
		selectionChanged(null, selections.getSelection());
		preview = new PreviewListener(getSite().getPage(), this::selectionChanged);
	}

	private void createMenu() {
		MenuManager menu = new MenuManager();
		menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
		var viewer = pane.table().viewer();
		viewer.getTree().setMenu(menu.createContextMenu(viewer.getTree()));
		getSite().registerContextMenu(menu, viewer);
		getSite().setSelectionProvider(viewer);
		getSite().getService(IFocusService.class).addFocusTracker(viewer.getTree(), TREE);
		getSite().getService(EContextService.class).activateContext(CONTEXT);
	}

	private void registerHandlers() {
		IHandlerService handlers = getSite().getService(IHandlerService.class);
		handlers.activateHandler(IWorkbenchCommandConstants.NAVIGATE_COLLAPSE_ALL, new Handler(pane.table()::collapseAll));
		handlers.activateHandler(IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE, new Handler(pane::focusSearch));
	}

	void selectionChanged(IWorkbenchPart part, ISelection selected) {
		if (part == this || !(selected instanceof IStructuredSelection structured)) {
			return;
		}
		Target next = structured.size() == 1 ? Target.of(structured.getFirstElement()) : null;
		boolean preview = part != null && DicomPreview.PREVIEW.equals(part.getSite().getId());
		if (next != null) {
			display.timerExec(-1, clearNow);
			ofPreview = preview;
			show(next);
		} else if (structured.isEmpty() && preview && ofPreview) {
			display.timerExec(EMPTY_MS, clearNow);
		}
	}

	private void show(Target next) {
		if (!next.equals(target)) {
			target = next;
			load(content == null || next.sameFile(content.target()) ? 0 : REST_MS);
		}
	}

	private void search() {
		if (!pane.isDisposed() && target != null) {
			load(0);
		}
	}

	/** The newest request wins. */
	private void load(int delay) {
		if (job != null) {
			job.cancel();
		}
		ContentJob mine = new ContentJob(reader, target, content, SearchText.of(pane.search().getText()));
		job = mine;
		mine.addJobChangeListener(IJobChangeListener.onDone(event -> inUi(() -> {
			if (job == mine) {
				job = null;
				if (event.getResult().isOK()) {
					present(mine.content());
				} else {
					target = content == null ? null : content.target();
				}
			}
		})));
		mine.schedule(delay);
	}

	private void present(Content next) {
		boolean searched = !next.search().isEmpty() && (content == null || !next.search().equals(content.search()));
		content = next;
		setContentDescription(title(next.target()));
		pane.show(next, searched);
	}

	private static String title(Target target) {
		Object name = target.path().getFileName();
		return target.frame() <= 0 ? String.valueOf(name)
				: NLS.bind(Messages.AttributesView_titleFrame, name, Integer.toString(target.frame() + 1));
	}

	private void clear() {
		if (!pane.isDisposed()) {
			if (job != null) {
				job.cancel();
				job = null;
			}
			target = null;
			content = null;
			setContentDescription(""); //$NON-NLS-1$
			pane.message(Messages.AttributesView_nothing);
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

	/** {@return what is inside; for commands and tests} */
	AttributesPane pane() {
		return pane;
	}

	/** {@return whether this is on screen and nothing else was asked for since; for tests} */
	boolean shows(Target wanted) {
		return job == null && content != null && wanted.equals(content.target());
	}

	@Override
	public void setFocus() {
		pane.setFocus();
	}

	@Override
	public void dispose() {
		ISelectionService selections = getSite().getWorkbenchWindow().getSelectionService();
		selections.removePostSelectionListener(follow);
		if (preview != null) {
			preview.close();
		}
		if (job != null) {
			job.cancel();
		}
		super.dispose();
	}

	/** A command of the platform that means something to this view. */
	private static final class Handler extends AbstractHandler {

		private final Runnable action;

		Handler(Runnable action) {
			this.action = action;
		}

		@Override
		public Object execute(ExecutionEvent event) {
			action.run();
			return null;
		}
	}
}
