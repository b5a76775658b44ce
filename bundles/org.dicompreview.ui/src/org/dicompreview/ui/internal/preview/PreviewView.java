package org.dicompreview.ui.internal.preview;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.ColorMaps;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.PresentationStates;
import org.dicompreview.series.Catalog;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.Slice;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.internal.folders.FolderDropTarget;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.dicompreview.ui.internal.preview.PreviewMemory.Place;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
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
	/** Waits for what is found of files; what another one finds comes too late. */
	private FilesShown filesShown;
	private ChangedFiles changedFiles;
	/** What each part told last: one that is activated again tells the same again, and the person may have moved on. */
	private final Map<IWorkbenchPart, ISelection> told = new WeakHashMap<>();
	private Optional<Place> awaited = Optional.empty();
	private boolean catalogPending;
	private boolean announcePending;

	@Override
	public void createPartControl(Composite parent) {
		display = parent.getDisplay();
		pane = new PreviewPane(parent, loader, renderer, states, memory);
		FolderDropTarget.install(pane.canvas(), folders);
		fileFollower = new FileFollower(model, catalog());
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
		if (part == this || isElsewhere(part) || !(selected instanceof IStructuredSelection structured)
				|| structured.isEmpty() || part != null && told.put(part, selected) == selected) {
			return;
		}
		PreviewInput.of(structured.toList()).ifPresent(this::show);
	}

	/** {@return whether a part is of another window} Who listens to a part by its id hears of those in all windows. */
	private boolean isElsewhere(IWorkbenchPart part) {
		return part != null && part.getSite().getWorkbenchWindow() != getSite().getWorkbenchWindow();
	}

	private void show(PreviewInput input) {
		if (input instanceof PreviewInput.OfSlice one) {
			seriesOf(one).ifPresentOrElse(series -> show(series, Optional.of(Place.of(series, one.slice()))),
					() -> showFiles(List.of(one.slice().instance().path())));
		} else if (input instanceof PreviewInput.OfStack one) {
			boolean shown = pane.state().stack().filter(stack -> stack.series() == one.stack().series()
					&& stack.index() == one.stack().index()).isPresent();
			Slice start = shown ? pane.slice().orElse(one.stack().start()) : one.stack().start();
			show(one.stack().series(), shown ? Optional.empty() : Optional.of(Place.of(one.stack().series(), start)));
		} else if (input instanceof PreviewInput.OfSeries one) {
			show(one.series(), Optional.empty());
		} else if (input instanceof PreviewInput.OfInstance one) {
			begin();
			pane.show(one.series(), one.header());
		} else if (input instanceof PreviewInput.OfProblem one) {
			begin();
			pane.show(Subject.Unshown.of(one.problem()));
		} else if (input instanceof PreviewInput.OfFiles some) {
			showFiles(some.files());
		}
	}

	/** {@return the series of a slice, where that is known or an open folder has it} */
	private Optional<Series> seriesOf(PreviewInput.OfSlice input) {
		InstanceHeader header = input.slice().instance();
		return input.series().or(() -> pane.series().filter(series -> series.instances().contains(header)))
				.or(() -> header.string(Tag.SERIES_INSTANCE_UID).flatMap(catalog()::series)
						.filter(series -> series.instances().contains(header)));
	}

	private void show(Series series, Optional<Place> place) {
		begin();
		changedFiles.check(series);
		pane.show(series, place);
	}

	private void showFiles(List<Path> files) {
		begin();
		pane.cancel();
		filesShown = new FilesShown();
		fileFollower.follow(files, filesShown);
	}

	/** Gives up what was to be shown before. */
	private void begin() {
		awaited = Optional.empty();
		filesShown = null;
		fileFollower.cancel();
	}

	private void showNeighbour(int delta) {
		pane.series().flatMap(series -> SeriesNeighbours.neighbour(catalog().patients(), series, delta))
				.ifPresent(series -> show(series, Optional.empty()));
	}

	/** Takes what was found of files to the UI thread. */
	private final class FilesShown implements FileFollower.Receiver {

		@Override
		public void found(Series series, Optional<InstanceHeader> instance) {
			inUi(() -> {
				if (filesShown == this) {
					begin();
					instance.ifPresentOrElse(header -> pane.show(series, header), () -> pane.show(series, Optional.empty()));
				}
			});
		}

		@Override
		public void found(Subject.Unshown subject) {
			inUi(() -> {
				if (filesShown == this) {
					begin();
					pane.show(subject);
				}
			});
		}
	}

	/** {@return what is shown, for who asks for one of the types of the series bundle; nothing while that is changing} */
	@Override
	public <T> T getAdapter(Class<T> type) {
		if (pane != null && !pane.isDisposed() && !pane.busy() && filesShown == null) {
			ViewportState state = pane.state();
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

	/** Other views hear of it soon, at most ten times a second: what they do must not come before the picture. */
	@Override
	public void sliceChanged() {
		selection.set(pane.state());
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
		awaited.ifPresent(place -> catalog().series(place.seriesUid(), place.sopInstanceUid()).ifPresent(series -> {
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
