package org.dicompreview.codec.internal.jxl;

/**
 * The inverse discrete cosine transforms of sizes 1 to 256 (ISO/IEC 18181-1, I.2.5): coefficient k of n stands for
 * {@code cos((2 i + 1) k pi / (2 n))} times the square root of 2, coefficient 0 for 1.
 */
final class Dct {

	private static final float SQRT2 = (float) Math.sqrt(2);
	private static final int LOG_SIZES = 9;
	/** Logarithm of the longest lines that are transformed one by one. */
	private static final int LONGEST = 5;
	/** For each logarithm of a size, half of the reciprocals of the cosines of odd multiples. */
	private static final float[][] HALVES = new float[LOG_SIZES][];

	static {
		for (int log = 1; log < LOG_SIZES; log++) {
			int size = 1 << log;
			HALVES[log] = new float[size / 2];
			for (int i = 0; i < size / 2; i++) {
				HALVES[log][i] = (float) (0.5 / Math.cos((2 * i + 1) * Math.PI / (2 * size)));
			}
		}
	}

	private static final float A0 = HALVES[3][0];
	private static final float A1 = HALVES[3][1];
	private static final float A2 = HALVES[3][2];
	private static final float A3 = HALVES[3][3];
	private static final float B0 = HALVES[2][0];
	private static final float B1 = HALVES[2][1];

	private Dct() {
	}

	/** Transforms eight numbers in place that lie {@code step} apart. */
	private static void eight(float[] data, int at, int step) {
		float c0 = data[at];
		float c1 = data[at + step];
		float c2 = data[at + 2 * step];
		float c3 = data[at + 3 * step];
		float c4 = data[at + 4 * step];
		float c5 = data[at + 5 * step];
		float c6 = data[at + 6 * step];
		float c7 = data[at + 7 * step];
		float q0 = c0 + c4;
		float q1 = c0 - c4;
		float o0 = (c2 * SQRT2 + (c6 + c2)) * B0;
		float o1 = (c2 * SQRT2 - (c6 + c2)) * B1;
		float e0 = q0 + o0;
		float e1 = q1 + o1;
		float e2 = q1 - o1;
		float e3 = q0 - o0;
		float d0 = c1 * SQRT2;
		float d1 = c3 + c1;
		float d2 = c5 + c3;
		float d3 = c7 + c5;
		float p0 = d0 + d2;
		float p1 = d0 - d2;
		float s0 = (d1 * SQRT2 + (d3 + d1)) * B0;
		float s1 = (d1 * SQRT2 - (d3 + d1)) * B1;
		float f0 = (p0 + s0) * A0;
		float f1 = (p1 + s1) * A1;
		float f2 = (p1 - s1) * A2;
		float f3 = (p0 - s0) * A3;
		data[at] = e0 + f0;
		data[at + step] = e1 + f1;
		data[at + 2 * step] = e2 + f2;
		data[at + 3 * step] = e3 + f3;
		data[at + 4 * step] = e3 - f3;
		data[at + 5 * step] = e2 - f2;
		data[at + 6 * step] = e1 - f1;
		data[at + 7 * step] = e0 - f0;
	}

	/** Transforms four numbers in place that lie {@code step} apart. */
	private static void four(float[] data, int at, int step) {
		float c0 = data[at];
		float c1 = data[at + step];
		float c2 = data[at + 2 * step];
		float c3 = data[at + 3 * step];
		float e0 = c0 + c2;
		float e1 = c0 - c2;
		float o0 = (c1 * SQRT2 + (c3 + c1)) * B0;
		float o1 = (c1 * SQRT2 - (c3 + c1)) * B1;
		data[at] = e0 + o0;
		data[at + step] = e1 + o1;
		data[at + 2 * step] = e1 - o1;
		data[at + 3 * step] = e0 - o0;
	}

	/** Transforms a block of 8 x 8 whose columns of coefficients become rows of pixels. */
	static void block8(float[] data, float[] to, int at, int stride) {
		for (int i = 0; i < 8; i++) {
			eight(data, i, 8);
		}
		for (int i = 0; i < 8; i++) {
			eight(data, 8 * i, 1);
		}
		for (int y = 0; y < 8; y++) {
			int row = at + y * stride;
			for (int x = 0; x < 8; x++) {
				to[row + x] = data[8 * x + y];
			}
		}
	}

