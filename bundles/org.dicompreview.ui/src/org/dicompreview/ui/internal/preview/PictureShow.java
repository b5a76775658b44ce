package org.dicompreview.ui.internal.preview;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.series.Slice;
import org.dicompreview.ui.internal.preview.AnnotationPainter.Annotations;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;

/**
 * Brings the picture of one slice after the other to the canvas, and knows how the person wants to see them. UI thread only.
 */
final class PictureShow {

	/** Hears what happens here. */
	interface Listener {

		/** A picture has come to the canvas. */
		void arrived();

		/** Pictures are shown in another way from now on. */
		void looksChanged();

		/** Other frames are in memory now. */
		void cacheChanged();

		/** {@return what is to be said of playing, or empty text} */
		String playing();
	}

	private static final int SLOW_MS = 250;

	private final FrameCanvas canvas;
	private final StatusBar status;
	private final Listener listener;
	private final Display display;
	private final PictureFlow flow;
	private final AtomicReference<RenderJob.Result> newest = new AtomicReference<>();
	private ViewportState state = ViewportState.of(new Subject.Nothing());
	private RenderJob.Result shown;
	private Slice awaited;
	/** Whether each picture is to be seen, however little time there is: none takes the place of one not painted yet. */
	private boolean film;
	private boolean held;
	/** Whether the next picture has the window of this one. */
	private boolean holding;
	private boolean oneWindow;
	private List<StateChoice> states = List.of();

	PictureShow(FrameCanvas canvas, StatusBar status, FrameLoader loader, FrameRenderer renderer, Listener listener) {
		this.canvas = canvas;
		this.status = status;
		this.listener = listener;
		display = canvas.getDisplay();
		flow = new PictureFlow(display, loader, renderer, this::rendered);
		flow.onCacheChange(() -> inUi(listener::cacheChanged));
		canvas.addListener(SWT.Resize, e -> flow.setTarget(canvas.target()));
		canvas.addListener(SWT.ZoomChanged, e -> flow.setTarget(canvas.target()));
		canvas.addListener(SWT.Dispose, e -> close());
	}

	private void close() {
		flow.close();
		takeHeld(); // which disposes it
		shown = null;
		awaited = null;
		states = List.of();
	}

	/**
	 * Takes up what is on show now. What was under way for something else never comes to the canvas.
	 *
	 * @param next    what is to be on the canvas
	 * @param path    the slices along the slider
	 * @param index   where it stands there
	 * @param playing whether it is one of a film
	 */
	void show(ViewportState next, List<Slice> path, int index, boolean playing) {
		state = next;
		if (!canvas.shows(next.identity())) {
			shown = null;
			canvas.begin(next.identity(), next.message());
			status.showProbe(""); //$NON-NLS-1$
		}
		if (next.slice().isEmpty()) {
			awaited = null;
			flow.pause();
			return;
		}
		Slice slice = next.slice().get();
		awaited = slice;
		film = playing;
		takeHeld();
		flow.request(next.identity(), path, index);
		if (!playing) {
			display.timerExec(SLOW_MS, () -> noteSlow(slice));
		}
	}

	private void noteSlow(Slice slice) {
		if (!canvas.isDisposed() && slice == awaited) {
			status.showProbe(Messages.PreviewPane_loading);
		}
	}

	/** On the thread of the render job. A picture that the UI thread has not taken up yet gives way to a newer one. */
	private void rendered(RenderJob.Result result) {
		RenderJob.Result stale = newest.getAndSet(result);
		if (stale != null) {
			stale.dispose();
		} else if (display.isDisposed()) {
			result.dispose();
		} else {
			display.asyncExec(this::take);
		}
	}

	/** Takes up the newest picture; in a film only when the last one is painted. */
	private void take() {
		held = film && !canvas.isDisposed() && canvas.unpainted() > 0;
		if (!held) {
			present(newest.getAndSet(null));
		}
	}

	/** Takes up the picture that waited for the last one to be on the screen, if one does. */
	void takeHeld() {
		if (held) {
			held = false;
			display.asyncExec(this::take);
		}
	}

	private void present(RenderJob.Result result) {
		RenderJob.Request request = result.request();
		if (canvas.isDisposed() || !request.identity().equals(state.identity())) {
			result.dispose();
			return;
		}
		shown = result;
		if (!request.coarse() && request.loaded().slice().equals(awaited)) {
			awaited = null;
		}
		if (holding && flow.held().isEmpty() && !request.coarse()) {
			flow.hold(windowShown());
		}
		Annotations texts = PictureTexts.of(result, listener.playing());
		if (result.picture() == null) {
			canvas.showMessage(request.identity(), request.loaded().reason().orElse(Messages.PreviewPane_noFrame), texts);
		} else {
			canvas.showPicture(result, texts);
		}
		if (!flow.isCurrent(request)) {
			flow.render();
		}
		listener.cacheChanged();
		listener.arrived();
	}

