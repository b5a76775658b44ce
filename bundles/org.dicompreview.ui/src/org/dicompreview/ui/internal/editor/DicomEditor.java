package org.dicompreview.ui.internal.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.dicompreview.dicom.DicomReaders;
import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.rendering.ColorMaps;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.PresentationStates;
import org.dicompreview.rendering.overlay.ImageOverlays;
import org.dicompreview.series.Series;
import org.dicompreview.series.SeriesModel;
import org.dicompreview.series.document.InstanceDocuments;
import org.dicompreview.ui.DicomPreview;
import org.dicompreview.ui.InstanceEditor;
import org.dicompreview.ui.SelectedFiles;
import org.dicompreview.ui.internal.HelpContexts.Context;
import org.dicompreview.ui.internal.HelpContexts;
import org.dicompreview.ui.internal.Selected;
import org.dicompreview.ui.internal.ShowIn;
import org.dicompreview.ui.internal.attributes.AttributesControl;
import org.dicompreview.ui.internal.preview.FileFollower;
import org.dicompreview.ui.internal.preview.PreviewLayers;
import org.dicompreview.ui.internal.preview.PreviewMemory;
import org.dicompreview.ui.internal.preview.PreviewPart;
import org.dicompreview.ui.internal.preview.SliceSelection;
import org.dicompreview.ui.internal.preview.WorkbenchPreviews;
import org.dicompreview.ui.internal.tools.PreviewTools;
import org.dicompreview.ui.spi.FolderWatch;
import org.dicompreview.viewer.Appearance;
import org.dicompreview.viewer.PlaybackState;
import org.dicompreview.viewer.SlicePlace;
import org.dicompreview.viewer.Subject;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportGrid;
import org.dicompreview.viewer.ViewportGridListener;
import org.dicompreview.viewer.ViewportListener;
import org.dicompreview.viewer.ViewportServices;
import org.dicompreview.viewer.ViewportState;
import org.dicompreview.viewer.Viewports;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.IShowInSource;
import org.eclipse.ui.part.IShowInTargetList;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/**
 * Shows one file: its images with a slider over the frames, and its elements on a second page. Never writes. Its selection is
 * the slice on screen.
 */
public final class DicomEditor extends MultiPageEditorPart implements PreviewPart, InstanceEditor {

	private static final int IMAGES = 0;
	private static final int ATTRIBUTES = 1;

	private final SliceSelection selection = new SliceSelection(this::isOpen, () -> false);
	private final IPartListener2 partListener = new PartListener();
	private Display display;
	private SelectedFiles files;
	private FileFollower follower;
	private Receiver awaited;
	private Shown found;
	private Optional<InstanceHeader> shownInstance = Optional.empty();
	private Optional<Series> shownSeries = Optional.empty();
	/** What is to be done once it is known what the file is. */
	private Optional<Runnable> whenFound = Optional.empty();
	private ViewportGrid grid;
	private AttributesControl attributes;
	private Menu menu;
	private DicomOutline outline;
	private Optional<FolderWatch.Watch> watch = Optional.empty();

	/** What the file has turned out to be. */
	private interface Shown {

		void show(Viewport viewport);
	}

	@Override
	public void init(IEditorSite site, IEditorInput input) throws PartInitException {
		files = Selected.files(input)
				.orElseThrow(() -> new PartInitException(NLS.bind(Messages.DicomEditor_noFile, input.getName())));
		super.init(site, input);
		site.setSelectionProvider(selection);
		setPartName(input.getName());
	}

