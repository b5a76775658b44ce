package org.dicompreview.ui.internal.explorer;

import java.util.concurrent.atomic.AtomicReference;

import org.dicompreview.series.Series;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.internal.folders.FolderDropTarget;
import org.dicompreview.ui.internal.folders.FolderState;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.swt.IFocusService;

import jakarta.inject.Inject;

/** View of the open folders: patients, studies, series and stacks, and what could not be read. */
public final class SeriesExplorerView extends ViewPart {

	/** Id of the tree for the focus service, so that keys for rows leave the filter alone. */
	static final String TREE = "org.dicompreview.ui.explorerTree"; //$NON-NLS-1$

	/** Key binding context of this view. */
	static final String CONTEXT = "org.dicompreview.ui.explorerContext"; //$NON-NLS-1$

	private static final String OPEN_FOLDER = "org.dicompreview.ui.openFolder"; //$NON-NLS-1$
	private static final int DEBOUNCE_MS = 150;

	@Inject
	private ScannedFolders folders;

	private final AtomicReference<Snapshot> latest = new AtomicReference<>();
	private final Runnable filterNow = this::filter;
	private final Runnable requestSnapshot = this::requestSnapshot;
	private Display display;
	private SnapshotJob snapshots;
	private Text filter;
	private Composite pages;
	private EmptyPage empty;
	private ExplorerTree tree;
	private ScanLine scanLine;

	@Override
	public void createPartControl(Composite parent) {
		display = parent.getDisplay();
		snapshots = new SnapshotJob(folders, this::post);
		NodeImages images = new NodeImages(parent);
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
		createFilter(parent);
		pages = new Composite(parent, SWT.NONE);
		pages.setLayout(new StackLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(pages);
		empty = new EmptyPage(pages, images.named("explorer_large"), () -> run(OPEN_FOLDER)); //$NON-NLS-1$
		createTree();
		scanLine = new ScanLine(parent, images.named("stop"), this::stop); //$NON-NLS-1$
		FolderDropTarget.install(pages, folders);
		FolderDropTarget.install(tree.viewer().getTree(), folders);
		registerHandlers();
		choosePage();
		folders.addListener(requestSnapshot);
		snapshots.filter(Filter.NONE);
	}

	private void createFilter(Composite parent) {
		filter = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		filter.setMessage(Messages.SeriesExplorerView_filter);
		GridDataFactory.fillDefaults().grab(true, false).indent(0, 2).applyTo(filter);
		filter.addListener(SWT.Modify, event -> display.timerExec(DEBOUNCE_MS, filterNow));
		filter.addListener(SWT.KeyDown, this::filterKey);
	}

	private void filterKey(Event event) {
		if (event.keyCode == SWT.ESC) {
			filter.setText(""); //$NON-NLS-1$
			event.doit = false;
		} else if (event.keyCode == SWT.ARROW_DOWN || event.keyCode == SWT.CR) {
			tree.viewer().getTree().setFocus();
			event.doit = false;
		}
	}

	private void createTree() {
		tree = new ExplorerTree(pages, snapshots::want);
		TreeViewer viewer = tree.viewer();
		viewer.addOpenListener(event -> open((IStructuredSelection) event.getSelection()));
		MenuManager menu = new MenuManager();
		menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
		viewer.getTree().setMenu(menu.createContextMenu(viewer.getTree()));
		getSite().registerContextMenu(menu, viewer);
		getSite().setSelectionProvider(viewer);
		getSite().getService(IFocusService.class).addFocusTracker(viewer.getTree(), TREE);
		getSite().getService(IContextService.class).activateContext(CONTEXT);
	}

	private void registerHandlers() {
		IHandlerService handlers = getSite().getService(IHandlerService.class);
		handlers.activateHandler(IWorkbenchCommandConstants.FILE_REFRESH,
				new Handler(() -> folders.roots().forEach(folders::refresh)));
		handlers.activateHandler(IWorkbenchCommandConstants.NAVIGATE_COLLAPSE_ALL, new Handler(tree.viewer()::collapseAll));
		handlers.activateHandler(IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE, new Handler(this::focusFilter));
	}

	private void open(IStructuredSelection selection) {
		if (!(selection.getFirstElement() instanceof Node node)) {
			return;
		}
		if (Adapters.adapt(node, Series.class) == null) {
			tree.viewer().setExpandedState(node, !tree.viewer().getExpandedState(node));
			return;
		}
		try {
			getSite().getPage().showView(DicomPreview.PREVIEW);
		} catch (PartInitException e) {
			ILog.of(getClass()).log(e.getStatus());
		}
	}

	private void focusFilter() {
		filter.setFocus();
		filter.selectAll();
	}

	private void stop() {
		folders.states().stream().filter(FolderState::busy).map(FolderState::root).forEach(folders::stop);
	}

	private void filter() {
		if (!filter.isDisposed()) {
			snapshots.filter(new Filter(filter.getText()));
		}
	}

	private void run(String command) {
		try {
			getSite().getService(IHandlerService.class).executeCommand(command, null);
		} catch (CommandException e) {
			ILog.of(getClass()).error("Cannot run " + command, e); //$NON-NLS-1$
		}
	}

	/** Any thread. */
	private void requestSnapshot() {
		snapshots.request();
	}

	/** Takes the newest snapshot to the UI thread; any thread. */
	private void post(Snapshot snapshot) {
		if (latest.getAndSet(snapshot) == null && !display.isDisposed()) {
			display.asyncExec(() -> {
				Snapshot newest = latest.getAndSet(null);
				if (!pages.isDisposed()) {
					show(newest);
				}
			});
		}
	}

	private void show(Snapshot snapshot) {
		long start = System.nanoTime();
		tree.show(snapshot);
		scanLine.show(snapshot.states());
		choosePage();
		selectForTheUser();
		snapshots.shown(System.nanoTime() - start);
	}

	private void choosePage() {
		boolean nothing = tree.current().states().isEmpty();
		StackLayout layout = (StackLayout) pages.getLayout();
		Composite page = nothing ? empty : tree.viewer().getTree();
		if (layout.topControl != page) {
			layout.topControl = page;
			filter.setVisible(!nothing);
			((GridData) filter.getLayoutData()).exclude = nothing;
			pages.layout();
			pages.getParent().layout();
		}
	}

	/** Shows the first picture at once after something was opened; never takes a selection away. */
	private void selectForTheUser() {
		if (!tree.nothingSelected()) {
			folders.takeOpened();
		} else {
			tree.first(series -> series.imageCount() > 0).filter(series -> folders.takeOpened()).ifPresent(tree::select);
		}
	}

	/** {@return the tree; for tests} */
	ExplorerTree tree() {
		return tree;
	}

	@Override
	public void setFocus() {
		((StackLayout) pages.getLayout()).topControl.setFocus();
	}

	@Override
	public void dispose() {
		if (snapshots != null) {
			folders.removeListener(requestSnapshot);
			snapshots.end();
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
