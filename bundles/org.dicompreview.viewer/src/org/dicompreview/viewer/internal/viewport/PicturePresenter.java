package org.dicompreview.viewer.internal.viewport;

import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReference;

import org.dicompreview.dicom.Texts;
import org.dicompreview.rendering.FrameLoader;
import org.dicompreview.rendering.FrameRenderer;
import org.dicompreview.series.Slice;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.SliceNavigator;
import org.dicompreview.viewer.ViewportModel;
import org.dicompreview.viewer.ViewportState;
import org.dicompreview.viewer.internal.canvas.FrameCanvas;
import org.dicompreview.viewer.internal.controls.StatusBar;
import org.dicompreview.viewer.internal.rendering.RenderJob;
import org.dicompreview.viewer.internal.rendering.RenderPipeline;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;

/** Brings the picture of one slice of a model after the other to the canvas. UI thread only. */
final class PicturePresenter {

	/** Hears what happens here. */
	interface Listener {

		/** A picture has come to the canvas. */
		void arrived();

		/** Other frames are in memory now. */
		void cacheChanged();
	}

	private static final int SLOW_MS = 250;

	private final ViewportModel model;
	private final FrameCanvas canvas;
	private final StatusBar status;
	private final Listener listener;
	private final Display display;
	private final RenderPipeline pipeline;
	private final AtomicReference<RenderJob.Result> newest = new AtomicReference<>();
	private Slice awaited;
	/** Whether each picture is to be seen, however little time there is: none takes the place of one not painted yet. */
	private boolean film;
	private boolean held;

	PicturePresenter(ViewportModel model, FrameCanvas canvas, StatusBar status, FrameLoader loader, FrameRenderer renderer,
			Listener listener) {
		this.model = model;
		this.canvas = canvas;
		this.status = status;
		this.listener = listener;
		display = canvas.getDisplay();
		pipeline = new RenderPipeline(display, loader, renderer, this::rendered);
		pipeline.onCacheChange(() -> inUi(listener::cacheChanged));
		canvas.addListener(SWT.Resize, e -> pipeline.setTarget(canvas.target()));
		canvas.addListener(SWT.ZoomChanged, e -> pipeline.setTarget(canvas.target()));
		canvas.addListener(SWT.Dispose, e -> close());
	}

	private void close() {
		pipeline.close();
		takeHeld(); // which disposes it
		awaited = null;
	}

	/** Takes up what is on show now. What was under way for something else never comes to the canvas. */
	void stateChanged() {
		ViewportState state = model.state();
		pipeline.setAppearance(model.effectiveAppearance());
		if (!canvas.shows(state.identity())) {
			canvas.begin(state.identity(), state.message());
			status.showProbe(""); //$NON-NLS-1$
		}
		if (state.slice().isEmpty()) {
			awaited = null;
			if (state.stack().isEmpty()) {
				release();
			} else {
				pipeline.pause(); // in a gap: the neighbours are wanted again soon
			}
			return;
		}
		Slice slice = state.slice().get();
		awaited = slice;
		film = model.playback().playing();
		takeHeld();
		SliceNavigator navigator = model.navigator();
		pipeline.request(state.identity(), navigator.path(), navigator.pathIndex());
		if (!film) {
			display.timerExec(SLOW_MS, () -> noteSlow(slice));
		}
	}

	/** Renders once more if slices are displayed in another way now. */
	void appearanceChanged() {
		if (!pipeline.appearance().equals(model.effectiveAppearance())) {
			pipeline.setAppearance(model.effectiveAppearance());
			pipeline.render();
		}
	}

	private void noteSlow(Slice slice) {
		if (!canvas.isDisposed() && slice == awaited) {
			status.showProbe(Messages.PicturePresenter_loading);
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
		RenderJob.Result result = held ? null : newest.getAndSet(null);
		if (result != null) {
			present(result);
		}
	}

	/** Keeps nothing of what was shown. */
	private void release() {
		pipeline.release();
		RenderJob.Result left = newest.getAndSet(null);
		if (left != null) {
			left.dispose();
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
		RenderedSlice slice = result.slice();
		if (canvas.isDisposed() || !slice.identity().equals(model.state().identity())) {
			result.dispose();
			return;
		}
		if (!slice.coarse() && slice.slice().equals(awaited)) {
			awaited = null;
		}
		if (result.image() == null) {
			canvas.showMessage(slice.identity(), slice.reason().map(Texts::words).orElse(Messages.PicturePresenter_noFrame));
		} else {
			canvas.showPicture(result);
		}
		model.setRendered(slice);
		pipeline.setAppearance(model.effectiveAppearance());
		if (!pipeline.isCurrent(slice)) {
			pipeline.render();
		}
		listener.cacheChanged();
		listener.arrived();
	}

	/** {@return which slices of the path of the last request are in memory} */
	BitSet cached() {
		return pipeline.cached();
	}

	/**
	 * {@return whether the next picture may be asked for: the last one has come or is being rendered, and no other waits, so
	 * that none gets lost}
	 */
	boolean ready() {
		return (awaited == null || pipeline.isRendered(awaited)) && newest.get() == null;
	}

	/** {@return whether what is on the canvas is the slice asked for as appearance and size are now} */
	boolean settled() {
		return awaited == null && model.rendered().filter(each -> !each.coarse() && pipeline.isCurrent(each)).isPresent();
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
