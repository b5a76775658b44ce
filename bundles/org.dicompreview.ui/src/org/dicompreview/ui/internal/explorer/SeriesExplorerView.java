package org.dicompreview.ui.internal.explorer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.series.Series;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.OpenFolder;
import org.dicompreview.ui.internal.HelpContexts;
import org.dicompreview.ui.internal.HelpContexts.Context;
import org.dicompreview.ui.internal.PreviewListener;
import org.dicompreview.ui.internal.Selected;
import org.dicompreview.ui.internal.ShowIn;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.dicompreview.ui.internal.preview.PreviewMemory;
import org.dicompreview.ui.internal.settings.Settings;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.IStateListener;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.IShowInSource;
import org.eclipse.ui.part.IShowInTarget;
import org.eclipse.ui.part.IShowInTargetList;
import org.eclipse.ui.part.ShowInContext;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.swt.IFocusService;

import jakarta.inject.Inject;

/** View of the open folders: patients, studies, series and stacks, and what could not be read. */
public final class SeriesExplorerView extends ViewPart implements IShowInTarget {

	/** Id of the tree for the focus service, so that keys for rows leave the filter alone. */
	static final String TREE = "org.dicompreview.ui.explorerTree"; //$NON-NLS-1$

	/** Key binding context of this view. */
	static final String CONTEXT = "org.dicompreview.ui.explorerContext"; //$NON-NLS-1$

	private static final String OPEN_FOLDER = "org.dicompreview.ui.openFolder"; //$NON-NLS-1$

	@Inject
	private ScannedFolders folders;
	@Inject
	private PreviewMemory memory;
	@Inject
	private FrameLoader loader;
	@Inject
	private FrameRenderer renderer;

	private final IStateListener linkChanged = (state, before) -> linkChanged();
	private final IPreferenceChangeListener optionChanged = event -> optionChanged(event.getKey());
	private Composite parent;
	private ExplorerPane pane;
	private PreviewLink link;
	private PreviewListener preview;

	@Override
	public void createPartControl(Composite area) {
		parent = area;
		pane = createPane();
		getSite().getService(EContextService.class).activateContext(CONTEXT);
		registerHandlers();
		LinkHandler.state(getSite()).addListener(linkChanged);
		preview = new PreviewListener(getSite().getPage(), (part, selection) -> follow());
		Settings.node().addPreferenceChangeListener(optionChanged);
	}

	private ExplorerPane createPane() {
		int side = NodeTooltip.SIDE * parent.getMonitor().getZoom() / 100;
		ExplorerPane made = new ExplorerPane(parent, folders, memory,
				new SeriesThumbnails(loader, renderer, folders.thumbnails(), side), new SeriesPlayer(loader, renderer, side),
				() -> run(OPEN_FOLDER));
		HelpContexts.set(made, Context.SERIES_EXPLORER);
		Tree tree = made.tree().tree();
		made.tree().onOpen(this::open);
		MenuManager menu = new MenuManager();
		menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
		tree.setMenu(menu.createContextMenu(tree));
		getSite().registerContextMenu(menu, made.tree());
		getSite().setSelectionProvider(made.tree());
		getSite().getService(IFocusService.class).addFocusTracker(tree, TREE);
		link = new PreviewLink(made.tree(), folders.catalog());
		made.onShown(this::follow);
		return made;
	}

	/** Rows cannot change their height, so there is another tree. */
	private void rebuild() {
		boolean focus = parent.getDisplay().getFocusControl() == pane.tree().tree();
		ExplorerPane before = pane;
		pane = createPane();
		pane.adopt(before);
		before.dispose();
		parent.layout();
		if (focus) {
			pane.setFocus();
		}
	}

