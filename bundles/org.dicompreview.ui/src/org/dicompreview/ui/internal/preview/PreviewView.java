package org.dicompreview.ui.internal.preview;

import java.util.Optional;

import org.dicompreview.rendering.ColorMaps;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.PresentationStates;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.Slice;
import org.dicompreview.series.Stack;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.internal.folders.FolderDropTarget;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.dicompreview.ui.internal.preview.PreviewMemory.Place;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.ISelectionListener;
import org.eclipse.ui.ISelectionService;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;

import jakarta.inject.Inject;

/**
 * Shows the images of the series that is selected anywhere in the workbench, and publishes the slice on screen as its own
 * selection.
 */
public final class PreviewView extends ViewPart implements PreviewPane.Listener {

	/** The jobs of all Previews, for tests and the progress view. */
	public static final Object JOB_FAMILY = PreviewView.class;

	private static final int COALESCE_MS = 200;
	private static final int ANNOUNCE_MS = 100;

	@Inject
	private ScannedFolders folders;
	@Inject
	private SeriesModel model;
	@Inject
	private FrameLoader loader;
	@Inject
	private FrameRenderer renderer;
	@Inject
	private PresentationStates states;
	@Inject
	private PreviewMemory memory;
	@Inject
	private ColorMaps colorMaps;

	private final ISelectionListener follow = this::selectionChanged;
	private final Runnable catalogListener = this::catalogChanged;
	private final IPartListener2 hiding = new IPartListener2() {
		@Override
		public void partHidden(IWorkbenchPartReference part) {
			if (part.getPart(false) == PreviewView.this) {
				pane.player().stop();
			}
		}
	};
	private final Runnable announce = this::announce;
	private final SliceSelection selection = new SliceSelection();
	private Display display;
	private PreviewPane pane;
	private PreviewCommands commands;
	private FileFollower fileFollower;
	private ChangedFiles changedFiles;
	private Object followed;
	private Optional<Place> awaited = Optional.empty();
	private boolean catalogPending;
	private boolean announcePending;

	@Override
	public void createPartControl(Composite parent) {
		display = parent.getDisplay();
		pane = new PreviewPane(parent, loader, renderer, states, memory);
		FolderDropTarget.install(pane.canvas(), folders);
		fileFollower = new FileFollower(model, catalog(), this::showFile);
		changedFiles = new ChangedFiles(folders);
		getSite().setSelectionProvider(selection);
		MenuManager menu = new MenuManager();
		menu.setRemoveAllWhenShown(true);
		pane.canvas().setMenu(menu.createContextMenu(pane.canvas()));
		getSite().registerContextMenu(DicomPreview.PREVIEW, menu, selection);
		commands = new PreviewCommands(getSite().getWorkbenchWindow(), pane, this::showNeighbour);
		pane.setListener(this);
		getSite().getPage().addPartListener(hiding);
		releaseKeysWhileTyping();
		awaited = memory.last();
		catalog().addListener(catalogListener);
		ISelectionService selections = getSite().getWorkbenchWindow().getSelectionService();
		selections.addPostSelectionListener(follow);
		// The explorer selects what a scan finds first, whichever part is active then.
		selections.addPostSelectionListener(DicomPreview.SERIES_EXPLORER, follow);
		selectionChanged(null, selections.getSelection(DicomPreview.SERIES_EXPLORER));
		selectionChanged(null, selections.getSelection());
		showAwaited();
	}

	private Catalog catalog() {
		return folders.catalog();
	}

	/** In the number field the arrow, Home and digit keys edit; up and down still step. */
	private void releaseKeysWhileTyping() {
		EContextService contexts = getSite().getService(EContextService.class);
		contexts.activateContext(DicomPreview.PREVIEW_CONTEXT);
		pane.sliceBar().number().addListener(SWT.FocusIn, e -> contexts.deactivateContext(DicomPreview.PREVIEW_CONTEXT));
		pane.sliceBar().number().addListener(SWT.FocusOut, e -> contexts.activateContext(DicomPreview.PREVIEW_CONTEXT));
		pane.sliceBar().number().addListener(SWT.KeyDown, e -> {
			int delta = switch (e.keyCode) {
				case SWT.ARROW_DOWN -> 1;
				case SWT.ARROW_UP -> -1;
				case SWT.PAGE_DOWN -> PreviewCommands.PAGE;
				case SWT.PAGE_UP -> -PreviewCommands.PAGE;
				default -> 0;
			};
			if (delta != 0) {
				pane.moveBy(delta);
				e.doit = false;
			}
		});
	}

