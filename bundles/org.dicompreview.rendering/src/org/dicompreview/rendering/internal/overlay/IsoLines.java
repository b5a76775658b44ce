package org.dicompreview.rendering.internal.overlay;

import java.util.Arrays;

/** Lines through equal values of a grid, by marching squares: pairs of ends, linear between the centres of pixels. */
final class IsoLines {

	private final FrameVolume.Cut cut;
	private final float level;
	private double[] ends = new double[256];
	private int count;

	private IsoLines(FrameVolume.Cut cut, float level) {
		this.cut = cut;
		this.level = level;
	}

	/** {@return column and row on the image of both ends of each line in turn} */
	static double[] of(FrameVolume.Cut cut, float level) {
		IsoLines lines = new IsoLines(cut, level);
		for (int y = 0; y + 1 < cut.rows(); y++) {
			for (int x = 0; x + 1 < cut.columns(); x++) {
				lines.cell(x, y);
			}
		}
		return Arrays.copyOf(lines.ends, lines.count);
	}

	private void cell(int x, int y) {
		float[] values = cut.values();
		int at = y * cut.columns() + x;
		float a = values[at];
		float b = values[at + 1];
		float c = values[at + cut.columns() + 1];
		float d = values[at + cut.columns()];
		int which = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
		if (which == 0 || which == 15 || Float.isNaN(a + b + c + d)) {
			return;
		}
		double[] top = { x + 0.5 + part(a, b), y + 0.5 };
		double[] right = { x + 1.5, y + 0.5 + part(b, c) };
		double[] bottom = { x + 0.5 + part(d, c), y + 1.5 };
		double[] left = { x + 0.5, y + 0.5 + part(a, d) };
		switch (which) {
			case 1, 14 -> add(left, top);
			case 2, 13 -> add(top, right);
			case 3, 12 -> add(left, right);
			case 4, 11 -> add(right, bottom);
			case 6, 9 -> add(top, bottom);
			case 7, 8 -> add(left, bottom);
			default -> saddle(which == 5 == (a + b + c + d) / 4 >= level, top, right, bottom, left);
		}
	}

	private void saddle(boolean leftTopJoinsRightBottom, double[] top, double[] right, double[] bottom, double[] left) {
		if (leftTopJoinsRightBottom) {
			add(top, right);
			add(left, bottom);
		} else {
			add(left, top);
			add(right, bottom);
		}
	}

	private double part(float from, float to) {
		return (level - from) / (to - from);
	}

	private void add(double[] from, double[] to) {
		if (count + 4 > ends.length) {
			ends = Arrays.copyOf(ends, 2 * ends.length);
		}
		for (double[] end : new double[][] { from, to }) {
			double[] t = cut.toImage();
			ends[count++] = t[0] + t[1] * end[0] + t[2] * end[1];
			ends[count++] = t[3] + t[4] * end[0] + t[5] * end[1];
		}
	}
}
