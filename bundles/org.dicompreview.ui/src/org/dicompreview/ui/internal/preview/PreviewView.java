package org.dicompreview.ui.internal.preview;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;

import org.dicompreview.rendering.ColorMaps;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.PresentationStates;
import org.dicompreview.rendering.overlay.ImageOverlays;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.Slice;
import org.dicompreview.series.document.InstanceDocuments;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolder;
import org.dicompreview.ui.Preview;
import org.dicompreview.ui.internal.HelpContexts.Context;
import org.dicompreview.ui.internal.HelpContexts;
import org.dicompreview.ui.internal.Selected;
import org.dicompreview.ui.internal.ShowIn;
import org.dicompreview.ui.internal.folders.FolderDropTarget;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.dicompreview.ui.internal.tools.PreviewTools;
import org.dicompreview.viewer.Appearance;
import org.dicompreview.viewer.PlaybackState;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportGrid;
import org.dicompreview.viewer.ViewportGridListener;
import org.dicompreview.viewer.ViewportLinksListener;
import org.dicompreview.viewer.ViewportListener;
import org.dicompreview.viewer.ViewportMemory;
import org.dicompreview.viewer.ViewportServices;
import org.dicompreview.viewer.ViewportState;
import org.dicompreview.viewer.Viewports;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.ISelectionService;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.IShowInSource;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.IShowInTargetList;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.part.ViewPart;

import jakarta.inject.Inject;

/**
 * Shows the images of what is selected anywhere in its window, in the active one of its viewports, and publishes the slice on
 * screen there as its own selection. Where a window has several Previews, the one used last goes along with the selection.
 */
public final class PreviewView extends ViewPart implements Preview, PreviewPart, IShowInTarget {

	private static final int COALESCE_MS = 200;
	private static final String PINNED = "pinned"; //$NON-NLS-1$
	private static final String LINKED = "linked"; //$NON-NLS-1$

	@Inject
	private ScannedFolders folders;
	@Inject
	private SeriesModel model;
	@Inject
	private Viewports viewports;
	@Inject
	private FrameLoader loader;
	@Inject
	private FrameRenderer renderer;
	@Inject
	private PresentationStates states;
	@Inject
	private InstanceDocuments documents;
	@Inject
	private ImageOverlays overlays;
	@Inject
	private PreviewMemory memory;
	@Inject
	private PreviewLayers layers;
	@Inject
	private PreviewTools tools;
	@Inject
	private WorkbenchPreviews previews;
	@Inject
	private ColorMaps colorMaps;

	private final ISelectionListener follow = this::selectionChanged;
	private final Runnable catalogListener = this::catalogChanged;
	private final IPartListener2 partListener = new PartListener();
	private final SliceSelection selection = new SliceSelection(this::isOpen, this::isBusy);
	private final Map<Viewport, ViewportOpener> openers = new HashMap<>();
	/** What each part told last: one that is activated again tells the same again, and the person may have moved on. */
	private final Map<IWorkbenchPart, WeakReference<Object>> told = new WeakHashMap<>();
	private Display display;
	private ViewportGrid grid;
	private Menu menu;
	/** What was shown when the workbench was closed; absent where the workbench knows of nothing. */
	private Optional<PreviewState> restored = Optional.empty();
	private boolean pinned;
	private boolean linked = true;
	private boolean catalogPending;

	@Override
	public void init(IViewSite site, IMemento memento) throws PartInitException {
		super.init(site, memento);
		if (memento != null) {
			Map<String, String> map = new HashMap<>();
			for (String key : memento.getAttributeKeys()) {
				map.put(key, memento.getString(key));
			}
			pinned = Boolean.TRUE.equals(memento.getBoolean(PINNED));
			linked = !Boolean.FALSE.equals(memento.getBoolean(LINKED));
			restored = Optional.of(map).filter(found -> found.containsKey(PreviewState.LAYOUT)).map(PreviewState::fromMap);
		}
	}

	@Override
	public void saveState(IMemento memento) {
		state().toMap().forEach(memento::putString);
		memento.putBoolean(PINNED, pinned);
		memento.putBoolean(LINKED, linked);
	}