	private void selectionChanged(IWorkbenchPart part, ISelection selected) {
		if (part == this || !(selected instanceof IStructuredSelection structured) || structured.size() != 1) {
			return;
		}
		Object element = structured.getFirstElement();
		if (element.equals(followed)) {
			return; // a part that is activated again tells its selection again; the user may have moved on since
		}
		followed = element;
		Slice slice = Adapters.adapt(element, Slice.class);
		Stack stack = Adapters.adapt(element, Stack.class);
		Series series = Adapters.adapt(element, Series.class);
		IFile file = Adapters.adapt(element, IFile.class);
		if (stack != null) {
			Slice start = slice == null ? stack.start() : slice;
			show(stack.series(), Optional.of(new Place(stack.series().uid(), start.instance().sopInstanceUid(), start.frame())));
		} else if (series != null) {
			show(series, Optional.empty());
		} else if (file != null) {
			IPath location = file.getLocation();
			if (location != null) {
				fileFollower.follow(location.toPath());
			}
		}
	}

	private void show(Series series, Optional<Place> place) {
		awaited = Optional.empty();
		fileFollower.cancel();
		changedFiles.check(series);
		pane.show(series, place);
	}

	/** On the thread of the follower. */
	private void showFile(Series series, Place place) {
		inUi(() -> show(series, Optional.of(place)));
	}

	private void showNeighbour(int delta) {
		pane.series().flatMap(series -> SeriesNeighbours.neighbour(series, delta))
				.ifPresent(series -> show(series, Optional.empty()));
	}

	/** Other views hear of it soon, at most ten times a second: what they do must not come before the picture. */
	@Override
	public void sliceChanged() {
		selection.set(pane.state().selection().map(StructuredSelection::new).orElse(StructuredSelection.EMPTY));
		if (!announcePending) {
			announcePending = true;
			display.timerExec(ANNOUNCE_MS, announce);
		}
	}

	private void announce() {
		announcePending = false;
		if (!pane.isDisposed()) {
			selection.announce();
		}
	}

	@Override
	public void looksChanged() {
		setContentDescription(pane.state().title());
		commands.refresh();
	}

	/** On any thread, often. */
	private void catalogChanged() {
		inUi(() -> {
			if (!catalogPending) {
				catalogPending = true;
				display.timerExec(COALESCE_MS, () -> {
					catalogPending = false;
					if (!pane.isDisposed()) {
						showAwaited();
						pane.refresh();
					}
				});
			}
		});
	}

	/** Shows what was on screen when the view was last closed, as soon as a scan has found it. */
	private void showAwaited() {
		awaited.ifPresent(place -> catalog().series(place.seriesUid()).ifPresent(series -> {
			awaited = Optional.empty();
			pane.show(series, Optional.of(place));
		}));
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

	/** {@return the pane; for menus and tests} */
	PreviewPane pane() {
		return pane;
	}

	ColorMaps colorMaps() {
		return colorMaps;
	}

	@Override
	public void setFocus() {
		pane.setFocus();
	}

	@Override
	public void dispose() {
		ISelectionService selections = getSite().getWorkbenchWindow().getSelectionService();
		selections.removePostSelectionListener(follow);
		selections.removePostSelectionListener(DicomPreview.SERIES_EXPLORER, follow);
		catalog().removeListener(catalogListener);
		getSite().getPage().removePartListener(hiding);
		if (fileFollower != null) {
			fileFollower.cancel();
			changedFiles.cancel();
		}
		super.dispose();
	}
}