	@Override
	protected void createPages() {
		display = getContainer().getDisplay();
		grid = service(Viewports.class).createGrid(getContainer(),
				new ViewportServices(service(FrameLoader.class), renderer(), service(PresentationStates.class),
						service(InstanceDocuments.class), service(ImageOverlays.class), service(PreviewMemory.class), layers().registry(),
						tools().registry()));
		setPageText(addPage(grid.control()), Messages.DicomEditor_images);
		attributes = new AttributesControl(getContainer(), service(DicomReaders.class), title -> {});
		attributes.trackFocus(getSite());
		attributes.createMenu(
				(manager, viewer) -> getEditorSite().registerContextMenu(DicomPreview.ATTRIBUTES, manager, viewer, false));
		setPageText(addPage(attributes.control()), Messages.DicomEditor_attributes);
		HelpContexts.set(getContainer(), Context.EDITOR);
		createMenu();
		grid.addListener(new GridListener());
		grid.viewports().forEach(this::added);
		service(WorkbenchPreviews.class).opened(this);
		getSite().getPage().addPartListener(partListener);
		SeriesModel model = service(SeriesModel.class);
		follower = new FileFollower(model, model.newCatalog()); // of this file alone, whatever is open
		follow();
		watch = Optional.ofNullable(getSite().getService(FolderWatch.class))
				.map(service -> service.watch(files::paths, this::changed));
	}

	private <T> T service(Class<T> type) {
		return getSite().getService(type);
	}

	private void createMenu() {
		MenuManager manager = new MenuManager();
		manager.setRemoveAllWhenShown(true);
		menu = manager.createContextMenu(grid.control());
		getEditorSite().registerContextMenu(DicomPreview.PREVIEW, manager, selection, false);
	}

	private void added(Viewport viewport) {
		viewport.canvas().setMenu(menu);
		viewport.model().addListener(new ModelListener(viewport));
		if (found != null) {
			found.show(viewport);
		}
	}

	private void follow() {
		awaited = new Receiver();
		follower.follow(List.of(files), awaited);
	}

	/** On any thread. @param file has changed on disk, or was deleted */
	private void changed(Path file) {
		inUi(this::follow);
	}

