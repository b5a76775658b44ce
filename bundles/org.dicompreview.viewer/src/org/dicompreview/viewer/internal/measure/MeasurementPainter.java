package org.dicompreview.viewer.internal.measure;

import java.util.List;

import org.dicompreview.viewer.DisplayPoint;
import org.dicompreview.viewer.TextPainter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

/** Paints measurements: light lines with a dark rim, so that they are seen on light and dark pixels alike. UI thread only. */
final class MeasurementPainter {

	private static final Color PLAIN = new Color(120, 220, 255);
	private static final Color SELECTED = new Color(255, 222, 89);
	private static final Color RIM = new Color(0, 0, 0);
	private static final int RIM_WIDTH = 3;
	private static final int RIM_ALPHA = 170;
	private static final int BACKGROUND_ALPHA = 170;
	private static final int OPAQUE = 255;
	private static final int HANDLE = 7;
	private static final int PADDING = 3;
	/** The path of a line with an odd width begins in the middle of a point. */
	private static final float TO_PATH = 0.5f;

	private final GC gc;

	MeasurementPainter(GC gc) {
		this.gc = gc;
		gc.setAntialias(SWT.ON);
	}

	void shape(MeasurementShape shape, boolean selected) {
		Color color = selected ? SELECTED : PLAIN;
		for (int[] pen : new int[][] { { RIM_WIDTH, RIM_ALPHA }, { 1, OPAQUE } }) {
			gc.setLineWidth(pen[0]);
			gc.setAlpha(pen[1]);
			gc.setForeground(pen[0] == 1 ? color : RIM);
			shape.outline().forEach(this::line);
			gc.setLineStyle(pen[0] == 1 ? SWT.LINE_DOT : SWT.LINE_SOLID);
			shape.aids().forEach(this::line);
			gc.setLineStyle(SWT.LINE_SOLID);
		}
		gc.setAlpha(OPAQUE);
		if (selected) {
			shape.handles().forEach(this::handle);
		}
	}

	private void line(List<DisplayPoint> points) {
		if (points.size() < 2) {
			return;
		}
		Path path = new Path(gc.getDevice());
		try {
			path.moveTo((float) points.get(0).x() - TO_PATH, (float) points.get(0).y() - TO_PATH);
			points.subList(1, points.size())
					.forEach(point -> path.lineTo((float) point.x() - TO_PATH, (float) point.y() - TO_PATH));
			gc.drawPath(path);
		} finally {
			path.dispose();
		}
	}

	private void handle(DisplayPoint place) {
		int x = (int) Math.floor(place.x()) - HANDLE / 2;
		int y = (int) Math.floor(place.y()) - HANDLE / 2;
		gc.setBackground(RIM);
		gc.fillRectangle(x, y, HANDLE, HANDLE);
		gc.setBackground(SELECTED);
		gc.fillRectangle(x + 1, y + 1, HANDLE - 2, HANDLE - 2);
	}

	/** {@return how much room some lines of text take, with what is behind them} */
	Point size(List<String> lines) {
		TextPainter texts = new TextPainter(gc, new Rectangle(0, 0, 0, 0));
		int width = lines.stream().mapToInt(texts::width).max().orElse(0);
		return new Point(width + 2 * PADDING, lines.size() * texts.lineHeight() + 2 * PADDING);
	}

	void label(List<String> lines, Rectangle box, boolean selected) {
		gc.setBackground(RIM);
		gc.setAlpha(BACKGROUND_ALPHA);
		gc.fillRoundRectangle(box.x, box.y, box.width, box.height, 2 * PADDING, 2 * PADDING);
		gc.setAlpha(OPAQUE);
		new TextPainter(gc, box).text(String.join("\n", lines), box.x + PADDING, box.y + PADDING, selected ? SELECTED : PLAIN); //$NON-NLS-1$
	}
}
