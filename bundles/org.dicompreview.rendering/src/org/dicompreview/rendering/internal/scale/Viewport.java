package org.dicompreview.rendering.internal.scale;

import org.dicompreview.rendering.DisplaySettings.Orientation;
import org.dicompreview.rendering.DisplaySettings.Placement;

/**
 * Where a frame lies in a target. Pixels are made along the frame's own axes, then transposed where the rotation swaps
 * them: one kernel serves all orientations.
 *
 * @param columns    the axis along which columns grow
 * @param rows       the axis along which rows grow
 * @param transposed whether columns run down the target
 * @param width      of the target
 * @param height     of the target
 */
public record Viewport(Axis columns, Axis rows, boolean transposed, int width, int height) {

	/** How a frame is turned, its size and the shape of its pixels. */
	public record Shape(int columns, int rows, double aspect, Orientation orientation) {

		boolean transposed() {
			return orientation.swapsAxes();
		}

		boolean columnsReversed() {
			return orientation.flip() != (orientation.quarterTurns() >= 2);
		}

		boolean rowsReversed() {
			return orientation.quarterTurns() == 1 || orientation.quarterTurns() == 2;
		}
	}

	/** {@return the frame fitted into the target, then zoomed and shifted by the placement} */
	public static Viewport fit(Shape shape, Placement placement, int width, int height) {
		boolean swap = shape.transposed();
		double high = shape.rows() * shape.aspect();
		double scale = placement.zoom() * Math.min(width / (swap ? high : shape.columns()),
				height / (swap ? shape.columns() : high));
		double left = (width - scale * (swap ? high : shape.columns())) / 2 + placement.panX() * width;
		double top = (height - scale * (swap ? shape.columns() : high)) / 2 + placement.panY() * height;
		return place(shape, scale, scale * shape.aspect(), left, top, width, height);
	}

	/** {@return the frame at its stored resolution; the longer side of a pixel is stretched, none is shrunk} */
	public static Viewport stored(Shape shape) {
		double columnScale = Math.max(1, 1 / shape.aspect());
		double rowScale = Math.max(1, shape.aspect());
		int across = Math.max(1, (int) Math.rint(shape.columns() * columnScale));
		int down = Math.max(1, (int) Math.rint(shape.rows() * rowScale));
		boolean swap = shape.transposed();
		return place(shape, (double) across / shape.columns(), (double) down / shape.rows(), 0, 0,
				swap ? down : across, swap ? across : down);
	}

	private static Viewport place(Shape shape, double columnScale, double rowScale, double left, double top,
			int width, int height) {
		boolean swap = shape.transposed();
		Axis columns = Axis.place(shape.columns(), columnScale, swap ? top : left, shape.columnsReversed(),
				swap ? height : width);
		Axis rows = Axis.place(shape.rows(), rowScale, swap ? left : top, shape.rowsReversed(),
				swap ? width : height);
		return new Viewport(columns, rows, swap, width, height);
	}

	/** {@return target pixels to frame pixels as {@link org.dicompreview.rendering.Picture#transform()} has it} */
	public double[] transform() {
		double column = columns.position(0);
		double row = rows.position(0);
		return transposed ? new double[] { 0, columns.step(), column, rows.step(), 0, row }
				: new double[] { columns.step(), 0, column, 0, rows.step(), row };
	}

	/** {@return pixels in a line of the buffer that is drawn along the frame's axes} */
	public int lineLength() {
		return transposed ? height : width;
	}
}