	@Override
	public void createPartControl(Composite parent) {
		display = parent.getDisplay();
		grid = viewports.createGrid(parent,
				new ViewportServices(loader, renderer, states, documents, overlays, memory, layers.registry(), tools.registry()));
		grid.control().addDisposeListener(e -> memory.save(state()));
		HelpContexts.set(grid.control(), Context.PREVIEW);
		getSite().setSelectionProvider(selection);
		createMenu();
		grid.addListener(new GridListener());
		grid.links().addListener(new ViewportLinksListener() {
			@Override
			public void linksChanged() {
				previews.refresh(PreviewView.this);
			}
		});
		grid.viewports().forEach(this::added);
		previews.opened(this);
		getSite().getPage().addPartListener(partListener);
		getSite().getService(IHandlerService.class).activateHandler(IWorkbenchCommandConstants.FILE_REFRESH,
				new RefreshHandler());
		releaseKeysWhileTyping();
		followToolBar();
		restore(previews.lastState(getViewSite()).or(() -> restored).orElseGet(memory::last));
		folders.catalog().addListener(catalogListener);
		ISelectionService selections = getSite().getWorkbenchWindow().getSelectionService();
		selections.addPostSelectionListener(follow);
		// The explorer selects what a scan finds first, whichever part is active then.
		selections.addPostSelectionListener(DicomPreview.SERIES_EXPLORER, follow);
		selectionChanged(null, selections.getSelection(DicomPreview.SERIES_EXPLORER));
		followSelection();
	}

	private void followSelection() {
		selectionChanged(null, getSite().getWorkbenchWindow().getSelectionService().getSelection());
	}

	/** {@return whether it keeps what it shows, whatever is selected or sent to the Preview} */
	boolean pinned() {
		return pinned;
	}

	/** Keeps what is shown, or not. Another Preview of the window goes along then, if there is one. */
	void setPinned(boolean on) {
		pinned = on;
		previews.refresh(this);
	}

	/** {@return whether it goes along with what is selected in other parts} */
	boolean linked() {
		return linked;
	}

	/** Goes along with what is selected, from now on, or not. */
	void setLinked(boolean on) {
		linked = on;
		previews.refresh(this);
		if (on) {
			followSelection();
		}
	}

	/** The file of an editor is shown if it is DICOM; that of a DICOM editor follows from its selection. */
	private void followEditor(IWorkbenchPart part) {
		if (part instanceof IEditorPart editor && !(part instanceof PreviewPart) && isCurrent()) {
			Selected.files(editor.getEditorInput()).ifPresent(openers.get(grid.active())::openIfDicom);
		}
	}

	@Override
	public boolean show(ShowInContext context) {
		return input(context).map(input -> {
			openers.get(grid.active()).open(input);
			return true;
		}).orElse(false);
	}

	private static Optional<PreviewInput> input(ShowInContext context) {
		Optional<PreviewInput> selected = context.getSelection() instanceof IStructuredSelection structured
				? PreviewInput.of(structured.toList()) : Optional.empty();
		return selected.or(() -> Optional.ofNullable(context.getInput()).flatMap(input -> PreviewInput.of(List.of(input))));
	}

	private void createMenu() {
		MenuManager manager = new MenuManager();
		manager.setRemoveAllWhenShown(true);
		menu = manager.createContextMenu(grid.control());
		getSite().registerContextMenu(DicomPreview.PREVIEW, manager, selection);
	}

	private void added(Viewport viewport) {
		openers.put(viewport, new ViewportOpener(viewport, folders, model));
		viewport.canvas().setMenu(menu);
		FolderDropTarget.install(viewport.canvas(), folders, new ItemDrop(viewport));
		viewport.model().addListener(new ModelListener(viewport));
	}

	/** Shows what was shown before, as soon as scans have found it. */
	private void restore(PreviewState state) {
		grid.setLayout(state.layout());
		state.links().forEach(link -> grid.links().set(link, true));
		grid.activate(grid.viewports().get(state.active()));
		for (int i = 0; i < state.cells().size(); i++) {
			ViewportOpener opener = openers.get(grid.viewports().get(i));
			state.cells().get(i).ifPresent(opener::await);
		}
	}

	/** {@return what is shown, or awaited of the last time} */
	private PreviewState state() {
		List<Optional<ViewportMemory.Entry>> cells = grid.viewports().stream().map(viewport -> {
			Optional<ViewportMemory.Entry> shown = viewport.model().place()
					.map(place -> new ViewportMemory.Entry(place, viewport.model().viewingSettings()));
			return shown.or(openers.get(viewport)::awaited);
		}).toList();
		return new PreviewState(grid.layout(), grid.viewports().indexOf(grid.active()), grid.links().on(), cells);
	}