	/** Changes how frames are shown. */
	void change(UnaryOperator<DisplaySettings> edit) {
		if (edit.apply(settings()).window().isEmpty()) {
			flow.hold(Optional.empty()); // that of the file is wanted
		}
		look(flow.looks().edited(edit, settings()));
	}

	/**
	 * Says which window the next slices have where nobody chose one: the same as the last one, or each its own.
	 *
	 * @param sameStack whether they are of the stack on show
	 * @param still     whether they are another time or the like of the same place, or images of a film
	 */
	void hold(boolean sameStack, boolean still) {
		holding = oneWindow || sameStack && still;
		flow.hold(holding && sameStack ? flow.held().or(this::windowShown) : Optional.empty());
	}

	/** Shows all slices of a stack with the window of the one on show, or each with its own. */
	void setOneWindow(boolean on) {
		oneWindow = on;
		holding = on;
		flow.hold(on ? windowShown() : Optional.empty());
		flow.render();
		listener.looksChanged();
	}

	boolean oneWindow() {
		return oneWindow;
	}

	private Optional<VoiWindow> windowShown() {
		return shown == null || shown.frame() == null || !shown.frame().windowable() ? Optional.empty()
				: shown.settings().window().or(() -> Optional.ofNullable(shown.frame().initialWindow().window()));
	}

	/** Shows frames as the file says, with the presentation state that is applied. */
	void reset() {
		flow.hold(Optional.empty());
		look(new Looks(DisplaySettings.DEFAULT, flow.looks().state(), false));
	}

	/** Applies a presentation state. @param state absent for none */
	void apply(Optional<StateChoice> state) {
		look(flow.looks().withState(state));
	}

	private void look(Looks looks) {
		if (!looks.settings().window().equals(flow.looks().settings().window())
				|| !looks.state().equals(flow.looks().state())) {
			flow.hold(Optional.empty()); // a person has chosen; what stays from now on is what they see then
		}
		flow.setLooks(looks);
		listener.looksChanged();
	}

	/** Takes up how another series is shown, without a word to the listener. */
	void begin(Looks looks) {
		states = List.of();
		flow.hold(Optional.empty());
		flow.setLooks(looks);
	}

	/** Takes up the presentation states that there are now; one that is gone is applied no longer. */
	void offer(List<StateChoice> found) {
		states = found;
		Optional<StateChoice> applied = flow.looks().state();
		if (applied.isPresent() && found.stream().noneMatch(each -> each.uid().equals(applied.get().uid()))) {
			apply(Optional.empty());
		} else {
			listener.looksChanged();
		}
	}

	/** {@return the presentation states that can be applied} */
	List<StateChoice> states() {
		return states;
	}

	Looks looks() {
		return flow.looks();
	}

	/** {@return the settings as they are on screen: with the place that a state gives, and the window that stays} */
	DisplaySettings settings() {
		return shown != null && flow.looks().isPlacedByState() && flow.isCurrent(shown.request())
				? shown.settings() : flow.effective().settings();
	}

	/** {@return the frame on screen, as the presentation state shows it} */
	Optional<DisplayFrame> frame() {
		return shown == null ? Optional.empty() : Optional.ofNullable(shown.frame());
	}

	/** {@return which slices of the path of the last request are in memory} */
	BitSet cached() {
		return flow.cached();
	}

	/**
	 * {@return whether the next picture may be asked for: the last one has come or is being rendered, and no other waits, so
	 * that none gets lost}
	 */
	boolean ready() {
		return (awaited == null || flow.isRendered(awaited)) && newest.get() == null;
	}

	/** {@return whether what is on the canvas is the slice asked for as looks and size are now} */
	boolean settled() {
		return awaited == null && slice().isPresent();
	}

	/** {@return the slice on the canvas, if it is there in full, as looks and size are now; another may be asked for} */
	Optional<Slice> slice() {
		return shown == null || shown.request().coarse() || !flow.isCurrent(shown.request()) ? Optional.empty()
				: Optional.of(shown.request().loaded().slice());
	}

	private void inUi(Runnable update) {
		if (!display.isDisposed()) {
			display.asyncExec(() -> {
				if (!canvas.isDisposed()) {
					update.run();
				}
			});
		}
	}
}
