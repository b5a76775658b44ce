package org.dicompreview.viewer.internal.marks;

import org.dicompreview.viewer.DisplayPoint;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;

/** A drawing of straight lines with a dark rim, so that they are seen on light and dark pixels alike. UI thread only. */
final class RimmedLines implements AutoCloseable {

	private static final Color RIM = new Color(0, 0, 0);
	private static final int RIM_ALPHA = 150;
	private static final int OPAQUE = 255;
	/** With an odd width a path begins in the middle of a point, while the places here count from its corner. */
	private static final float MIDDLE = 0.5f;

	private final GC gc;
	private final int width;
	private final float shift;
	private final Path path;

	/** @param gc of the canvas @param width of the lines in points */
	RimmedLines(GC gc, int width) {
		this.gc = gc;
		this.width = width;
		shift = width % 2 == 1 ? MIDDLE : 0;
		path = new Path(gc.getDevice());
	}

	/** Adds a line. */
	void add(DisplayPoint from, DisplayPoint to) {
		path.moveTo((float) from.x() - shift, (float) from.y() - shift);
		path.lineTo((float) to.x() - shift, (float) to.y() - shift);
	}

	/** Draws all lines. */
	void draw(Color color) {
		gc.setAntialias(SWT.ON);
		gc.setLineWidth(width + 2);
		gc.setAlpha(RIM_ALPHA);
		gc.setForeground(RIM);
		gc.drawPath(path);
		gc.setLineWidth(width);
		gc.setAlpha(OPAQUE);
		gc.setForeground(color);
		gc.drawPath(path);
	}

	@Override
	public void close() {
		path.dispose();
	}
}