	/**
	 * Transforms columns in place.
	 *
	 * @param data    rows of numbers
	 * @param at      the first number
	 * @param log     logarithm of the number of rows
	 * @param stride  distance of rows
	 * @param width   number of columns
	 * @param scratch room for as many numbers again
	 * @param from    where the room begins
	 */
	static void columns(float[] data, int at, int log, int stride, int width, float[] scratch, int from) {
		if (log == 0) {
			return;
		}
		if (log == 1) {
			for (int x = 0; x < width; x++) {
				float even = data[at + x];
				float odd = data[at + stride + x];
				data[at + x] = even + odd;
				data[at + stride + x] = even - odd;
			}
			return;
		}
		if (log <= 3) {
			for (int x = 0; x < width; x++) {
				if (log == 2) {
					four(data, at + x, stride);
				} else {
					eight(data, at + x, stride);
				}
			}
			return;
		}
		int size = 1 << log;
		int half = size / 2;
		for (int i = 0; i < half; i++) {
			System.arraycopy(data, at + 2 * i * stride, scratch, from + i * width, width);
		}
		int odd = from + half * width;
		for (int x = 0; x < width; x++) {
			scratch[odd + x] = data[at + stride + x] * SQRT2;
		}
		for (int i = 1; i < half; i++) {
			int row = at + (2 * i + 1) * stride;
			int before = row - 2 * stride;
			int to = odd + i * width;
			for (int x = 0; x < width; x++) {
				scratch[to + x] = data[row + x] + data[before + x];
			}
		}
		columns(scratch, from, log - 1, width, width, data, at);
		columns(scratch, odd, log - 1, width, width, data, at);
		for (int i = 0; i < half; i++) {
			float factor = HALVES[log][i];
			int e = from + i * width;
			int o = odd + i * width;
			int low = at + i * stride;
			int high = at + (size - 1 - i) * stride;
			for (int x = 0; x < width; x++) {
				float even = scratch[e + x];
				float part = scratch[o + x] * factor;
				data[low + x] = even + part;
				data[high + x] = even - part;
			}
		}
	}

	/**
	 * Transforms numbers in place that lie {@code step} apart: short lines one by one, which spares copies.
	 *
	 * @param log     logarithm of how many there are, at most {@link #LONGEST}
	 * @param scratch room for as many numbers again
	 * @param from    where the room begins; up to there they are not touched
	 */
	private static void line(float[] data, int at, int step, int log, float[] scratch, int from) {
		switch (log) {
			case 0:
				return;
			case 1:
				float first = data[at];
				float second = data[at + step];
				data[at] = first + second;
				data[at + step] = first - second;
				return;
			case 2:
				four(data, at, step);
				return;
			case 3:
				eight(data, at, step);
				return;
			default:
				break;
		}
		int half = 1 << log - 1;
		int odds = from + half;
		scratch[from] = data[at];
		float previous = data[at + step];
		scratch[odds] = previous * SQRT2;
		int place = at + 2 * step;
		for (int i = 1; i < half; i++, place += 2 * step) {
			float odd = data[place + step];
			scratch[from + i] = data[place];
			scratch[odds + i] = odd + previous;
			previous = odd;
		}
		int more = odds + half;
		line(scratch, from, 1, log - 1, scratch, more);
		line(scratch, odds, 1, log - 1, scratch, more);
		float[] factors = HALVES[log];
		int low = at;
		int high = at + ((1 << log) - 1) * step;
		for (int i = 0; i < half; i++, low += step, high -= step) {
			float even = scratch[from + i];
			float part = scratch[odds + i] * factors[i];
			data[low] = even + part;
			data[high] = even - part;
		}
	}

	/**
	 * Transforms a block whose coefficients lie in rows as long as its longer side.
	 *
	 * @param data    the coefficients; they are lost
	 * @param width   width of the block, a power of two
	 * @param height  its height, likewise
	 * @param to      gets the block
	 * @param at      its first place there
	 * @param stride  distance of rows there
	 * @param scratch room for as many numbers as the block has, at least 64
	 */
	static void block(float[] data, int width, int height, float[] to, int at, int stride, float[] scratch) {
		int wide = Math.max(width, height);
		int high = Math.min(width, height);
		if (log(wide) <= LONGEST) {
			for (int i = 0; i < wide; i++) {
				line(data, i, wide, log(high), scratch, 0);
			}
			for (int i = 0; i < high; i++) {
				line(data, i * wide, 1, log(wide), scratch, 0);
			}
			if (height >= width) {
				transpose(data, high, wide, to, at, stride);
			} else {
				for (int y = 0; y < height; y++) {
					System.arraycopy(data, y * wide, to, at + y * stride, wide);
				}
			}
			return;
		}
		columns(data, 0, log(high), wide, wide, scratch, 0);
		transpose(data, high, wide, scratch, 0, high);
		columns(scratch, 0, log(wide), high, high, data, 0);
		if (height >= width) {
			for (int y = 0; y < height; y++) {
				System.arraycopy(scratch, y * width, to, at + y * stride, width);
			}
		} else {
			transpose(scratch, wide, high, to, at, stride);
		}
	}

	private static void transpose(float[] from, int rows, int columns, float[] to, int at, int stride) {
		for (int y = 0; y < rows; y += 8) {
			int end = Math.min(rows, y + 8);
			for (int x = 0; x < columns; x++) {
				for (int i = y; i < end; i++) {
					to[at + x * stride + i] = from[i * columns + x];
				}
			}
		}
	}

	private static int log(int size) {
		return Integer.numberOfTrailingZeros(size);
	}
}
