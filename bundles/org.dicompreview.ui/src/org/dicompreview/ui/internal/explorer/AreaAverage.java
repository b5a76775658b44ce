package org.dicompreview.ui.internal.explorer;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;

/** Makes small pictures smaller: each pixel is the mean of the area that it stands for. Plain functions. */
final class AreaAverage {

	private static final PaletteData RED_FIRST = new PaletteData(0xFF0000, 0x00FF00, 0x0000FF);

	private AreaAverage() {
	}

	/** {@return the picture with sides of this length in pixels; the picture itself if it has them} */
	static ImageData square(ImageData data, int side) {
		if (data.width == side && data.height == side) {
			return data;
		}
		double[][][] narrow = new double[data.height][][];
		for (int y = 0; y < data.height; y++) {
			narrow[y] = resample(row(data, y), side);
		}
		double[][][] small = new double[side][][];
		for (int y = 0; y < side; y++) {
			small[y] = mean(narrow, y, side);
		}
		ImageData result = new ImageData(side, side, 24, RED_FIRST);
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				double[] color = small[y][x];
				result.setPixel(x, y, (int) Math.round(color[0]) << 16 | (int) Math.round(color[1]) << 8
						| (int) Math.round(color[2]));
			}
		}
		return result;
	}

	private static double[][] row(ImageData data, int y) {
		double[][] row = new double[data.width][];
		for (int x = 0; x < data.width; x++) {
			RGB color = data.palette.getRGB(data.getPixel(x, y));
			row[x] = new double[] { color.red, color.green, color.blue };
		}
		return row;
	}

	/** {@return colours along a line of another length} */
	private static double[][] resample(double[][] colors, int length) {
		double[][] result = new double[length][3];
		double step = (double) colors.length / length;
		for (int i = 0; i < length; i++) {
			double from = i * step;
			double to = Math.min(colors.length, from + step);
			for (int at = (int) from; at < to; at++) {
				double share = (Math.min(to, at + 1) - Math.max(from, at)) / (to - from);
				for (int c = 0; c < 3; c++) {
					result[i][c] += share * colors[at][c];
				}
			}
		}
		return result;
	}

	/** {@return one of the rows of a picture of another height} */
	private static double[][] mean(double[][][] rows, int y, int height) {
		double[][] result = new double[rows[0].length][];
		double step = (double) rows.length / height;
		double from = y * step;
		double to = Math.min(rows.length, from + step);
		for (int x = 0; x < result.length; x++) {
			double[] sum = new double[3];
			for (int at = (int) from; at < to; at++) {
				double share = (Math.min(to, at + 1) - Math.max(from, at)) / (to - from);
				for (int c = 0; c < 3; c++) {
					sum[c] += share * rows[at][x][c];
				}
			}
			result[x] = sum;
		}
		return result;
	}
}