	private void inUi(Runnable update) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!grid.control().isDisposed()) {
					update.run();
				}
			});
		}
	}

	private boolean isOpen() {
		return !grid.control().isDisposed();
	}

	private void publish() {
		ViewportState state = grid.active().model().state();
		service(WorkbenchPreviews.class).shows(this);
		selection.publish(state);
		if (getActivePage() != IMAGES) {
			showAttributes();
		}
		if (outline != null) {
			outline.show(state);
		}
	}

	private void showAttributes() {
		grid.active().model().state().selection().ifPresent(attributes::show);
	}

	@Override
	protected void pageChange(int page) {
		super.pageChange(page);
		EContextService contexts = service(EContextService.class);
		if (page == IMAGES) {
			contexts.activateContext(DicomPreview.PREVIEW_CONTEXT);
		} else {
			contexts.deactivateContext(DicomPreview.PREVIEW_CONTEXT); // in a tree and a search field keys mean something else
			showAttributes();
		}
	}

	@Override
	public void setFocus() {
		if (getActivePage() == IMAGES) {
			grid.setFocus();
		} else {
			attributes.control().setFocus();
		}
	}

	@Override
	public void showFrame(int frame) {
		setActivePage(IMAGES);
		Runnable show = () -> shownSeries.ifPresent(series -> shownInstance.filter(header -> frame < header.frameCount())
				.ifPresent(header -> grid.active().show(series, SlicePlace.of(series, header, frame))));
		if (awaited == null) {
			show.run();
		} else {
			whenFound = Optional.of(show);
		}
	}

	@Override
	public void showAttribute(int tag, long offset) {
		setActivePage(ATTRIBUTES);
		attributes.reveal(tag, offset);
	}

	@Override
	public IWorkbenchWindow window() {
		return getSite().getWorkbenchWindow();
	}

	@Override
	public boolean isPresent() {
		return getSite().getPage().isPartVisible(this);
	}

	@Override
	public ViewportGrid grid() {
		return grid;
	}

	/** It shows one file, which has no neighbours. */
	@Override
	public void openNeighbour(int delta) {
		display.beep();
	}

	@Override
	public PreviewTools tools() {
		return service(PreviewTools.class);
	}

	@Override
	public FrameRenderer renderer() {
		return service(FrameRenderer.class);
	}

	@Override
	public PreviewLayers layers() {
		return service(PreviewLayers.class);
	}

	@Override
	public ColorMaps colorMaps() {
		return service(ColorMaps.class);
	}

	@Override
	public <T> T getAdapter(Class<T> type) {
		if (grid != null && !grid.control().isDisposed()) {
			if (type == AttributesControl.class) {
				return type.cast(attributes);
			}
			if (type == IShowInSource.class) {
				return type.cast(ShowIn.source(selection::getSelection));
			}
			if (type == IShowInTargetList.class) {
				return type.cast(ShowIn.TARGETS);
			}
			if (type == IContentOutlinePage.class) {
				if (outline == null || outline.isDisposed()) {
					outline = new DicomOutline(grid::active);
				}
				return type.cast(outline);
			}
			ViewportState state = grid.active().model().state();
			for (Optional<?> each : List.of(state.series(), state.stack(), state.slice(), state.selection())) {
				if (each.filter(type::isInstance).isPresent()) {
					return type.cast(each.get());
				}
			}
		}
		return super.getAdapter(type);
	}

	@Override
	public void doSave(IProgressMonitor monitor) {
		// Never dirty: the file is only shown.
	}

	@Override
	public void doSaveAs() {
		// Not allowed: the file is only shown.
	}

	@Override
	public boolean isSaveAsAllowed() {
		return false;
	}

	@Override
	public void dispose() {
		watch.ifPresent(FolderWatch.Watch::close);
		if (follower != null) {
			follower.cancel();
			getSite().getPage().removePartListener(partListener);
			service(WorkbenchPreviews.class).closed(this);
		}
		super.dispose();
	}

	/** Takes what was found of the file to the UI thread. */
	private final class Receiver implements FileFollower.Receiver {

		@Override
		public void found(FileFollower.Found result) {
			Series series = result.series();
			take(Optional.of(series), result.instance(),
					viewport -> result.instance().ifPresentOrElse(header -> viewport.show(series, header),
							() -> viewport.show(series)));
		}

		@Override
		public void found(Subject.Unshown subject) {
			take(Optional.empty(), Optional.empty(), viewport -> viewport.show(subject));
		}

		/** A file that was touched, but is the same, stays where the person has moved. */
		private void take(Optional<Series> series, Optional<InstanceHeader> instance, Shown next) {
			inUi(() -> {
				if (awaited == this) {
					awaited = null;
					if (instance.isEmpty() || shownInstance.filter(known -> isSame(known, instance.get())).isEmpty()) {
						shownInstance = instance;
						shownSeries = series;
						found = next;
						grid.viewports().forEach(next::show);
					}
					whenFound.ifPresent(Runnable::run);
					whenFound = Optional.empty();
				}
			});
		}

		private static boolean isSame(InstanceHeader known, InstanceHeader instance) {
			return known.location().equals(instance.location()) && known.location().isSameVersion(instance.location());
		}
	}

	/** Stops what plays where nobody sees it, and notes that this is used. */
	private final class PartListener implements IPartListener2 {

		@Override
		public void partHidden(IWorkbenchPartReference part) {
			if (part.getPart(false) == DicomEditor.this) {
				grid.viewports().forEach(viewport -> viewport.model().stop());
				service(WorkbenchPreviews.class).refresh(DicomEditor.this);
			}
		}

		@Override
		public void partActivated(IWorkbenchPartReference part) {
			if (part.getPart(false) == DicomEditor.this) {
				service(WorkbenchPreviews.class).used(DicomEditor.this);
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
		}

		@Override
		public void activeChanged(Viewport active) {
			publish();
			service(WorkbenchPreviews.class).refresh(DicomEditor.this);
		}
	}

	/** Lets commands, elements, outline and selection follow the active viewport. */
	private final class ModelListener implements ViewportListener {

		private final Viewport viewport;

		ModelListener(Viewport viewport) {
			this.viewport = viewport;
		}

		private void follow(boolean published) {
			if (grid.active() == viewport) {
				if (published) {
					publish();
				}
				service(WorkbenchPreviews.class).refresh(DicomEditor.this);
			}
		}

		@Override
		public void stateChanged(ViewportState before, ViewportState now) {
			follow(true);
		}

		@Override
		public void appearanceChanged(Appearance now) {
			follow(false);
		}

		@Override
		public void presentationStatesChanged() {
			follow(false);
		}

		@Override
		public void keyImagesChanged() {
			follow(false);
		}

		@Override
		public void playbackChanged(PlaybackState before, PlaybackState now) {
			follow(true);
		}
	}
}
