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
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.internal.folders.FolderDropTarget;
import org.dicompreview.ui.internal.folders.ScannedFolders;
import org.dicompreview.ui.internal.tools.PreviewTools;
import org.dicompreview.viewer.Appearance;
import org.dicompreview.viewer.PlaybackState;
import org.dicompreview.viewer.SlicePlace;
import org.dicompreview.viewer.Subject;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportListener;
import org.dicompreview.viewer.ViewportServices;
import org.dicompreview.viewer.ViewportState;
import org.dicompreview.viewer.Viewports;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Text;
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
public final class PreviewView extends ViewPart {

	private static final int COALESCE_MS = 200;
	private static final int ANNOUNCE_MS = 100;

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
	private PreviewMemory memory;
	@Inject
	private PreviewLayers layers;
	@Inject
	private PreviewTools tools;
	@Inject
	private ColorMaps colorMaps;

	private final ISelectionListener follow = this::selectionChanged;
	private final Runnable catalogListener = this::catalogChanged;
	private final IPartListener2 hiding = new IPartListener2() {
		@Override
		public void partHidden(IWorkbenchPartReference part) {
			if (part.getPart(false) == PreviewView.this) {
				viewport.model().stop();
			}
		}
	};
	private final Runnable announce = this::announce;
	private final SliceSelection selection = new SliceSelection();
	private Display display;
	private Viewport viewport;
	private PreviewCommands commands;
	private FileFollower fileFollower;
	/** Waits for what is found of files; what another one finds comes too late. */
	private FilesReceiver filesAwaited;
	private ChangedFiles changedFiles;
	/** What each part told last: one that is activated again tells the same again, and the person may have moved on. */
	private final Map<IWorkbenchPart, Object> told = new WeakHashMap<>();
	private Optional<SlicePlace> awaited = Optional.empty();
	private boolean catalogPending;
	private boolean announcePending;

