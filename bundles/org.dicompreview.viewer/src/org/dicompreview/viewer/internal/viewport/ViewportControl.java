package org.dicompreview.viewer.internal.viewport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.dicompreview.dicom.InstanceHeader;
import org.dicompreview.series.Playback;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.series.document.InstanceDocuments;
import org.dicompreview.series.document.InstanceReference;
import org.dicompreview.viewer.Appearance;
import org.dicompreview.viewer.ImageTransform;
import org.dicompreview.viewer.LayerContext;
import org.dicompreview.viewer.LayerRegistry;
import org.dicompreview.viewer.PlaybackState;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.SliceNavigator;
import org.dicompreview.viewer.SlicePlace;
import org.dicompreview.viewer.Subject;
import org.dicompreview.viewer.ViewingSettings;
import org.dicompreview.viewer.Viewport;
import org.dicompreview.viewer.ViewportLinks;
import org.dicompreview.viewer.ViewportLinksListener;
import org.dicompreview.viewer.ViewportListener;
import org.dicompreview.viewer.ViewportMemory;
import org.dicompreview.viewer.ViewportModel;
import org.dicompreview.viewer.ViewportOverlays;
import org.dicompreview.viewer.ViewportServices;
import org.dicompreview.viewer.ViewportState;
import org.dicompreview.viewer.internal.canvas.FrameCanvas;
import org.dicompreview.viewer.internal.controls.AxisBar;
import org.dicompreview.viewer.internal.controls.SliceBar;
import org.dicompreview.viewer.internal.controls.StatusBar;
import org.dicompreview.viewer.internal.document.DocumentPane;
import org.dicompreview.viewer.internal.layers.LayerStack;
import org.dicompreview.viewer.internal.loading.KeyImagesJob;
import org.dicompreview.viewer.internal.loading.PlanesJob;
import org.dicompreview.viewer.internal.loading.PresentationStatesJob;
import org.dicompreview.viewer.internal.loading.StacksJob;
import org.dicompreview.viewer.internal.overlay.OverlayPresenter;
import org.dicompreview.viewer.internal.playback.CinePlayer;
import org.dicompreview.viewer.internal.strip.SeriesStrip;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;

/** The control of a viewport: stack choice, canvas, sliders, status line. UI thread only. */
final class ViewportControl extends Composite implements Viewport {

	/**
	 * How a series is to be shown.
	 *
	 * @param place    the slice to begin with; absent for where the person left it, else the start
	 * @param joins    whether it begins where linked viewports stand, if there are any, and leads them otherwise
	 * @param instance the instance that is asked for, of which it is said if there is no image
	 * @param settings how it is displayed if another series is on show; absent for what is remembered
	 */
	private record Opening(Optional<SlicePlace> place, boolean joins, Optional<InstanceHeader> instance,
			Optional<ViewingSettings> settings) {
	}

	/** Until the marks on the track follow what the layers have. */
	private static final int MARKS_MS = 200;
	private static final String NOTHING = ""; //$NON-NLS-1$
	/** Lines for the message above a document. */
	private static final int BAND_LINES = 3;

	private final Display display;
	private final ViewportMemory memory;
	private final InstanceDocuments documents;
	private final PicturePresenter picture;
	private final PresentationStatesJob presentationStates;
	private final PlanesJob planes;
	private final KeyImagesJob keyImages;
	private final CinePlayer player;
	private final ViewportModel model = new ViewportModel();
	private final SliceNavigator navigator = model.navigator();
	private final ViewportOverlays overlays = new ViewportOverlays();
	private final OverlayPresenter overlayPresenter;
	private final Combo stackChoice;
	private final LayerOverlay overlay;
	private final FrameCanvas canvas;
	private final AxisBar axisBar;
	private final SliceBar sliceBar;
	private final SeriesStrip strip;
	private final StatusBar status;
	private final ToolDispatcher tools;
	private final LayerRegistry layers;
	private final ViewportLinks links;
	private final ViewportLinksListener marks = new MarksListener();
	private final Runnable repaint = () -> inUi(this::layersChanged);
	private final Runnable marksNow = this::showMarks;

	private int shownVersion;
	private StacksJob stacksJob;
	/** Made with the first instance without pictures. */
	private DocumentPane documentPane;
	/** What is to be done once what is awaited is on show. */
	private final List<Runnable> whenShown = new ArrayList<>();

