package org.dicompreview.viewer.internal.canvas;

import org.eclipse.swt.graphics.Point;

/**
 * Where the pixels of a frame lie on the canvas, and the other way round.
 *
 * @param transform maps device pixels of the picture to frame pixels, as {@link org.dicompreview.rendering.Picture} says
 * @param zoom      device pixels for 100 points of the canvas
 */
public record FramePlaces(double[] transform, int zoom) {

	/** {@return the point of the canvas at a place of the frame} */
	Point of(double column, double row) {
		double[] t = transform;
		double c = column - t[2];
		double r = row - t[5];
		double size = t[0] * t[4] - t[1] * t[3];
		double x = (t[4] * c - t[1] * r) / size;
		double y = (t[0] * r - t[3] * c) / size;
		return new Point((int) Math.round((x + 0.5) * 100 / zoom), (int) Math.round((y + 0.5) * 100 / zoom));
	}

	/** {@return column and row of the frame pixel at a point of the canvas; may lie outside of the frame} */
	public Point at(int x, int y) {
		double[] t = transform;
		double dx = Math.floor((x + 0.5) * zoom / 100);
		double dy = Math.floor((y + 0.5) * zoom / 100);
		return new Point((int) Math.floor(t[0] * dx + t[1] * dy + t[2]), (int) Math.floor(t[3] * dx + t[4] * dy + t[5]));
	}
}
