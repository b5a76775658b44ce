package org.dicompreview.viewer.internal.canvas;

import java.util.List;

import org.dicompreview.rendering.TextAnnotation;
import org.dicompreview.viewer.internal.text.Annotations;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Writes the texts on a picture. UI thread only. */
final class AnnotationPainter {

	private static final int MARGIN = 6;
	private static final int LEAST_WIDTH = 40;
	private static final int GAP = 4;
	private static final Color TEXT = new Color(222, 222, 222);
	private static final Color SHADOW = new Color(0, 0, 0);
	private static final Color MESSAGE = new Color(176, 176, 176);
	private static final Color WARNING = new Color(255, 196, 92);

	private final GC gc;
	private final Rectangle area;
	private final int line;

	AnnotationPainter(GC gc, Rectangle area) {
		this.gc = gc;
		this.area = area;
		line = gc.getFontMetrics().getHeight();
	}

	/** Writes a text in the middle, in place of a picture. */
	void message(String message) {
		String wrapped = wrap(message);
		Point size = gc.textExtent(wrapped);
		gc.setForeground(MESSAGE);
		gc.drawText(wrapped, area.x + Math.max(MARGIN, (area.width - size.x) / 2),
				area.y + Math.max(MARGIN, (area.height - size.y) / 2), true);
	}

	/** Writes what stands at the edges and in the corners. */
	void around(Annotations annotations) {
		List<String> edges = annotations.edges();
		int middleY = area.y + (area.height - line) / 2;
		text(edges.get(0), area.x + MARGIN, middleY);
		text(edges.get(1), area.x + area.width - MARGIN - width(edges.get(1)), middleY);
		text(edges.get(2), area.x + (area.width - width(edges.get(2))) / 2, area.y + MARGIN);
		text(edges.get(3), area.x + (area.width - width(edges.get(3))) / 2, area.y + area.height - MARGIN - line);
		for (int corner = 0; corner < annotations.corners().size(); corner++) {
			corner(corner, annotations.corners().get(corner).split("\n")); //$NON-NLS-1$
		}
	}

	private void corner(int corner, String[] lines) {
		int top = corner < 2 ? area.y + MARGIN : area.y + area.height - MARGIN - lines.length * line;
		for (int i = 0; i < lines.length; i++) {
			int x = corner % 2 == 0 ? area.x + MARGIN : area.x + area.width - MARGIN - width(lines[i]);
			text(lines[i], x, top + i * line);
		}
	}

	/** Writes a warning above the texts of the lower edge. */
	void warning(String warning) {
		if (!warning.isEmpty()) {
			String wrapped = wrap(warning);
			Point size = gc.textExtent(wrapped);
			gc.setForeground(WARNING);
			gc.drawText(wrapped, area.x + (area.width - size.x) / 2, area.y + area.height - MARGIN - 3 * line - size.y, true);
		}
	}

	/** Writes a text of a presentation state. @param places where frame pixels lie on the canvas */
	void note(TextAnnotation note, FramePlaces places) {
		Point anchor = note.anchor().map(at -> places.of(at[0], at[1])).orElse(null);
		Point at = note.box().map(box -> corner(places.of(box[0], box[1]), places.of(box[2], box[3])))
				.orElse(anchor == null ? null : new Point(anchor.x + GAP, anchor.y + GAP));
		if (at == null) {
			return;
		}
		if (note.line() && anchor != null) {
			gc.setForeground(TEXT);
			gc.drawLine(at.x, at.y + line / 2, anchor.x, anchor.y);
		}
		String[] lines = note.text().split("\n"); //$NON-NLS-1$
		for (int i = 0; i < lines.length; i++) {
			text(lines[i], at.x, at.y + i * line);
		}
	}

	private static Point corner(Point a, Point b) {
		return new Point(Math.min(a.x, b.x), Math.min(a.y, b.y));
	}

	private String wrap(String text) {
		return TextWrap.wrap(text, Math.max(LEAST_WIDTH, area.width - 4 * MARGIN), this::width);
	}

	private int width(String text) {
		return text.isEmpty() ? 0 : gc.stringExtent(text).x;
	}

	private void text(String text, int x, int y) {
		if (!text.isEmpty()) {
			gc.setForeground(SHADOW);
			gc.drawString(text, x + 1, y + 1, true);
			gc.setForeground(TEXT);
			gc.drawString(text, x, y, true);
		}
	}
}