	ViewportControl(Composite parent, ViewportServices services, ViewportLinks links) {
		super(parent, SWT.NONE);
		this.links = links;
		memory = services.memory();
		documents = services.documents();
		layers = services.layers();
		display = parent.getDisplay();
		presentationStates = new PresentationStatesJob(services.states(),
				found -> inUi(() -> model.offer(found.stacks(), found.states())));
		planes = new PlanesJob(offer -> inUi(() -> model.offer(offer)));
		keyImages = new KeyImagesJob(documents, (of, found) -> inUi(() -> model.offer(of, found)));
		player = new CinePlayer(display, new ModelStage());
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
		stackChoice = new Combo(this, SWT.READ_ONLY | SWT.DROP_DOWN);
		stackChoice.setToolTipText(Messages.ViewportControl_stacks);
		stackChoice.addSelectionListener(
				SelectionListener.widgetSelectedAdapter(e -> choose(stackChoice.getSelectionIndex())));
		overlay = new LayerOverlay(new LayerStack(layers));
		canvas = new FrameCanvas(this, overlay);
		layers.addListener(repaint);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
		axisBar = new AxisBar(this, model::moveAxis);
		sliceBar = new SliceBar(this, navigator, this::moveTo);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(sliceBar);
		status = new StatusBar(this);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(status);
		picture = new PicturePresenter(model, canvas, status, services.loader(), services.renderer(), new PictureListener());
		canvas.onPainted(this::painted);
		tools = new ToolDispatcher(this, services.tools(), status::showProbe);
		sliceBar.scale().addListener(SWT.MouseVerticalWheel, e -> {
			model.moveBy(-Integer.signum(e.count));
			e.doit = false;
		});
		strip = new SeriesStrip(model, services, sliceBar);
		addListener(SWT.Resize, e -> strip.wishChanged());
		addListener(SWT.Dispose, e -> close());
		overlayPresenter = new OverlayPresenter(model, overlays, services.overlays(), canvas);
		model.addListener(new ModelListener());
		links.add(model);
		links.addListener(marks);
		picture.stateChanged();
		showStacks();
	}

	@Override
	public ViewportModel model() {
		return model;
	}

	@Override
	public ViewportLinks links() {
		return links;
	}

	@Override
	public ViewportOverlays overlays() {
		return overlays;
	}

	@Override
	public Composite control() {
		return this;
	}

	@Override
	public Canvas canvas() {
		return canvas;
	}

	@Override
	public Optional<ImageTransform> transform() {
		return canvas.transform();
	}

	@Override
	public void show(Series series) {
		show(series, new Opening(Optional.empty(), true, Optional.empty(), Optional.empty()));
	}

	@Override
	public void show(Series series, SlicePlace place) {
		show(series, new Opening(Optional.of(place), false, Optional.empty(), Optional.empty()));
	}

	@Override
	public void show(Series series, ViewportMemory.Entry entry) {
		show(series, new Opening(Optional.of(entry.place()), false, Optional.empty(), Optional.of(entry.settings())));
	}

	@Override
	public void show(SliceStack stack) {
		boolean shown = model.state().stack()
				.filter(other -> other.series() == stack.series() && other.index() == stack.index()).isPresent();
		if (shown) {
			show(stack.series());
		} else {
			show(stack.series(), new Opening(Optional.of(SlicePlace.of(stack.series(), stack.start())), true, Optional.empty(),
					Optional.empty()));
		}
	}

	@Override
	public void show(Series series, InstanceHeader instance) {
		show(series, new Opening(Optional.of(SlicePlace.of(series, instance, 0)), false, Optional.of(instance), Optional.empty()));
	}

	private void show(Series series, Opening opening) {
		cancel();
		if (isShown(series) && opening.place().isEmpty() && series.version() == shownVersion && series.isFilled()) {
			return;
		}
		StacksJob mine = stacksJob = new StacksJob(series,
				opening.place().or(() -> memory.recall(series.uid()).map(ViewportMemory.Entry::place)), standing(series));
		mine.addJobChangeListener(IJobChangeListener.onDone(e -> inUi(() -> {
			if (stacksJob == mine) {
				stacksJob = null;
				List<Runnable> then = List.copyOf(whenShown);
				whenShown.clear();
				if (e.getResult().isOK()) {
					present(series, mine.found(), opening);
					then.forEach(Runnable::run);
				}
			}
		})));
		mine.schedule();
	}

