package org.dicompreview.viewer.internal.strip;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.dicompreview.rendering.ColorScale;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.Slab;
import org.dicompreview.series.SliceStack;
import org.dicompreview.viewer.Layer;
import org.dicompreview.viewer.PresentationStateChoice;
import org.dicompreview.viewer.SliceNavigator;
import org.dicompreview.viewer.ViewportModel;
import org.dicompreview.viewer.ViewportServices;
import org.dicompreview.viewer.internal.controls.SliceBar;
import org.dicompreview.viewer.internal.controls.StripCanvas;
import org.dicompreview.viewer.internal.controls.Ticks;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.widgets.Display;

/**
 * Fills the strip along the slider: a cut through a spatial stack, else small frames. Slices are read in the background,
 * below all else, and painted by a job. UI thread only, but for what says otherwise.
 */
public final class SeriesStrip {

	/** Points between two numbers of the scale. */
	private static final int TICK_DISTANCE = 70;
	/** Until the strip is painted anew while slices come in. */
	private static final int PACE_MS = 150;
	/** A viewport that is lower has no room for a strip. */
	private static final int LEAST_HEIGHT = 260;

	/** What to paint. */
	private record Order(StripContent content, ColorScale scale, int width, int height, int zoom) {
	}

	/** A strip that is painted. */
	private record Painted(StripContent content, Image image) {
	}

	private final ViewportModel model;
	private final ViewportServices services;
	private final SliceBar bar;
	private final StripCanvas canvas;
	private final Display display;
	private final StripJob job = new StripJob(this::paint);
	private final AtomicReference<Painted> newest = new AtomicReference<>();
	private volatile Order order;
	/** {@code null} while there is nothing to show, or nobody wants it. */
	private StripContent content;
	private Optional<Slab.Direction> direction = Optional.empty();
	private Optional<Slab.Projection> projection = Optional.empty();
	/** How the picture was displayed whose window the strip has; {@code null} before there is one. */
	private DisplaySettings.Window shownWindow;
	private Optional<PresentationStateChoice> shownState = Optional.empty();
	private ColorScale scale;

	/**
	 * @param model    what is on show
	 * @param services load and render slices, and say whether the strip is wanted
	 * @param bar      has the strip
	 */
	public SeriesStrip(ViewportModel model, ViewportServices services, SliceBar bar) {
		this.model = model;
		this.services = services;
		this.bar = bar;
		canvas = bar.strip();
		display = canvas.getDisplay();
		canvas.addListener(SWT.Resize, e -> sizeChanged());
		canvas.addListener(SWT.ZoomChanged, e -> sizeChanged());
		StripMenu.install(canvas, this);
		StripHover.install(canvas, this, services);
		show();
	}

	/** Shows the stack that is on show now from its beginning. What was under way for another one is given up. */
	public void show() {
		closeContent();
		Optional<StripPlan> plan = isWanted() ? StripPlan.of(model.navigator(), direction, projection) : Optional.empty();
		bar.showStrip(plan.isPresent());
		shownWindow = null;
		shownState = Optional.empty();
		scale = null;
		plan.ifPresent(this::open);
	}

	private boolean isWanted() {
		return services.layers().isShown(Layer.SERIES_STRIP) && services.loader() != null
				&& bar.getParent().getSize().y >= LEAST_HEIGHT;
	}

	/** Shows or hides the strip if that is wanted by now, or there is room now, and was not before. */
	public void wishChanged() {
		if (isWanted() != bar.isStripShown() && model.state().stack().isPresent()) {
			boolean before = bar.isStripShown();
			show();
			if (before != bar.isStripShown()) {
				bar.getParent().layout(true, true);
			}
		}
	}

	private void open(StripPlan plan) {
		SliceNavigator navigator = model.navigator();
		canvas.show(navigator.count(), navigator.index());
		content = new StripContent(plan, services.loader(), services.renderer(), new Arrival());
		if (plan.slab().isPresent()) {
			content.readLines();
		}
		layoutTicks();
		pictureChanged();
		sizeChanged();
	}

	private void layoutTicks() {
		StripPlan plan = content.plan();
		canvas.setTicks(Ticks.of(plan.values(), plan.unit(), Math.max(1, canvas.getClientArea().width / TICK_DISTANCE)));
	}

