package org.dicompreview.ui.internal.preview;

import java.util.List;

import org.dicompreview.rendering.Picture;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * Shows a finished picture pixel by pixel, with texts at its edges and corners, or a message in its place. Owns the image
 * that it shows. UI thread only.
 */
final class FrameCanvas extends Canvas {

	private static final int MARGIN = 6;
	private static final Color TEXT = new Color(222, 222, 222);
	private static final Color SHADOW = new Color(0, 0, 0);
	private static final Color MESSAGE = new Color(176, 176, 176);
	private static final Color WARNING = new Color(255, 196, 92);

	/** Texts around the picture: edges as left, right, top, bottom; corners as top left, top right, bottom left, bottom right. */
	record Annotations(List<String> edges, List<String> corners, String warning) {
		static final Annotations NONE = new Annotations(List.of("", "", "", ""), List.of("", "", "", ""), ""); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$
	}

	private Image image;
	private Picture picture;
	private String message = ""; //$NON-NLS-1$
	private Annotations annotations = Annotations.NONE;

	FrameCanvas(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		setBackground(getDisplay().getSystemColor(SWT.COLOR_BLACK));
		// The dark theme would paint over the background of a picture.
		setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
		addListener(SWT.Paint, e -> paint(e.gc, getClientArea()));
		addListener(SWT.Dispose, e -> disposeImage());
	}

	/** {@return the size to render for, in device pixels, at least 1x1} */
	Point deviceSize() {
		Rectangle area = getClientArea();
		int zoom = zoom();
		return new Point(Math.max(1, area.width * zoom / 100), Math.max(1, area.height * zoom / 100));
	}

	/** Shows a picture of {@link #deviceSize()}. */
	void showPicture(Picture newPicture, Annotations texts) {
		disposeImage();
		picture = newPicture;
		message = ""; //$NON-NLS-1$
		annotations = texts;
		redraw();
	}

	/** Shows a text in place of a picture. */
	void showMessage(String text, Annotations texts) {
		disposeImage();
		picture = null;
		message = text;
		annotations = texts;
		redraw();
	}

	/** {@return the picture on the canvas, or {@code null}} */
	Picture picture() {
		return picture;
	}

	/** {@return the message on the canvas, or empty text} */
	String message() {
		return message;
	}

	Annotations annotations() {
		return annotations;
	}

	private void paint(GC gc, Rectangle area) {
		paintPicture(gc, area);
		if (picture == null && !message.isEmpty()) {
			paintMessage(gc, area);
		}
		paintEdges(gc, area);
		paintCorners(gc, area);
	}

	/** Paints the picture alone, 1:1. Not private: a test paints into an image. */
	void paintPicture(GC gc, Rectangle area) {
		gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_BLACK));
		gc.fillRectangle(area);
		if (picture != null) {
			if (image == null) {
				image = imageOf(picture.data());
			}
			gc.drawImage(image, 0, 0);
		}
	}

	private Image imageOf(ImageData data) {
		int rendered = zoom();
		ImageDataProvider provider = zoom -> zoom == rendered ? data
				: data.scaledTo(Math.max(1, data.width * zoom / rendered), Math.max(1, data.height * zoom / rendered));
		return new Image(getDisplay(), provider);
	}

	private int zoom() {
		return getMonitor().getZoom();
	}

	private void paintMessage(GC gc, Rectangle area) {
		gc.setForeground(MESSAGE);
		String wrapped = TextWrap.wrap(message, Math.max(40, area.width - 4 * MARGIN), text -> gc.stringExtent(text).x);
		Point size = gc.textExtent(wrapped);
		gc.drawText(wrapped, area.x + Math.max(MARGIN, (area.width - size.x) / 2),
				area.y + Math.max(MARGIN, (area.height - size.y) / 2), true);
	}

	private void paintEdges(GC gc, Rectangle area) {
		List<String> edges = annotations.edges();
		int line = gc.getFontMetrics().getHeight();
		int middleY = area.y + (area.height - line) / 2;
		text(gc, edges.get(0), area.x + MARGIN, middleY, TEXT);
		text(gc, edges.get(1), area.x + area.width - MARGIN - gc.stringExtent(edges.get(1)).x, middleY, TEXT);
		text(gc, edges.get(2), area.x + (area.width - gc.stringExtent(edges.get(2)).x) / 2, area.y + MARGIN, TEXT);
		text(gc, edges.get(3), area.x + (area.width - gc.stringExtent(edges.get(3)).x) / 2,
				area.y + area.height - MARGIN - line, TEXT);
	}

	private void paintCorners(GC gc, Rectangle area) {
		int line = gc.getFontMetrics().getHeight();
		for (int corner = 0; corner < 4; corner++) {
			String[] lines = annotations.corners().get(corner).split("\n"); //$NON-NLS-1$
			int top = corner < 2 ? area.y + MARGIN : area.y + area.height - MARGIN - lines.length * line;
			for (int i = 0; i < lines.length; i++) {
				int x = corner % 2 == 0 ? area.x + MARGIN : area.x + area.width - MARGIN - gc.stringExtent(lines[i]).x;
				text(gc, lines[i], x, top + i * line, TEXT);
			}
		}
		if (!annotations.warning().isEmpty() && picture != null) {
			String wrapped = TextWrap.wrap(annotations.warning(), Math.max(40, area.width - 4 * MARGIN),
					part -> gc.stringExtent(part).x);
			Point size = gc.textExtent(wrapped);
			int y = area.y + area.height - MARGIN - 3 * line - size.y;
			gc.setForeground(WARNING);
			gc.drawText(wrapped, area.x + (area.width - size.x) / 2, y, true);
		}
	}

	private static void text(GC gc, String text, int x, int y, Color color) {
		if (text.isEmpty()) {
			return;
		}
		gc.setForeground(SHADOW);
		gc.drawString(text, x + 1, y + 1, true);
		gc.setForeground(color);
		gc.drawString(text, x, y, true);
	}

	private void disposeImage() {
		if (image != null) {
			image.dispose();
			image = null;
		}
	}
}