	private StacksJob.Standing standing(Series series) {
		return isShown(series) && model.navigator().pathIndex() >= 0
				? new StacksJob.Standing(model.navigator().path(), model.navigator().pathIndex()) : StacksJob.Standing.NOWHERE;
	}

	private void present(Series series, StacksJob.Found found, Opening opening) {
		Optional<InstanceHeader> missed = opening.instance().filter(header -> found.start() == null
				|| !found.start().instance().location().equals(header.location()));
		if (missed.isPresent()) {
			show(new Subject.Document(series, missed.get()));
			return;
		}
		presentStacks(series, found, opening);
		if (series.version() != shownVersion || series.instances().isEmpty()) {
			refresh(); // the scan went on while the series was ordered, and nobody may tell of it again
		}
	}

	@Override
	public void show(Subject subject) {
		cancel();
		remember();
		model.show(subject);
	}

	@Override
	public void whenShown(Runnable then) {
		if (isBusy()) {
			whenShown.add(then);
		} else {
			then.run();
		}
	}

	@Override
	public void say(String text) {
		status.showProbe(text);
	}

	@Override
	public void cancel() {
		whenShown.clear();
		if (stacksJob != null) {
			stacksJob.cancel();
			stacksJob = null; // also if what it was for comes too late: its result is no longer wanted
		}
	}

	@Override
	public boolean isBusy() {
		return stacksJob != null;
	}

	private boolean isShown(Series series) {
		return model.state().subject() instanceof Subject.Images images && images.of() == series;
	}

	@Override
	public void refresh() {
		if (isBusy()) {
			return; // a person has asked for something else, which must not be given up for this
		}
		if (model.state().subject() instanceof Subject.Images images) {
			refresh(images.of());
		} else if (model.state().subject() instanceof Subject.Document document
				&& !document.of().instances().contains(document.header())) {
			if (document.of().instances().isEmpty()) {
				show(new Subject.Nothing());
			} else {
				show(document.of()); // what else there is of it, as its row is still selected
			}
		}
	}

	private void refresh(Series series) {
		if (series.instances().isEmpty() && series.isFilled()) {
			show(new Subject.Nothing());
		} else if (series.version() == shownVersion) {
			presentationStates.find(series, model.state().stacks());
			overlayPresenter.find(series, model.state().stacks());
			keyImages.find(series);
		} else {
			show(series, new Opening(model.place(), false, Optional.empty(), Optional.empty()));
		}
	}

	private void presentStacks(Series series, StacksJob.Found found, Opening opening) {
		remember();
		shownVersion = found.version();
		Subject.Images subject = new Subject.Images(series);
		if (found.stacks().isEmpty()) {
			model.show(subject);
		} else {
			ViewingSettings settings = opening.settings()
					.or(() -> memory.recall(series.uid()).map(ViewportMemory.Entry::settings)).orElse(ViewingSettings.DEFAULT);
			model.show(subject, found.stacks(), found.stack(), start(found, opening, settings), settings);
			presentationStates.find(series, model.state().stacks());
			overlayPresenter.find(series, model.state().stacks());
			keyImages.find(series);
		}
	}

	private Slice start(StacksJob.Found found, Opening opening, ViewingSettings settings) {
		return opening.joins() ? links.start(model, found.stack(), settings.reversed()).orElse(found.start()) : found.start();
	}

	private void showStacks() {
		List<SliceStack> stacks = model.state().stacks();
		List<InstanceHeader> headers = shownDocuments();
		stackChoice.setItems(headers.isEmpty() ? stacks.stream().map(SliceStack::label).toArray(String[]::new)
				: headers.stream().map(ViewportControl::documentLabel).toArray(String[]::new));
		stackChoice.setToolTipText(headers.isEmpty() ? Messages.ViewportControl_stacks : Messages.ViewportControl_documents);
		navigator.stack().ifPresentOrElse(stack -> stackChoice.select(stacks.indexOf(stack)), () -> stackChoice.select(0));
		show(stackChoice, stacks.size() > 1 || headers.size() > 1);
		showDocument(headers);
		axisBar.show(navigator);
		show(axisBar, !axisBar.scales().isEmpty());
		sliceBar.show(navigator);
		show(sliceBar, headers.isEmpty());
		showMarks();
		strip.show();
		if (model.planes().isEmpty()) {
			model.sourceStack().ifPresent(planes::find);
		}
		status.showRule(navigator.stack().map(this::ruleText).orElse(NOTHING));
		layout(true, true);
	}