	/** In a text field keys edit, in a list they select. */
	private void releaseKeysWhileTyping() {
		EContextService contexts = getSite().getService(EContextService.class);
		contexts.activateContext(DicomPreview.PREVIEW_CONTEXT);
		Listener focus = e -> {
			boolean ownKeys = e.widget instanceof Text || e.widget instanceof Control && e.widget.getData(Viewport.OWN_KEYS) != null;
			if (ownKeys && isWithin((Control) e.widget, grid.control())) {
				if (e.type == SWT.FocusIn) {
					contexts.deactivateContext(DicomPreview.PREVIEW_CONTEXT);
				} else {
					contexts.activateContext(DicomPreview.PREVIEW_CONTEXT);
				}
			}
		};
		filter(focus, SWT.FocusIn, SWT.FocusOut);
	}

	/** The workbench may run a command of a toolbar without having made its part the active one. */
	private void followToolBar() {
		filter(e -> {
			if (getViewSite().getActionBars().getToolBarManager() instanceof ToolBarManager manager
					&& manager.getControl() == e.widget) {
				previews.used(this);
			}
		}, SWT.MouseDown);
	}

	private void filter(Listener listener, int... types) {
		for (int type : types) {
			display.addFilter(type, listener);
			grid.control().addDisposeListener(e -> display.removeFilter(type, listener));
		}
	}

	private static boolean isWithin(Control control, Composite whole) {
		Control each = control;
		while (each != null && each != whole) {
			each = each.getParent();
		}
		return each == whole;
	}

	private void selectionChanged(IWorkbenchPart part, ISelection selected) {
		if (part instanceof PreviewView || isElsewhere(part) || !isCurrent()
				|| !(selected instanceof IStructuredSelection structured) || structured.isEmpty()
				|| part != null && isToldAgain(part, selected)) {
			return;
		}
		PreviewInput.of(structured.toList()).ifPresent(openers.get(grid.active())::open);
	}

	private boolean isToldAgain(IWorkbenchPart part, ISelection selected) {
		Object choice = selected instanceof RepeatableSelection repeatable ? repeatable.choice() : selected;
		WeakReference<Object> before = told.put(part, new WeakReference<>(choice));
		return before != null && before.get() == choice;
	}

	/** {@return whether a part is of another window} Who listens to a part by its id hears of those in all windows. */
	private boolean isElsewhere(IWorkbenchPart part) {
		return part != null && part.getSite().getWorkbenchWindow() != getSite().getWorkbenchWindow();
	}

	private boolean isCurrent() {
		return previews.following(window()).filter(current -> current == this).isPresent();
	}

	@Override
	public IWorkbenchWindow window() {
		return getSite().getWorkbenchWindow();
	}

	@Override
	public boolean isPresent() {
		IViewSite site = getViewSite();
		return site.getPage().findViewReference(site.getId(), site.getSecondaryId()) != null;
	}

	@Override
	public void openNeighbour(int delta) {
		openers.get(grid.active()).openNeighbour(delta);
	}

	/** {@return what is shown, for who asks for one of the types of the series bundle; nothing while that is changing} */
	@Override
	public <T> T getAdapter(Class<T> type) {
		if (type == IShowInSource.class) {
			return type.cast(ShowIn.source(selection::getSelection));
		}
		if (type == IShowInTargetList.class) {
			return type.cast(ShowIn.TARGETS);
		}
		if (grid != null && isOpen() && !isBusy()) {
			ViewportState state = grid.active().model().state();
			if (type == Shown.class) {
				return type.cast(Shown.of(state));
			}
			for (Optional<?> each : List.of(state.series(), state.stack(), state.slice(), state.selection())) {
				if (each.filter(type::isInstance).isPresent()) {
					return type.cast(each.get());
				}
			}
		}
		return super.getAdapter(type);
	}

	private boolean isOpen() {
		return !grid.control().isDisposed();
	}

	/** {@return whether something else is about to be shown in the active viewport} */
	private boolean isBusy() {
		return openers.get(grid.active()).isBusy();
	}

	private void publish() {
		previews.shows(this);
		selection.publish(grid.active().model().state());
	}

	private void refreshCommands() {
		setContentDescription(grid.active().model().state().title());
		previews.refresh(this);
	}

