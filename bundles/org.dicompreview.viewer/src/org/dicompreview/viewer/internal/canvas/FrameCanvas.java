package org.dicompreview.viewer.internal.canvas;

import java.util.List;
import java.util.Optional;

import org.dicompreview.viewer.Identity;
import org.dicompreview.viewer.ImageTransform;
import org.dicompreview.viewer.RenderTarget;
import org.dicompreview.viewer.RenderedSlice;
import org.dicompreview.viewer.TextPainter;
import org.dicompreview.viewer.internal.rendering.RenderJob;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/**
 * Shows a finished picture pixel by pixel, or a message in its place: always of the identity that is on show, never of another
 * one. Owns the image that it shows. UI thread only.
 */
public final class FrameCanvas extends Canvas {

	/** What is painted over a picture. */
	public interface Overlay {

		/** Paints over a picture. @param area of the canvas */
		void paint(GC gc, Rectangle area, RenderedSlice picture, ImageTransform transform);

		/** {@return what it says, for people who cannot see it} */
		String description(Rectangle area, RenderedSlice picture, ImageTransform transform);
	}

	private static final Color MESSAGE = new Color(176, 176, 176);
	/** Events after which the canvas may be on another monitor, or that monitor be scaled otherwise. */
	private static final List<Integer> ON_OTHER_MONITOR = List.of(SWT.Move, SWT.Resize, SWT.ZoomChanged, SWT.Settings);

	private final Overlay overlay;
	private Identity identity;
	private Image image;
	private RenderedSlice rendered;
	private Optional<ImageTransform> transform = Optional.empty();
	private String message = ""; //$NON-NLS-1$
	private Runnable paintListener = () -> {};
	private int unpainted;
	/** 0 where it has to be asked for. */
	private int zoom;

	/** @param parent the parent @param overlay is painted over each picture */
	public FrameCanvas(Composite parent, Overlay overlay) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		this.overlay = overlay;
		setBackground(getDisplay().getSystemColor(SWT.COLOR_BLACK));
		// The dark theme would paint over the background of a picture.
		setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
		addListener(SWT.Paint, e -> {
			paint(e.gc, getClientArea());
			notePainted();
		});
		Display display = getDisplay();
		Listener otherMonitor = this::forgetZoom;
		ON_OTHER_MONITOR.forEach(type -> display.addFilter(type, otherMonitor));
		addListener(SWT.Dispose, e -> {
			ON_OTHER_MONITOR.forEach(type -> display.removeFilter(type, otherMonitor));
			disposeImage();
		});
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent e) {
				e.result = Messages.FrameCanvas_name;
			}

			@Override
			public void getDescription(AccessibleEvent e) {
				e.result = description();
			}
		});
	}

	/** {@return what to render for, at least 1x1} */
	public RenderTarget target() {
		Rectangle area = getClientArea();
		int zoom = zoom();
		return new RenderTarget(Math.max(1, area.width * zoom / 100), Math.max(1, area.height * zoom / 100), zoom);
	}

	/** Begins to show something else: what was there before is gone at once. @param text in place of a picture */
	public void begin(Identity next, String text) {
		identity = next;
		showMessage(next, text);
	}

	/** {@return whether something is on show} */
	public boolean shows(Identity other) {
		return other.equals(identity);
	}

	/**
	 * Shows a picture for {@link #target()}, and owns its image from now on; one of another identity than that on show is
	 * disposed.
	 */
	public void showPicture(RenderJob.Result result) {
		if (!shows(result.slice().identity())) {
			result.dispose();
			return;
		}
		disposeImage();
		image = result.image();
		rendered = result.slice();
		transform = ImageTransform.of(rendered);
		message = ""; //$NON-NLS-1$
		unpainted++;
		redraw();
	}

	/** Shows a text in place of a picture, unless something else is on show than what it speaks of. */
	public void showMessage(Identity of, String text) {
		if (!shows(of)) {
			return;
		}
		disposeImage();
		rendered = null;
		transform = Optional.empty();
		message = text;
		unpainted++;
		redraw();
	}

	/** {@return how many pictures were shown since the canvas was last painted: the last of them waits, others are lost} */
	public int unpainted() {
		return unpainted;
	}

	/** Sets who hears that another picture or message is on the screen. */
	public void onPainted(Runnable listener) {
		paintListener = listener;
	}

	private void notePainted() {
		if (unpainted > 0) {
			unpainted = 0;
			paintListener.run();
			if (image != null) {
				FirstPicture.painted();
			}
		}
	}

	/** {@return where the pixels of the image lie; absent without a picture} */
	public Optional<ImageTransform> transform() {
		return transform;
	}

	/** {@return the message on the canvas, or empty text} */
	public String message() {
		return message;
	}

	/** {@return what is written on the canvas, for people who cannot see it} */
	public String description() {
		return transform.map(where -> overlay.description(getClientArea(), rendered, where)).orElse(message);
	}

	/** Paints the picture with what is over it, or the message. */
	public void paint(GC gc, Rectangle area) {
		paintPicture(gc, area);
		if (transform.isPresent()) {
			overlay.paint(gc, area, rendered, transform.get());
		} else {
			new TextPainter(gc, area).middle(message, MESSAGE);
		}
	}

	/** Paints the picture alone, 1:1. */
	public void paintPicture(GC gc, Rectangle area) {
		gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_BLACK));
		gc.fillRectangle(area);
		if (image != null) {
			PixelPainter.paint(gc, image);
		}
	}

	/** {@return the scaling of the monitor in percent; asking for it takes the screen's answer, so that is kept} */
	private int zoom() {
		if (zoom == 0) {
			zoom = getMonitor().getZoom();
		}
		return zoom;
	}

	private void forgetZoom(Event moved) {
		zoom = 0;
	}

	private void disposeImage() {
		if (image != null) {
			image.dispose();
			image = null;
		}
	}
}