	/** The slider may have to go back to where it stood: it stops at key images only, if somebody wants that. */
	private void moveTo(int index) {
		if (!model.moveTo(index)) {
			sliceBar.move(navigator);
		}
	}

	/** {@return the instances of which the first is on show as a document; none where there are images or nothing} */
	private List<InstanceHeader> shownDocuments() {
		return model.state().stack().isPresent() ? List.of() : model.state().subject().documents();
	}

	private static String documentLabel(InstanceHeader header) {
		return Subject.kind(header) + "  \u2013  " + header.location().name(); //$NON-NLS-1$
	}

	private void choose(int index) {
		List<InstanceHeader> headers = shownDocuments();
		if (headers.isEmpty()) {
			model.chooseStack(index);
		} else if (index > 0 && index < headers.size()) {
			model.series().ifPresent(series -> show(new Subject.Document(series, headers.get(index))));
		}
	}

	/** Below a document there is its content; the message on the canvas says what it is. */
	private void showDocument(List<InstanceHeader> headers) {
		boolean there = !headers.isEmpty();
		if (there && documentPane == null) {
			documentPane = new DocumentPane(this, documents, this::follow);
			documentPane.moveAbove(axisBar);
		}
		GridDataFactory.fillDefaults().grab(true, !there)
				.hint(SWT.DEFAULT, there ? BAND_LINES * canvas.getFont().getFontData()[0].getHeight() * 2 : SWT.DEFAULT)
				.applyTo(canvas);
		if (documentPane != null) {
			documentPane.setVisible(there);
			GridDataFactory.fillDefaults().grab(true, true).exclude(!there).applyTo(documentPane);
			if (there) {
				documentPane.show(headers.get(0));
			} else {
				documentPane.release();
			}
		}
	}

	/** Shows an instance that a document refers to, if the same patient has it. */
	private void follow(InstanceReference reference) {
		Optional<ReferencedInstance> found = model.series()
				.flatMap(series -> ReferencedInstance.find(series.study().patient(), reference));
		if (found.isEmpty()) {
			status.showProbe(Messages.ViewportControl_notOpen);
		} else if (found.get().header().hasPixels()) {
			show(found.get().series(), SlicePlace.of(found.get().series(), found.get().header(), found.get().frame()));
		} else {
			show(found.get().series(), found.get().header());
		}
	}

	private void layersChanged() {
		canvas.redraw();
		strip.wishChanged();
		display.timerExec(MARKS_MS, marksNow); // once for many changes
	}

	private void showMarks() {
		if (!isDisposed()) {
			sliceBar.track().show(navigator, Stream.concat(layers.shown().stream(), Stream.of(new KeyMarks(model))).toList());
		}
	}

	private static void show(Control control, boolean visible) {
		control.setVisible(visible);
		GridDataFactory.fillDefaults().grab(true, false).exclude(!visible).applyTo(control);
	}

	private String ruleText(SliceStack stack) {
		return NLS.bind(navigator.reversed() ? Messages.ViewportControl_ruleReversed : Messages.ViewportControl_ruleText,
				stack.rule());
	}

	@Override
	public void step(int delta) {
		int axis = axisBar.focused();
		if (axis < 0) {
			model.moveBy(delta);
		} else {
			model.moveAxis(axis, navigator.coordinate(axis) + delta);
		}
	}

	private void painted() {
		player.painted();
		picture.takeHeld();
	}

	@Override
	public boolean isSettled() {
		return picture.settled();
	}

	@Override
	public String message() {
		return canvas.message();
	}

	@Override
	public String description() {
		return canvas.description();
	}

	@Override
	public void paintPicture(GC gc) {
		canvas.paintPicture(gc, canvas.getClientArea());
	}

	@Override
	public void paint(GC gc) {
		canvas.paint(gc, canvas.getClientArea());
	}