	@Override
	public void createPartControl(Composite parent) {
		display = parent.getDisplay();
		viewport = viewports.create(parent, new ViewportServices(loader, renderer, states, memory, layers.registry(), tools.registry()));
		viewport.control().addDisposeListener(e -> viewport.model().place().ifPresent(memory::save));
		FolderDropTarget.install(viewport.canvas(), folders);
		fileFollower = new FileFollower(model, catalog());
		changedFiles = new ChangedFiles(folders);
		getSite().setSelectionProvider(selection);
		MenuManager menu = new MenuManager();
		menu.setRemoveAllWhenShown(true);
		viewport.canvas().setMenu(menu.createContextMenu(viewport.canvas()));
		getSite().registerContextMenu(DicomPreview.PREVIEW, menu, selection);
		commands = new PreviewCommands(getSite().getWorkbenchWindow(), viewport, tools, this::showNeighbour);
		viewport.model().addListener(new ModelListener());
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

	/** In a text field keys edit. */
	private void releaseKeysWhileTyping() {
		EContextService contexts = getSite().getService(EContextService.class);
		contexts.activateContext(DicomPreview.PREVIEW_CONTEXT);
		Listener focus = e -> {
			if (e.widget instanceof Text text && isWithin(text, viewport.control())) {
				if (e.type == SWT.FocusIn) {
					contexts.deactivateContext(DicomPreview.PREVIEW_CONTEXT);
				} else {
					contexts.activateContext(DicomPreview.PREVIEW_CONTEXT);
				}
			}
		};
		display.addFilter(SWT.FocusIn, focus);
		display.addFilter(SWT.FocusOut, focus);
		viewport.control().addDisposeListener(e -> {
			display.removeFilter(SWT.FocusIn, focus);
			display.removeFilter(SWT.FocusOut, focus);
		});
	}

	private static boolean isWithin(Control control, Composite whole) {
		Control each = control;
		while (each != null && each != whole) {
			each = each.getParent();
		}
		return each == whole;
	}

	private void selectionChanged(IWorkbenchPart part, ISelection selected) {
		if (part == this || isElsewhere(part) || !(selected instanceof IStructuredSelection structured)
				|| structured.isEmpty() || part != null && isToldAgain(part, selected)) {
			return;
		}
		PreviewInput.of(structured.toList()).ifPresent(this::show);
	}

	private boolean isToldAgain(IWorkbenchPart part, ISelection selected) {
		Object choice = selected instanceof RepeatableSelection repeatable ? repeatable.choice() : selected;
		return told.put(part, choice) == choice;
	}

	/** {@return whether a part is of another window} Who listens to a part by its id hears of those in all windows. */
	private boolean isElsewhere(IWorkbenchPart part) {
		return part != null && part.getSite().getWorkbenchWindow() != getSite().getWorkbenchWindow();
	}

	private void show(PreviewInput input) {
		if (input instanceof PreviewInput.OfSlice one) {
			seriesOf(one).ifPresentOrElse(series -> {
				begin(series);
				viewport.show(series, SlicePlace.of(series, one.slice()));
			}, () -> showFiles(List.of(one.slice().instance().path())));
		} else if (input instanceof PreviewInput.OfStack one) {
			begin(one.stack().series());
			viewport.show(one.stack());
		} else if (input instanceof PreviewInput.OfSeries one) {
			show(one.series());
		} else if (input instanceof PreviewInput.OfInstance one) {
			begin();
			viewport.show(one.series(), one.header());
		} else if (input instanceof PreviewInput.OfProblem one) {
			begin();
			viewport.show(FileFollower.unshown(one.problem()));
		} else if (input instanceof PreviewInput.OfFiles some) {
			showFiles(some.files());
		}
	}

	/** {@return the series of a slice, where that is known or an open folder has it} */
	private Optional<Series> seriesOf(PreviewInput.OfSlice input) {
		InstanceHeader header = input.slice().instance();
		return input.series().or(() -> viewport.model().series().filter(series -> series.instances().contains(header)))
				.or(() -> header.string(Tag.SERIES_INSTANCE_UID).flatMap(catalog()::series)
						.filter(series -> series.instances().contains(header)));
	}

	private void show(Series series) {
		begin(series);
		viewport.show(series);
	}

	private void showFiles(List<Path> files) {
		begin();
		viewport.cancel();
		filesAwaited = new FilesReceiver();
		fileFollower.follow(files, filesAwaited);
	}

	/** Gives up what was to be shown before. */
	private void begin() {
		awaited = Optional.empty();
		filesAwaited = null;
		fileFollower.cancel();
	}

	/** Gives up what was to be shown before a series. */
	private void begin(Series series) {
		begin();
		changedFiles.check(series);
	}

	private void showNeighbour(int delta) {
		viewport.model().series().flatMap(series -> SeriesNeighbours.neighbour(catalog().patients(), series, delta))
				.ifPresent(this::show);
	}

	/** Takes what was found of files to the UI thread. */
	private final class FilesReceiver implements FileFollower.Receiver {

		@Override
		public void found(Series series, Optional<InstanceHeader> instance) {
			inUi(() -> {
				if (filesAwaited == this) {
					begin();
					instance.ifPresentOrElse(header -> viewport.show(series, header), () -> viewport.show(series));
				}
			});
		}

		@Override
		public void found(Subject.Unshown subject) {
			inUi(() -> {
				if (filesAwaited == this) {
					begin();
					viewport.show(subject);
				}
			});
		}
	}

	/** {@return what is shown, for who asks for one of the types of the series bundle; nothing while that is changing} */
	@Override
	public <T> T getAdapter(Class<T> type) {
		if (viewport != null && !viewport.control().isDisposed() && !viewport.isBusy() && filesAwaited == null) {
			ViewportState state = viewport.model().state();
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
	private void publish() {
		selection.set(viewport.model().state());
		if (!announcePending) {
			announcePending = true;
			display.timerExec(ANNOUNCE_MS, announce);
		}
	}

	private void announce() {
		announcePending = false;
		if (!viewport.control().isDisposed()) {
			selection.announce();
		}
	}

	private void refreshCommands() {
		setContentDescription(viewport.model().state().title());
		commands.refresh();
	}

	/** Lets title, commands and selection follow the viewport. */
	private final class ModelListener implements ViewportListener {

		@Override
		public void stateChanged(ViewportState before, ViewportState now) {
			publish();
			if (!before.stack().equals(now.stack()) || before.stacks() != now.stacks() || before.subject() != now.subject()
					|| before.reversed() != now.reversed()) {
				refreshCommands();
			}
		}

		@Override
		public void appearanceChanged(Appearance now) {
			refreshCommands();
		}

		@Override
		public void presentationStatesChanged() {
			refreshCommands();
		}

		@Override
		public void playbackChanged(PlaybackState before, PlaybackState now) {
			publish();
			refreshCommands();
		}
	}

	/** On any thread, often. */
	private void catalogChanged() {
		inUi(() -> {
			if (!catalogPending) {
				catalogPending = true;
				display.timerExec(COALESCE_MS, () -> {
					catalogPending = false;
					if (!viewport.control().isDisposed()) {
						showAwaited();
						viewport.refresh();
					}
				});
			}
		});
	}

	/** Shows what was on screen when the view was last closed, as soon as a scan has found it. */
	private void showAwaited() {
		awaited.ifPresent(place -> catalog().series(place.seriesUid(), place.sopInstanceUid()).ifPresent(series -> {
			awaited = Optional.empty();
			viewport.show(series, place);
		}));
	}

	private void inUi(Runnable update) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!viewport.control().isDisposed()) {
					update.run();
				}
			});
		}
	}

	/** {@return the viewport, for menus} */
	Viewport viewport() {
		return viewport;
	}

	/** {@return the tools, for menus} */
	PreviewTools tools() {
		return tools;
	}

	ColorMaps colorMaps() {
		return colorMaps;
	}

	@Override
	public void setFocus() {
		viewport.setFocus();
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
