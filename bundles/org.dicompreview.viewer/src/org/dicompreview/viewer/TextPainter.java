package org.dicompreview.viewer;

import java.util.function.ToIntFunction;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/**
 * Writes on pictures so that it can be read over light and dark alike. UI thread only.
 *
 * @since 0.1
 */
public final class TextPainter {

	/** Points between texts and the edges of the canvas. */
	public static final int MARGIN = 6;

	private static final int LEAST_WIDTH = 40;
	private static final Color TEXT = new Color(222, 222, 222);
	private static final Color SHADOW = new Color(0, 0, 0);
	private static final int[][] RIM = { { -1, -1 }, { 1, -1 }, { -1, 1 }, { 1, 1 } };

	private final GC gc;
	private final Rectangle area;
	private final int line;

	/** @param gc of the canvas @param area of the canvas */
	public TextPainter(GC gc, Rectangle area) {
		this.gc = gc;
		this.area = area;
		line = gc.getFontMetrics().getHeight();
	}

	/** Writes lines below each other. @param x left end @param y upper end of the first line */
	public void text(String text, int x, int y) {
		text(text, x, y, TEXT);
	}

	/** Writes lines below each other. @param x left end @param y upper end of the first line @param color of the text */
	public void text(String text, int x, int y, Color color) {
		String[] lines = text.split("\n"); //$NON-NLS-1$
		for (int i = 0; i < lines.length; i++) {
			if (!lines[i].isEmpty()) {
				gc.setForeground(SHADOW);
				for (int[] corner : RIM) {
					gc.drawString(lines[i], x + corner[0], y + i * line + corner[1], true);
				}
				gc.setForeground(color);
				gc.drawString(lines[i], x, y + i * line, true);
			}
		}
	}

	/** Writes in the middle of the canvas, wrapped to its width. @param color of the text */
	public void middle(String text, Color color) {
		String wrapped = wrap(text);
		Point size = gc.textExtent(wrapped);
		gc.setForeground(color);
		gc.drawText(wrapped, area.x + Math.max(MARGIN, (area.width - size.x) / 2),
				area.y + Math.max(MARGIN, (area.height - size.y) / 2), true);
	}

	/** Writes above the texts of the lower edge of the canvas, wrapped to its width. @param color of the text */
	public void footer(String text, Color color) {
		String wrapped = wrap(text);
		Point size = gc.textExtent(wrapped);
		gc.setForeground(color);
		gc.drawText(wrapped, area.x + (area.width - size.x) / 2, area.y + area.height - MARGIN - 3 * line - size.y, true);
	}

	private String wrap(String text) {
		return wrap(text, Math.max(LEAST_WIDTH, area.width - 4 * MARGIN), this::width);
	}

	/** {@return the width of a line of text in points} */
	public int width(String text) {
		return text.isEmpty() ? 0 : gc.stringExtent(text).x;
	}

	/** {@return the height of a line of text in points} */
	public int lineHeight() {
		return line;
	}

	/**
	 * {@return the text with line breaks between words; a word that is too long stands on a line of its own}
	 *
	 * @param text    the text
	 * @param width   the width to fit, in the unit of {@code measure}
	 * @param measure the width of a piece of text
	 */
	static String wrap(String text, int width, ToIntFunction<String> measure) {
		StringBuilder all = new StringBuilder();
		String line = ""; //$NON-NLS-1$
		for (String word : text.split(" ")) { //$NON-NLS-1$
			String longer = line.isEmpty() ? word : line + ' ' + word;
			if (!line.isEmpty() && measure.applyAsInt(longer) > width) {
				all.append(line).append('\n');
				line = word;
			} else {
				line = longer;
			}
		}
		return all.append(line).toString();
	}
}
