package org.dicompreview.viewer.internal.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dicompreview.rendering.overlay.ImageOverlay;
import org.dicompreview.rendering.overlay.ImageOverlays;
import org.dicompreview.rendering.overlay.OverlayPicture;
import org.dicompreview.series.Series;
import org.dicompreview.series.Slice;
import org.dicompreview.series.SliceStack;
import org.dicompreview.viewer.OverlayChoice;
import org.dicompreview.viewer.ViewportListener;
import org.dicompreview.viewer.ViewportModel;
import org.dicompreview.viewer.ViewportOverlays;
import org.dicompreview.viewer.ViewportState;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;

/** Keeps the overlays of a viewport up with what it shows. UI thread only. */
public final class OverlayPresenter {

	private final ViewportModel model;
	private final ViewportOverlays overlays;
	private final Canvas canvas;
	private final Display display;
	private final OverlayJob job;
	/** For which slice and overlays something was asked last. */
	private Optional<Slice> askedSlice = Optional.empty();
	private List<ImageOverlay> askedOverlays = List.of();

	/**
	 * @param model    what is on show
	 * @param overlays takes up what is found
	 * @param finder   finds overlays
	 * @param canvas   is painted anew when there is something new
	 */
	public OverlayPresenter(ViewportModel model, ViewportOverlays overlays, ImageOverlays finder, Canvas canvas) {
		this.model = model;
		this.overlays = overlays;
		this.canvas = canvas;
		display = canvas.getDisplay();
		job = new OverlayJob(finder, new Receiver());
		overlays.addListener(this::changed);
		model.addListener(new ViewportListener() {
			@Override
			public void stateChanged(ViewportState before, ViewportState now) {
				if (!before.series().equals(now.series())) {
					overlays.offer(List.of()); // what was there was of other images
				}
				ask();
			}
		});
	}

	/** Looks for overlays of the series on show. */
	public void find(Series series, List<SliceStack> stacks) {
		job.find(series, stacks);
	}

	/** Gives up what is under way. */
	public void close() {
		job.release();
	}

	private void changed() {
		ask();
		canvas.redraw();
	}

	private void ask() {
		Optional<Slice> slice = model.slice();
		List<ImageOverlay> shown = overlays.choices().stream().filter(OverlayChoice::shown).map(OverlayChoice::overlay).toList();
		if (slice.isEmpty() || shown.isEmpty() || slice.equals(askedSlice) && askedOverlays.equals(shown)) {
			return;
		}
		askedSlice = slice;
		askedOverlays = new ArrayList<>(shown);
		job.workOut(slice.get(), shown);
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

	/** Takes what comes to the UI thread; what is of other images by then is dropped. */
	private final class Receiver implements OverlayJob.Receiver {

		@Override
		public void found(Series series, List<ImageOverlay> found) {
			inUi(() -> {
				if (model.series().filter(series::equals).isPresent()) {
					overlays.offer(found);
				}
			});
		}

		@Override
		public void pictures(Slice slice, Map<String, OverlayPicture> byId) {
			inUi(() -> {
				if (model.slice().filter(slice::equals).isPresent()) {
					overlays.setPictures(slice, byId);
				}
			});
		}
	}
}