	@Override
	public void paintLayers(GC gc, RenderedSlice of, Rectangle area) {
		ImageTransform.of(of).ifPresent(transform -> overlay.paint(gc, area, of, transform));
	}

	@Override
	public double paintedRate() {
		return player.measuredRate();
	}

	@Override
	public long droppedPictures() {
		return player.dropped();
	}

	private void remember() {
		model.place().ifPresent(place -> memory.remember(new ViewportMemory.Entry(place, model.viewingSettings())));
	}

	private void close() {
		layers.removeListener(repaint);
		links.removeListener(marks);
		links.remove(model);
		remember();
		cancel();
		strip.close();
		player.close();
		presentationStates.cancel();
		planes.release();
		overlayPresenter.close();
		keyImages.cancel();
		model.releaseRendered();
	}

	private void inUi(Runnable update) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!isDisposed()) {
					update.run();
				}
			});
		}
	}

	@Override
	public boolean setFocus() {
		if (canvas.isDisposed()) {
			return false; // asked for too while all is disposed of
		}
		if (documentPane != null && documentPane.isVisible()) {
			return documentPane.focusOutline();
		}
		return sliceBar.scale().isEnabled() ? sliceBar.scale().setFocus() : canvas.forceFocus();
	}

	/** Lets all that can be seen of the model follow it. */
	private final class ModelListener implements ViewportListener {

		@Override
		public void stateChanged(ViewportState before, ViewportState now) {
			boolean sameStack = before.stack().equals(now.stack()) && before.stacks() == now.stacks()
					&& before.subject() == now.subject() && before.reversed() == now.reversed();
			if (sameStack) {
				axisBar.move(navigator);
				sliceBar.move(navigator);
				strip.moved();
			} else {
				showStacks();
			}
			if (!before.identity().equals(now.identity())) {
				tools.cancel();
			}
			if (now.stack().isEmpty() && before.stack().isPresent()) {
				presentationStates.release();
				keyImages.release();
				planes.release();
			}
			if (now.stacks() != before.stacks() && now.subject() == before.subject()) {
				now.series().ifPresent(series -> presentationStates.find(series, now.stacks()));
			}
			picture.stateChanged();
		}

		@Override
		public void appearanceChanged(Appearance now) {
			picture.appearanceChanged();
			remember();
		}

		@Override
		public void keyImagesChanged() {
			showMarks();
		}

		@Override
		public void playbackChanged(PlaybackState before, PlaybackState now) {
			player.playbackChanged(before);
			canvas.redraw();
			remember();
		}
	}

	/** Shows what the viewports mark of each other. */
	private final class MarksListener implements ViewportLinksListener {

		@Override
		public void marksChanged() {
			canvas.redraw();
			tools.probe();
		}
	}

	/** Takes up what comes to the canvas and into memory. */
	private final class PictureListener implements PicturePresenter.Listener {

		@Override
		public void arrived() {
			tools.probe();
			strip.pictureChanged();
			player.arrived();
		}

		@Override
		public void cacheChanged() {
			sliceBar.track().setCached(navigator.onSlider(picture.cached()));
		}
	}

	/** Paints the layers over the picture. */
	private final class LayerOverlay implements FrameCanvas.Overlay {

		private final LayerStack layers;

		LayerOverlay(LayerStack layers) {
			this.layers = layers;
		}

		@Override
		public void paint(GC gc, Rectangle area, RenderedSlice picture, ImageTransform transform) {
			layers.paint(gc, new LayerContext(ViewportControl.this, picture, transform, area));
		}

		@Override
		public String description(Rectangle area, RenderedSlice picture, ImageTransform transform) {
			return layers.description(new LayerContext(ViewportControl.this, picture, transform, area));
		}
	}

	/** The stack that is played. */
	private final class ModelStage implements CinePlayer.Stage {

		@Override
		public Optional<Playback> film() {
			return model.film();
		}

		@Override
		public PlaybackState playback() {
			return model.playback();
		}

		@Override
		public int place(int axis) {
			return navigator.place(axis);
		}

		@Override
		public void playTo(int axis, int place) {
			model.playTo(axis, place);
		}

		@Override
		public boolean ready() {
			return picture.ready();
		}
	}
}