	/** The slider has moved. */
	public void moved() {
		canvas.move(model.navigator().index());
	}

	/** Another picture has come: the strip takes its window, if a person has chosen it, or it is the first one. */
	public void pictureChanged() {
		if (content == null) {
			return;
		}
		model.rendered().filter(picture -> !picture.coarse()).ifPresent(picture -> picture.frame().ifPresent(frame -> {
			DisplaySettings.Window window = picture.settings().window();
			if (!window.equals(shownWindow) || !picture.appearance().state().equals(shownState)) {
				shownWindow = window;
				shownState = picture.appearance().state();
				scale = services.renderer().scale(frame, picture.settings()).orElse(null);
				sizeChanged();
			}
		}));
	}

	/** Has the strip painted for its size and window as they are now. */
	private void sizeChanged() {
		int width = canvas.getClientArea().width;
		if (content == null || width < 1) {
			return;
		}
		layoutTicks();
		int zoom = canvas.getMonitor().getZoom();
		int pixels = Math.max(1, width * zoom / 100);
		int height = StripCanvas.PICTURE * zoom / 100;
		if (content.plan().slab().isEmpty() && shownWindow != null) {
			content.readFrames(pixels, height, shownWindow);
		}
		order = new Order(content, scale, pixels, height, zoom);
		job.schedule();
	}

	/** On the thread of the job. */
	private void paint() {
		Order wanted = order;
		if (wanted == null || display.isDisposed()) {
			return;
		}
		wanted.content().paint(wanted.scale(), wanted.width(), wanted.height()).ifPresent(data -> {
			ImageDataProvider provider = zoom -> zoom == wanted.zoom() ? data : scaled(data, zoom, wanted.zoom());
			Painted stale = newest.getAndSet(new Painted(wanted.content(), new Image(display, provider)));
			if (stale != null) {
				stale.image().dispose();
			} else if (!display.isDisposed()) {
				display.asyncExec(this::take);
			}
		});
	}

	private static ImageData scaled(ImageData data, int zoom, int rendered) {
		return data.scaledTo(Math.max(1, data.width * zoom / rendered), Math.max(1, data.height * zoom / rendered));
	}

	private void take() {
		Painted painted = newest.getAndSet(null);
		if (painted != null && painted.content() == content && !canvas.isDisposed()) {
			canvas.setPicture(painted.image());
		} else if (painted != null) {
			painted.image().dispose();
		}
	}

	/** Chooses which way the cut runs. @param chosen absent to choose by the geometry */
	void setDirection(Optional<Slab.Direction> chosen) {
		direction = chosen;
		show();
	}

	/** {@return which way the cut runs, as somebody chose it} */
	Optional<Slab.Direction> direction() {
		return direction;
	}

	/** Chooses what becomes of the slab. @param chosen absent to choose by the modality */
	void setProjection(Optional<Slab.Projection> chosen) {
		projection = chosen;
		show();
	}

	/** {@return what becomes of the slab, as somebody chose it} */
	Optional<Slab.Projection> projection() {
		return projection;
	}

	/** {@return what is shown; absent if nothing is} */
	Optional<StripPlan> plan() {
		return Optional.ofNullable(content).map(StripContent::plan);
	}

	/** {@return what is on show, for the words about a place} */
	Optional<SliceStack> stack() {
		return model.state().stack();
	}

	/** {@return what the marks at a place mean, or empty text} */
	String marks(int place) {
		return bar.track().marks(place);
	}

	private void closeContent() {
		if (content != null) {
			content.close();
			content = null;
		}
		order = null;
		canvas.show(0, 0);
	}

	/** Reads nothing more. */
	public void close() {
		closeContent();
		job.cancel();
		take(); // which disposes it
	}

	/** What comes in the background, on any thread. */
	private final class Arrival implements StripContent.Listener {

		@Override
		public void changed(StripContent from) {
			job.schedule(PACE_MS);
		}

		@Override
		public void colored(StripContent from) {
			if (!display.isDisposed()) {
				display.asyncExec(() -> {
					if (from == content) {
						StripPlan frames = from.plan().withoutCut();
						closeContent();
						open(frames);
					}
				});
			}
		}
	}
}
