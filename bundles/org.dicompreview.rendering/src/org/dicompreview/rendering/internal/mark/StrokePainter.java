package org.dicompreview.rendering.internal.mark;

import java.util.Arrays;

import org.dicompreview.rendering.internal.scale.Axis;
import org.dicompreview.rendering.internal.scale.Viewport;

/** Paints strokes into a buffer that lies along the frame's own axes, one device pixel wide. */
final class StrokePainter {

	private final Viewport viewport;
	private final int channels;
	private final byte[] buffer;

	StrokePainter(Viewport viewport, int channels, byte[] buffer) {
		this.viewport = viewport;
		this.channels = channels;
		this.buffer = buffer;
	}

	void paint(Stroke stroke) {
		double[] points = new double[stroke.points().length & ~1];
		for (int i = 0; i < points.length; i += 2) {
			points[i] = viewport.columns().target(stroke.points()[i]);
			points[i + 1] = viewport.rows().target(stroke.points()[i + 1]);
		}
		if (stroke.filled()) {
			fill(points, stroke.value());
		}
		if (points.length == 2) {
			cross(points[0], points[1], stroke.value());
		}
		for (int i = 0; i + 3 < points.length; i += 2) {
			line(points[i], points[i + 1], points[i + 2], points[i + 3], stroke.value());
		}
	}

	/** A point is shown as a small cross. */
	private void cross(double x, double y, int value) {
		line(x - 2, y, x + 2, y, value);
		line(x, y - 2, x, y + 2, value);
	}

	/** Steps along the longer side; only the part that can be seen. */
	private void line(double x0, double y0, double x1, double y1, int value) {
		double steps = Math.max(1, Math.ceil(Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))));
		double[] part = { 0, 1 };
		clip(x0, x1 - x0, viewport.columns(), part);
		clip(y0, y1 - y0, viewport.rows(), part);
		for (double i = Math.floor(part[0] * steps); i <= Math.ceil(part[1] * steps) && i <= steps; i++) {
			put((int) Math.floor(x0 + (x1 - x0) * i / steps), (int) Math.floor(y0 + (y1 - y0) * i / steps), value);
		}
	}

	/** Narrows the part of a line that lies within an axis. */
	private static void clip(double start, double length, Axis axis, double[] part) {
		if (length == 0) {
			if (start < axis.first() || start >= axis.end()) {
				part[1] = -1;
			}
			return;
		}
		double a = (axis.first() - start) / length;
		double b = (axis.end() - start) / length;
		part[0] = Math.max(part[0], Math.min(a, b));
		part[1] = Math.min(part[1], Math.max(a, b));
	}

	/** Even-odd rule, at the centres of device pixels. */
	private void fill(double[] points, int value) {
		double[] crossings = new double[points.length / 2];
		for (int y = viewport.rows().first(); y < viewport.rows().end(); y++) {
			double middle = y + 0.5;
			int count = 0;
			for (int i = 0, before = points.length - 2; i < points.length; before = i, i += 2) {
				double a = points[before + 1];
				double b = points[i + 1];
				if (a > middle != b > middle) {
					crossings[count++] = points[before] + (middle - a) / (b - a) * (points[i] - points[before]);
				}
			}
			Arrays.sort(crossings, 0, count);
			for (int i = 0; i + 1 < count; i += 2) {
				int from = (int) Math.max(viewport.columns().first(), Math.ceil(crossings[i] - 0.5));
				int to = (int) Math.min(viewport.columns().end(), Math.ceil(crossings[i + 1] - 0.5));
				for (int x = from; x < to; x++) {
					put(x, y, value);
				}
			}
		}
	}

	private void put(int x, int y, int value) {
		Axis columns = viewport.columns();
		Axis rows = viewport.rows();
		if (x >= columns.first() && x < columns.end() && y >= rows.first() && y < rows.end()) {
			int at = (y * viewport.lineLength() + x) * channels;
			Arrays.fill(buffer, at, at + channels, (byte) value);
		}
	}
}
