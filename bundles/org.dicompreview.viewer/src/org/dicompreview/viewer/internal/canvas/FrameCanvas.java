package org.dicompreview.viewer.internal.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dicompreview.rendering.Picture;
import org.dicompreview.rendering.TextAnnotation;
import org.dicompreview.viewer.Identity;
import org.dicompreview.viewer.RenderTarget;
import org.dicompreview.viewer.internal.rendering.RenderJob;
import org.dicompreview.viewer.internal.text.Annotations;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Pattern;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/**
 * Shows a finished picture pixel by pixel, with texts at its edges and corners, or a message in its place: always of the
 * identity that is on show, never of another one. Owns the image that it shows. UI thread only.
 */
public final class FrameCanvas extends Canvas {

	/** Events after which the canvas may be on another monitor, or that monitor be scaled otherwise. */
	private static final List<Integer> ON_OTHER_MONITOR = List.of(SWT.Move, SWT.Resize, SWT.ZoomChanged, SWT.Settings);

	private static final boolean GTK = "gtk".equals(SWT.getPlatform()); //$NON-NLS-1$

	private Identity identity;
	private Image image;
	private Picture picture;
	private List<TextAnnotation> notes = List.of();
	private String message = ""; //$NON-NLS-1$
	private Annotations annotations = Annotations.NONE;
	private Runnable paintListener = () -> { };
	private int unpainted;
	/** 0 where it has to be asked for. */
	private int zoom;

	/** @param parent the parent */
	public FrameCanvas(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
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
		showMessage(next, text, Annotations.NONE);
	}

	/** {@return whether something is on show} */
	public boolean shows(Identity other) {
		return other.equals(identity);
	}

	/**
	 * Shows a picture for {@link #target()}, and owns its image from now on; one of another identity than that on show is
	 * disposed.
	 *
	 * @param texts around it
	 */
	public void showPicture(RenderJob.Result result, Annotations texts) {
		if (!shows(result.slice().identity())) {
			result.dispose();
			return;
		}
		disposeImage();
		image = result.image();
		picture = result.slice().picture().orElseThrow();
		notes = result.slice().texts();
		message = ""; //$NON-NLS-1$
		annotations = texts;
		unpainted++;
		redraw();
	}

	/** Shows a text in place of a picture, unless something else is on show than what it speaks of. */
	public void showMessage(Identity of, String text, Annotations texts) {
		if (!shows(of)) {
			return;
		}
		disposeImage();
		picture = null;
		notes = List.of();
		message = text;
		annotations = texts;
		unpainted++;
		redraw();
	}

	/** Writes another text in a corner. */
	public void setCorner(int corner, String text) {
		if (!annotations.corners().get(corner).equals(text)) {
			List<String> corners = new ArrayList<>(annotations.corners());
			corners.set(corner, text);
			annotations = new Annotations(annotations.edges(), List.copyOf(corners), annotations.warning());
			redraw();
		}
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
			if (picture != null) {
				FirstPicture.painted();
			}
		}
	}

	/** {@return the picture on the canvas, or {@code null}} */
	public Picture picture() {
		return picture;
	}

	/** {@return where the pixels of the frame lie; only with a picture} */
	public FramePlaces places() {
		return new FramePlaces(picture.transform(), zoom());
	}

	/** {@return the message on the canvas, or empty text} */
	public String message() {
		return message;
	}

	/** {@return what is written on the canvas, for people who cannot see it} */
	public String description() {
		return Stream.of(Stream.of(message), annotations.corners().stream(), annotations.edges().stream(),
				Stream.of(annotations.warning()), notes.stream().map(TextAnnotation::text)).flatMap(texts -> texts)
				.filter(text -> !text.isEmpty()).collect(Collectors.joining("\n")); //$NON-NLS-1$
	}

	private void paint(GC gc, Rectangle area) {
		paintPicture(gc, area);
		AnnotationPainter painter = new AnnotationPainter(gc, area);
		if (picture == null) {
			painter.message(message);
		} else {
			notes.forEach(note -> painter.note(note, places()));
			painter.warning(annotations.warning());
		}
		painter.around(annotations);
	}

	/** Paints the picture alone, 1:1. */
	public void paintPicture(GC gc, Rectangle area) {
		gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_BLACK));
		gc.fillRectangle(area);
		if (picture != null) {
			drawImage(gc);
		}
	}

	/** With GTK, drawing an image copies its pixels into an array first, which takes longer than all the rest. */
	private void drawImage(GC gc) {
		if (!GTK) {
			gc.drawImage(image, 0, 0);
			return;
		}
		Pattern pixels = new Pattern(getDisplay(), image);
		try {
			gc.setBackgroundPattern(pixels);
			gc.fillRectangle(image.getBounds());
		} finally {
			gc.setBackgroundPattern(null);
			pixels.dispose();
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