	/** On any thread. */
	private void optionChanged(String key) {
		Display display = parent.isDisposed() ? null : parent.getDisplay();
		if (ExplorerOption.isOf(key) && display != null && !display.isDisposed()) {
			display.asyncExec(() -> {
				if (!pane.isDisposed() && key.equals(ExplorerOption.THUMBNAILS.key())) {
					rebuild();
				} else if (!pane.isDisposed()) {
					pane.optionsChanged();
				}
			});
		}
	}

	private void linkChanged() {
		link.reset();
		follow();
	}

	/** Selects the row of what the Preview shows. */
	private void follow() {
		if (!pane.isDisposed() && preview != null && Boolean.TRUE.equals(LinkHandler.state(getSite()).getValue())) {
			link.follow(preview.preview().orElse(null));
		}
	}

	@Override
	public void dispose() {
		Settings.node().removePreferenceChangeListener(optionChanged);
		LinkHandler.state(getSite()).removeListener(linkChanged);
		if (preview != null) {
			preview.close();
		}
		super.dispose();
	}

	private void registerHandlers() {
		IHandlerService handlers = getSite().getService(IHandlerService.class);
		handlers.activateHandler(IWorkbenchCommandConstants.FILE_REFRESH,
				new Handler(() -> folders.folders().forEach(OpenFolder::refresh)));
		handlers.activateHandler(IWorkbenchCommandConstants.NAVIGATE_COLLAPSE_ALL, new Handler(() -> pane.tree().collapseAll()));
		handlers.activateHandler(IWorkbenchCommandConstants.EDIT_FIND_AND_REPLACE, new Handler(() -> pane.focusFilter()));
	}

	private void open(Node node) {
		if (Adapters.adapt(node, Series.class) == null) {
			pane.tree().setExpanded(node, !pane.tree().isExpanded(node));
			return;
		}
		pane.tree().tellAgain();
		if (preview.preview().isPresent()) {
			getSite().getPage().activate(preview.preview().get());
			return;
		}
		try {
			getSite().getPage().showView(DicomPreview.PREVIEW);
		} catch (PartInitException e) {
			ILog.of(getClass()).log(e.getStatus());
		}
	}

	/** Selects the row of the series, or opens the folder or file that no open folder holds. */
	@Override
	public boolean show(ShowInContext context) {
		List<?> elements = context.getSelection() instanceof IStructuredSelection rows && !rows.isEmpty() ? rows.toList()
				: context.getInput() == null ? List.of() : List.of(context.getInput());
		Optional<Node> row = elements.stream().flatMap(element -> Stream.ofNullable(Adapters.adapt(element, Series.class)))
				.flatMap(series -> pane.tree().current().find(series).stream()).findFirst();
		List<Path> files = elements.stream().flatMap(element -> Selected.relatedFiles(element).stream())
				.flatMap(found -> found.paths().stream()).toList();
		Optional<Node> known = row.or(() -> pane.tree().first(series -> files.stream()
				.anyMatch(file -> NodeFiles.within(series, file))));
		known.ifPresent(pane.tree()::select);
		if (known.isEmpty()) { // what an open folder holds is still awaited
			files.stream().filter(file -> folders.roots().stream().noneMatch(file::startsWith)).limit(1).forEach(folders::open);
		}
		return known.isPresent() || !files.isEmpty();
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		if (type == IShowInSource.class) {
			return type.cast(ShowIn.source(() -> pane.tree().getSelection()));
		}
		return type == IShowInTargetList.class ? type.cast(ShowIn.TARGETS) : super.getAdapter(type);
	}

	private void run(String command) {
		try {
			getSite().getService(IHandlerService.class).executeCommand(command, null);
		} catch (CommandException e) {
			ILog.of(getClass()).error("Cannot run " + command, e); //$NON-NLS-1$
		}
	}

	/** {@return what says what there is to say of a row; for tests} */
	NodeTooltip tooltip() {
		return pane.tooltip();
	}

	/** {@return the tree; for tests} */
	ExplorerTree tree() {
		return pane.tree();
	}

	@Override
	public void setFocus() {
		pane.setFocus();
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
