package org.dicompreview.viewer.internal.viewport;

import java.util.Objects;
import java.util.Optional;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.DisplaySettings.Placement;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.WindowPreset;
import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.ImagePoint;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.ViewportModel;
import org.dicompreview.viewer.internal.canvas.FrameCanvas;
import org.dicompreview.viewer.internal.controls.StatusBar;
import org.dicompreview.viewer.internal.text.PixelTexts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;

/**
 * What the mouse does on the picture: wheel steps, Ctrl with wheel zooms at the pointer, left drag changes the window,
 * middle drag pans, moving shows the values under the pointer.
 */
final class CanvasMouse {

	private static final double DRAG_PART = 1 / 256.0;
	private static final double WHEEL_ZOOM = 1.15;
	private static final double LEAST_ZOOM = 0.1;
	private static final double MOST_ZOOM = 64;

	private final ViewportModel model;
	private final FrameCanvas canvas;
	private final StatusBar status;
	/** The one that drags; 0 for none. Of others the release may never be heard: a menu takes it. */
	private int button;
	private Point from;
	/** Where the pointer is; {@code null} if it is elsewhere. */
	private Point pointer;
	private DisplaySettings base;
	private VoiWindow baseWindow;

	CanvasMouse(ViewportModel model, FrameCanvas canvas, StatusBar status) {
		this.model = model;
		this.canvas = canvas;
		this.status = status;
		canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
		canvas.addListener(SWT.MouseDown, this::down);
		canvas.addListener(SWT.MouseMove, this::move);
		canvas.addListener(SWT.MouseUp, e -> button = 0);
		canvas.addListener(SWT.MouseExit, e -> {
			pointer = null;
			probe();
		});
	}

	private void wheel(Event event) {
		if ((event.stateMask & SWT.MOD1) != 0) {
			zoomAt(Math.pow(WHEEL_ZOOM, Integer.signum(event.count)), event.x, event.y);
		} else {
			model.moveBy(-Integer.signum(event.count) * ((event.stateMask & SWT.SHIFT) != 0 ? 10 : 1));
		}
		event.doit = false;
	}

	private void down(Event event) {
		canvas.forceFocus();
		button = event.button <= 2 ? event.button : 0;
		from = new Point(event.x, event.y);
		base = model.settings();
		baseWindow = model.frame().filter(DisplayFrame::windowable)
				.map(frame -> base.window().voiWindow().orElseGet(() -> firstWindow(frame))).orElse(null);
	}

	/** {@return the window to begin with; a VOI LUT has none, so that is the first one that could be chosen} */
	private VoiWindow firstWindow(DisplayFrame frame) {
		WindowPreset initial = frame.initialWindow();
		return initial.window() != null && base.window().voiLut() == 0 ? initial.window() : frame.presets().stream()
				.map(WindowPreset::window).filter(Objects::nonNull).findFirst().orElse(null);
	}

	private void move(Event event) {
		pointer = new Point(event.x, event.y);
		if (button == 1 && baseWindow != null) {
			dragWindow(event.x - from.x, event.y - from.y);
		} else if (button == 2) {
			Rectangle area = canvas.getClientArea();
			Placement before = base.placement();
			double panX = before.panX() + (event.x - from.x) / (double) Math.max(1, area.width);
			double panY = before.panY() + (event.y - from.y) / (double) Math.max(1, area.height);
			Placement moved = new Placement(before.zoom(), panX, panY);
			model.change(settings -> settings.with(moved));
		} else if (button == 0) {
			probe();
		}
	}

	/** To the right widens the window, down raises its centre, by a part of its width a pixel. */
	private void dragWindow(int dx, int dy) {
		if (dx == 0 && dy == 0) {
			return;
		}
		double step = baseWindow.width() * DRAG_PART;
		double least = baseWindow.function() == VoiWindow.Function.LINEAR ? 1 : baseWindow.width() * DRAG_PART;
		double width = Math.max(least, baseWindow.width() + dx * step);
		VoiWindow window = new VoiWindow(baseWindow.center() + dy * step, width, baseWindow.function());
		model.change(settings -> settings.withWindow(Optional.of(window)));
	}

	/** Zooms so that what is under the pointer stays there. */
	private void zoomAt(double factor, int x, int y) {
		Rectangle area = canvas.getClientArea();
		double px = x / (double) Math.max(1, area.width) - 0.5;
		double py = y / (double) Math.max(1, area.height) - 0.5;
		model.change(settings -> {
			Placement now = settings.placement();
			double zoom = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, now.zoom() * factor));
			double real = zoom / now.zoom();
			return settings.with(new Placement(zoom, px - (px - now.panX()) * real, py - (py - now.panY()) * real));
		});
	}

	/** Says what is under the pointer now: another slice may have come there. */
	void probe() {
		status.showProbe(underPointer().orElse("")); //$NON-NLS-1$
	}

	private Optional<String> underPointer() {
		if (pointer == null || model.rendered().filter(RenderedSlice::coarse).isPresent()) {
			return Optional.empty();
		}
		Optional<ImagePoint> pixel = canvas.transform()
				.map(transform -> transform.toImage(DisplayPoint.centerOf(pointer.x, pointer.y)));
		return pixel.flatMap(at -> model.frame()
				.flatMap(frame -> frame.value((int) Math.floor(at.column()), (int) Math.floor(at.row())))).map(PixelTexts::of);
	}
}
