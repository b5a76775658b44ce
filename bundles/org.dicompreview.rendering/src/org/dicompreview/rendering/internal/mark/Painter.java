package org.dicompreview.rendering.internal.mark;

import java.util.Arrays;

import org.dicompreview.rendering.internal.scale.Axis;
import org.dicompreview.rendering.internal.scale.Viewport;

/** Paints marks into a buffer that lies along the frame's own axes. */
public final class Painter {

	private static final int WHITE = 255;

	private final Viewport viewport;
	private final int channels;
	private final byte[] buffer;

	/**
	 * @param viewport where the frame lies
	 * @param channels bytes a pixel
	 * @param buffer   the pixels, {@link Viewport#lineLength()} a line
	 */
	public Painter(Viewport viewport, int channels, byte[] buffer) {
		this.viewport = viewport;
		this.channels = channels;
		this.buffer = buffer;
	}

	/** Paints all marks: overlays white, regions of interest half transparent. */
	public void paint(Marks marks) {
		marks.shutter().ifPresent(this::shutter);
		marks.masks().forEach(mask -> overlay(mask, marks.masked(), false));
		marks.overlays().forEach(overlay -> overlay(overlay, WHITE, overlay.region()));
		StrokePainter strokes = new StrokePainter(viewport, channels, buffer);
		marks.strokes().forEach(strokes::paint);
	}

	private void overlay(OverlayPlane plane, int value, boolean blend) {
		int[] across = places(viewport.columns(), plane.left(), plane.columns());
		int[] down = places(viewport.rows(), plane.top(), plane.rows());
		int rows = Math.min(plane.rows(), (plane.bits().length() - plane.offset()) / plane.columns() + 1);
		for (int row = 0; row < rows; row++) {
			if (down[2 * row] < down[2 * row + 1]) {
				int first = plane.offset() + row * plane.columns();
				int end = first + plane.columns();
				for (int bit = plane.bits().nextSetBit(first); bit >= 0 && bit < end; bit = plane.bits()
						.nextSetBit(bit + 1)) {
					int column = bit - first;
					fill(across[2 * column], across[2 * column + 1], down[2 * row], down[2 * row + 1], value, blend);
				}
			}
		}
	}

	/** First and last but one target pixel of each sample; a sample is never thinner than a pixel, so lines stay. */
	private static int[] places(Axis axis, int first, int count) {
		int[] places = new int[2 * count];
		for (int i = 0; i < count; i++) {
			double a = axis.target(first + i);
			double b = axis.target(first + i + 1.0);
			int from = (int) Math.round(Math.min(a, b));
			int to = Math.max(from + 1, (int) Math.round(Math.max(a, b)));
			boolean inside = first + i >= 0 && first + i < axis.samples();
			places[2 * i] = inside ? Math.max(axis.first(), from) : 0;
			places[2 * i + 1] = inside ? Math.min(axis.end(), to) : 0;
		}
		return places;
	}

	private void fill(int left, int right, int top, int bottom, int value, boolean blend) {
		for (int y = top; y < bottom; y++) {
			int line = y * viewport.lineLength();
			for (int i = (line + left) * channels; i < (line + right) * channels; i++) {
				buffer[i] = (byte) (blend ? (buffer[i] & 0xFF) + value + 1 >> 1 : value);
			}
		}
	}

	private void shutter(Shutter shutter) {
		Axis columns = viewport.columns();
		for (int y = viewport.rows().first(); y < viewport.rows().end(); y++) {
			double[] spans = shutter.visible(viewport.rows().position(y));
			int line = y * viewport.lineLength();
			int hidden = columns.first();
			for (int i = 0; i < spans.length - 1; i += 2) {
				int k = columns.reversed() ? spans.length - 2 - i : i;
				double a = columns.target(spans[k]);
				double b = columns.target(spans[k + 1]);
				int from = pixel(Math.min(a, b), columns);
				hide(line, hidden, from, shutter.value());
				hidden = Math.max(hidden, pixel(Math.max(a, b), columns));
			}
			hide(line, hidden, columns.end(), shutter.value());
		}
	}

	private static int pixel(double edge, Axis axis) {
		return (int) Math.max(axis.first(), Math.min(axis.end(), Math.ceil(edge - 0.5)));
	}

	private void hide(int line, int from, int to, int value) {
		if (from < to) {
			Arrays.fill(buffer, (line + from) * channels, (line + to) * channels, (byte) value);
		}
	}
}
