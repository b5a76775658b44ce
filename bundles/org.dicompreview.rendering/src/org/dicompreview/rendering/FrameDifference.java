package org.dicompreview.rendering;

import java.util.Optional;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/**
 * How two frames of one size differ, pixel by pixel: in what their values mean (modality values), not in what is seen of them; of
 * colours, in the component that differs most. Immutable, for any thread.
 *
 * @since 0.1.0
 */
public final class FrameDifference {

	private static final PaletteData RED_FIRST = new PaletteData(0xFF0000, 0x00FF00, 0x0000FF);
	/** A difference is never darker than this. */
	private static final int FAINTEST = 80;
	private static final int UNEQUAL_PADDING = 0xFF00FF;

	private final int columns;
	private final int rows;
	/** Right minus left; NaN where one of them only is padding. */
	private final float[] differences;
	private long differing;
	private long compared;
	private double sum;
	private double maximum;

	private FrameDifference(int columns, int rows) {
		this.columns = columns;
		this.rows = rows;
		differences = new float[columns * rows];
	}

	/**
	 * {@return the difference of two frames; absent if they have not the same numbers of columns and rows, or one has colours and
	 * the other grey values. Takes time for large frames: not for the UI thread}
	 *
	 * @param left  one frame
	 * @param right the other one
	 */
	public static Optional<FrameDifference> of(DisplayFrame left, DisplayFrame right) {
		int columns = left.frame().columns();
		int rows = left.frame().rows();
		if (columns != right.frame().columns() || rows != right.frame().rows()
				|| left.valuesPerPixel() != right.valuesPerPixel()) {
			return Optional.empty();
		}
		FrameDifference difference = new FrameDifference(columns, rows);
		int values = left.valuesPerPixel();
		double[] one = new double[columns * values];
		double[] other = new double[columns * values];
		for (int row = 0; row < rows; row++) {
			left.readValues(row, one);
			right.readValues(row, other);
			for (int column = 0; column < columns; column++) {
				difference.add(row * columns + column,
						values == 1 ? between(one[column], other[column]) : largest(one, other, 3 * column));
			}
		}
		return Optional.of(difference);
	}

	/** {@return the difference of two values; NaN if there is none in numbers} */
	private static double between(double left, double right) {
		return left == right || Double.isNaN(left) && Double.isNaN(right) ? 0 : right - left;
	}

	private static double largest(double[] one, double[] other, int first) {
		double most = 0;
		for (int i = first; i < first + 3; i++) {
			most = Math.max(most, Math.abs(other[i] - one[i]));
		}
		return most;
	}

	private void add(int pixel, double difference) {
		differences[pixel] = (float) difference;
		differing += difference == 0 ? 0 : 1;
		if (Double.isFinite(difference)) {
			compared++;
			sum += Math.abs(difference);
			maximum = Math.max(maximum, Math.abs(difference));
		}
	}

	/** {@return number of columns} */
	public int columns() {
		return columns;
	}

	/** {@return number of rows} */
	public int rows() {
		return rows;
	}

	/** {@return how many pixels differ, those counted too of which one only is padding} */
	public long differing() {
		return differing;
	}

	/** {@return how many pixels there are} */
	public long pixels() {
		return differences.length;
	}

	/** {@return the largest difference of two values, whichever is higher; 0 if none differ} */
	public double maximum() {
		return maximum;
	}

	/** {@return the arithmetic mean of all differences as positive numbers, pixels without difference included} */
	public double mean() {
		return compared == 0 ? 0 : sum / compared;
	}

	/**
	 * {@return the value of the right frame minus that of the left one; NaN where one of them only is padding; of colours the
	 * largest difference of a component, never negative}
	 *
	 * @param column from 0
	 * @param row    from 0
	 */
	public float at(int column, int row) {
		return differences[row * columns + column];
	}

	/**
	 * Paints the difference where a picture of one of the frames would be: black where nothing differs, orange where the right
	 * frame is higher, blue where the left one is, the brighter the more; magenta where one of them only is padding.
	 *
	 * @param transform that of {@link Picture#transform()}
	 * @param width     of the picture in pixels, at least 1
	 * @param height    of the picture in pixels, at least 1
	 * @return the picture, 24 bits a pixel, black beside the frame; a pixel of it shows the largest difference that falls on it
	 */
	public ImageData paint(double[] transform, int width, int height) {
		ImageData picture = new ImageData(width, height, 24, RED_FIRST);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				int color = color(covered(transform, x, y));
				int at = y * picture.bytesPerLine + 3 * x;
				picture.data[at] = (byte) (color >> 16);
				picture.data[at + 1] = (byte) (color >> 8);
				picture.data[at + 2] = (byte) color;
			}
		}
		return picture;
	}

	/** {@return the largest difference of the pixels on which one of a picture lies} */
	private float covered(double[] t, int x, int y) {
		double column = t[0] * x + t[1] * y + t[2];
		double row = t[3] * x + t[4] * y + t[5];
		double wide = Math.max(0, (Math.abs(t[0]) + Math.abs(t[1]) - 1) / 2);
		double high = Math.max(0, (Math.abs(t[3]) + Math.abs(t[4]) - 1) / 2);
		float most = 0;
		for (int r = (int) Math.max(0, Math.floor(row - high)); r <= Math.min(rows - 1, Math.floor(row + high)); r++) {
			for (int c = (int) Math.max(0, Math.floor(column - wide)); c <= Math.min(columns - 1, Math.floor(column + wide)); c++) {
				float each = at(c, r);
				most = Math.abs(each) > Math.abs(most) || Float.isNaN(each) && most == 0 ? each : most;
			}
		}
		return most;
	}

	private int color(float difference) {
		if (difference == 0) {
			return 0;
		}
		if (Float.isNaN(difference)) {
			return UNEQUAL_PADDING;
		}
		double part = maximum > 0 ? Math.min(1, Math.abs(difference) / maximum) : 1;
		int bright = FAINTEST + (int) Math.round(part * (255 - FAINTEST));
		return difference > 0 ? bright << 16 | bright * 2 / 3 << 8 : bright * 2 / 3 << 8 | bright;
	}
}