	/** On any thread, often. */
	private void catalogChanged() {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (isOpen() && !catalogPending) {
					catalogPending = true;
					display.timerExec(COALESCE_MS, this::takeUpCatalog);
				}
			});
		}
	}

	private void takeUpCatalog() {
		catalogPending = false;
		if (isOpen()) {
			grid.viewports().forEach(viewport -> openers.get(viewport).catalogChanged());
		}
	}

	@Override
	public String name() {
		return Objects.requireNonNullElse(getViewSite().getSecondaryId(), ""); //$NON-NLS-1$
	}

	@Override
	public IWorkbenchPage page() {
		return getSite().getPage();
	}

	@Override
	public ViewportGrid grid() {
		return grid;
	}

	@Override
	public PreviewTools tools() {
		return tools;
	}

	@Override
	public FrameRenderer renderer() {
		return renderer;
	}

	@Override
	public PreviewLayers layers() {
		return layers;
	}

	@Override
	public ColorMaps colorMaps() {
		return colorMaps;
	}

	@Override
	public void setFocus() {
		grid.setFocus();
	}

	@Override
	public void dispose() {
		ISelectionService selections = getSite().getWorkbenchWindow().getSelectionService();
		selections.removePostSelectionListener(follow);
		selections.removePostSelectionListener(DicomPreview.SERIES_EXPLORER, follow);
		getSite().getPage().removePartListener(partListener);
		if (grid != null) {
			folders.catalog().removeListener(catalogListener);
			previews.closed(this, state());
		}
		super.dispose();
	}

	/** Looks at all files again. */
	private final class RefreshHandler extends AbstractHandler {

		@Override
		public Object execute(ExecutionEvent event) {
			folders.folders().forEach(OpenFolder::refresh);
			openers.values().forEach(ViewportOpener::refresh);
			return null;
		}
	}

	/** Stops what plays where nobody sees it, and notes which Preview is used. */
	private final class PartListener implements IPartListener2 {

		@Override
		public void partHidden(IWorkbenchPartReference part) {
			if (part.getPart(false) == PreviewView.this) {
				grid.viewports().forEach(viewport -> viewport.model().stop());
			}
		}

		@Override
		public void partActivated(IWorkbenchPartReference part) {
			if (part.getPart(false) == PreviewView.this) {
				previews.used(PreviewView.this);
			} else {
				followEditor(part.getPart(false));
			}
		}
	}

	/** Keeps up with viewports that come and go. */
	private final class GridListener implements ViewportGridListener {

		@Override
		public void viewportAdded(Viewport viewport) {
			added(viewport);
		}

		@Override
		public void viewportRemoved(Viewport viewport) {
			viewport.canvas().setMenu(null); // which would end with the canvas
			openers.remove(viewport);
		}

		@Override
		public void activeChanged(Viewport active) {
			publish();
			refreshCommands();
			previews.activeChanged(PreviewView.this);
		}
	}

	/** Lets title, commands and selection follow the active viewport. */
	private final class ModelListener implements ViewportListener {

		private final Viewport viewport;

		ModelListener(Viewport viewport) {
			this.viewport = viewport;
		}

		private void follow(boolean published, boolean commands) {
			if (grid.active() == viewport) {
				if (published) {
					publish();
				}
				if (commands) {
					refreshCommands();
				}
			}
		}

		@Override
		public void stateChanged(ViewportState before, ViewportState now) {
			follow(true, !before.stack().equals(now.stack()) || before.stacks() != now.stacks()
					|| before.subject() != now.subject() || before.reversed() != now.reversed());
		}

		@Override
		public void sliceChanged(Optional<Slice> now) {
			previews.sliceChanged(PreviewView.this, viewport, now);
		}

		@Override
		public void appearanceChanged(Appearance now) {
			follow(false, true);
			previews.appearanceChanged(PreviewView.this, viewport, now);
		}

		@Override
		public void presentationStatesChanged() {
			follow(false, true);
		}

		@Override
		public void keyImagesChanged() {
			follow(false, true);
		}

		@Override
		public void playbackChanged(PlaybackState before, PlaybackState now) {
			follow(true, true);
		}
	}

	/** Shows what is dropped on a viewport, and makes it the active one, so that the keys go to it. */
	private final class ItemDrop implements FolderDropTarget.Items {

		private final Viewport viewport;

		ItemDrop(Viewport viewport) {
			this.viewport = viewport;
		}

		@Override
		public boolean accepts(ISelection dropped) {
			return input(dropped).isPresent();
		}

		@Override
		public void drop(ISelection dropped) {
			grid.activate(viewport);
			getSite().getPage().activate(PreviewView.this);
			grid.setFocus();
			input(dropped).ifPresent(openers.get(viewport)::open);
		}

		/** Files are opened as folders are, not only shown. */
		private static Optional<PreviewInput> input(ISelection dropped) {
			return dropped instanceof IStructuredSelection structured ? PreviewInput.of(structured.toList())
					.filter(input -> !(input instanceof PreviewInput.OfFiles)) : Optional.empty();
		}
	}
}
