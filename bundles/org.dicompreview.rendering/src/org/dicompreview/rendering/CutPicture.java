package org.dicompreview.rendering;

import java.util.Arrays;

import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

/**
 * The picture of a cut through a stack, made of one line of values for each slice. Pure functions, for any thread.
 *
 * @since 0.1.0
 */
public final class CutPicture {

	private static final PaletteData RED_FIRST = new PaletteData(0xFF0000, 0x00FF00, 0x0000FF);

	private CutPicture() {
	}

	/**
	 * {@return a line with fewer or more values}: each is the mean of those that it stands for, weighted by how much of them
	 * it covers; values that are no numbers do not count.
	 *
	 * @param line   the values, at least one
	 * @param length of the new line, at least 1
	 */
	public static float[] resampled(float[] line, int length) {
		if (line.length == length) {
			return line.clone();
		}
		float[] shorter = new float[length];
		double step = (double) line.length / length;
		for (int i = 0; i < length; i++) {
			double from = i * step;
			double to = Math.min(line.length, from + step);
			double sum = 0;
			double weight = 0;
			for (int at = (int) from; at < Math.min(line.length, Math.ceil(to)); at++) {
				double part = Math.min(to, at + 1) - Math.max(from, at);
				if (part > 0 && !Float.isNaN(line[at])) {
					sum += part * line[at];
					weight += part;
				}
			}
			shorter[i] = weight > 0 ? (float) (sum / weight) : Float.NaN;
		}
		return shorter;
	}

	/**
	 * Paints a cut: the slices side by side from left to right, each as wide as the others, and their lines from top to bottom.
	 * A slice whose line is not known yet is painted as the nearest one that is, of two the one before it.
	 *
	 * @param lines  modality values, {@code lines[slice][place along the line]}; {@code null} for a slice that is not known;
	 *               lines may differ in length. NaN is painted black
	 * @param scale  the colours of values
	 * @param width  of the picture in pixels, at least 1
	 * @param height of the picture in pixels, at least 1
	 * @return the picture, 24 bits a pixel; black as long as no line is known
	 */
	public static ImageData paint(float[][] lines, ColorScale scale, int width, int height) {
		ImageData picture = new ImageData(width, height, 24, RED_FIRST);
		int[] sources = nearest(lines);
		if (sources.length == 0 || sources[0] < 0) {
			return picture;
		}
		int[] colors = scale.colors();
		float[][] scaled = new float[lines.length][];
		for (int x = 0; x < width; x++) {
			int first = (int) ((long) x * lines.length / width);
			int end = Math.max(first + 1, (int) ((x + 1L) * lines.length / width));
			float[] column = mean(lines, sources, scaled, first, end, height);
			for (int y = 0; y < height; y++) {
				int at = y * picture.bytesPerLine + 3 * x;
				int color = color(column[y], scale, colors);
				picture.data[at] = (byte) (color >> 16);
				picture.data[at + 1] = (byte) (color >> 8);
				picture.data[at + 2] = (byte) color;
			}
		}
		return picture;
	}

	/** The mean of the slices that one column of the picture stands for. */
	private static float[] mean(float[][] lines, int[] sources, float[][] scaled, int first, int end, int height) {
		double[] sum = new double[height];
		int[] count = new int[height];
		for (int slice = first; slice < end; slice++) {
			int source = sources[slice];
			if (scaled[source] == null) {
				scaled[source] = resampled(lines[source], height);
			}
			for (int y = 0; y < height; y++) {
				if (!Float.isNaN(scaled[source][y])) {
					sum[y] += scaled[source][y];
					count[y]++;
				}
			}
		}
		float[] mean = new float[height];
		for (int y = 0; y < height; y++) {
			mean[y] = count[y] == 0 ? Float.NaN : (float) (sum[y] / count[y]);
		}
		return mean;
	}

	private static int color(float value, ColorScale scale, int[] colors) {
		if (Float.isNaN(value)) {
			return 0;
		}
		double range = scale.upper() - scale.lower();
		double part = range > 0 ? (value - scale.lower()) / range : value <= scale.lower() ? 0 : 1;
		return colors[(int) Math.round(Math.max(0, Math.min(1, part)) * (colors.length - 1))];
	}

	/** {@return for each slice the nearest one whose line is known; -1 if there is none} */
	private static int[] nearest(float[][] lines) {
		int[] nearest = new int[lines.length];
		Arrays.fill(nearest, -1);
		int last = -1;
		for (int i = 0; i < lines.length; i++) {
			last = lines[i] != null ? i : last;
			nearest[i] = last;
		}
		int next = -1;
		for (int i = lines.length - 1; i >= 0; i--) {
			next = lines[i] != null ? i : next;
			if (next >= 0 && (nearest[i] < 0 || next - i < i - nearest[i])) {
				nearest[i] = next;
			}
		}
		return nearest;
	}
}
