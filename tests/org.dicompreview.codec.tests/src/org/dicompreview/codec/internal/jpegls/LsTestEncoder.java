package org.dicompreview.codec.internal.jpegls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A plain JPEG-LS encoder for tests, written along the text of T.87 annex A without regard to speed, so that it shares
 * no idea with the decoder. It can do what the encoders at hand cannot: restart intervals, any MAXVAL, any RESET.
 */
final class LsTestEncoder {

	private static final int[] J = { 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10,
			11, 12, 13, 14, 15 };

	/** Interleave mode 0-2. */
	int interleave;
	int near;
	int maxVal;
	int t1;
	int t2;
	int t3;
	int reset = 64;
	/** Lines, 0 for none. */
	int restartInterval;
	/** Whether to write the parameters. */
	boolean explicit = true;

	private final int columns;
	private final int rows;
	private final int components;
	private final int precision;
	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private int[][] reconstructed;

	private final int[] a = new int[367];
	private final int[] b = new int[365];
	private final int[] c = new int[365];
	private final int[] n = new int[367];
	private final int[] negative = new int[2];
	private int[] runIndex;
	private int bitBuffer;
	private int bitCount;
	private int bitRoom = 8;

	LsTestEncoder(int columns, int rows, int components, int precision) {
		this.columns = columns;
		this.rows = rows;
		this.components = components;
		this.precision = precision;
		maxVal = (1 << precision) - 1;
	}

	/** Sets the default thresholds for MAXVAL and NEAR, by T.87 C.2.4.1.1.1. */
	LsTestEncoder defaults() {
		if (maxVal >= 128) {
			int factor = (Math.min(maxVal, 4095) + 128) / 256;
			t1 = clamp(factor + 2 + 3 * near, near + 1);
			t2 = clamp(factor * 4 + 3 + 5 * near, t1);
			t3 = clamp(factor * 17 + 4 + 7 * near, t2);
		} else {
			int factor = 256 / (maxVal + 1);
			t1 = clamp(Math.max(2, 3 / factor + 3 * near), near + 1);
			t2 = clamp(Math.max(3, 7 / factor + 5 * near), t1);
			t3 = clamp(Math.max(4, 21 / factor + 7 * near), t2);
		}
		return this;
	}

	private int clamp(int value, int low) {
		return value > maxVal || value < low ? low : value;
	}

	/** Encodes values interleaved by pixel. @return the stream */
	byte[] encode(int[] values) {
		reconstructed = new int[components][];
		words(0xFFD8, 0xFFF7, 8 + 3 * components);
		out.write(precision);
		words(rows, columns);
		out.write(components);
		for (int i = 1; i <= components; i++) {
			out.write(i);
			out.write(0x11);
			out.write(0);
		}
		if (explicit) {
			words(0xFFF8, 13);
			out.write(1);
			words(maxVal, t1, t2, t3, reset);
		}
		if (restartInterval > 0) {
			words(0xFFDD, 4, restartInterval);
		}
		if (interleave == 0) {
			for (int i = 0; i < components; i++) {
				scan(values, i, 1);
			}
		} else {
			scan(values, 0, components);
		}
		words(0xFFD9);
		return out.toByteArray();
	}

	/** {@return what a decoder must make of the stream, interleaved by pixel} */
	int[] reconstructed() {
		int[] result = new int[columns * rows * components];
		for (int i = 0; i < result.length; i++) {
			result[i] = reconstructed[i % components][i / components];
		}
		return result;
	}

	private void words(int... values) {
		for (int value : values) {
			out.write(value >> 8);
			out.write(value);
		}
	}

	private void scan(int[] values, int first, int count) {
		words(0xFFDA, 6 + 2 * count);
		out.write(count);
		for (int i = first; i < first + count; i++) {
			out.write(i + 1);
			out.write(0);
			reconstructed[i] = new int[columns * rows];
		}
		out.write(near);
		out.write(interleave);
		out.write(0);
		begin();
		int start = 0;
		for (int row = 0; row < rows; row++) {
			if (restartInterval > 0 && row > 0 && row % restartInterval == 0) {
				flush();
				words(0xFFD0 + (row / restartInterval - 1) % 8);
				begin();
				start = row;
			}
			if (interleave == 2) {
				line(values, row, start, first, count);
			} else {
				for (int i = first; i < first + count; i++) {
					line(values, row, start, i, 1);
				}
			}
		}
		flush();
	}

	private void begin() {
		int initial = Math.max(2, (range() + 32) / 64);
		Arrays.fill(a, initial);
		Arrays.fill(b, 0);
		Arrays.fill(c, 0);
		Arrays.fill(n, 1);
		Arrays.fill(negative, 0);
		runIndex = new int[components];
	}

	private int range() {
		return (maxVal + 2 * near) / (2 * near + 1) + 1;
	}

	private static int ceilLog2(int value) {
		int bits = 0;
		while (1 << bits < value) {
			bits++;
		}
		return bits;
	}

	private int limit() {
		int bpp = Math.max(2, ceilLog2(maxVal + 1));
		return 2 * (bpp + Math.max(8, bpp));
	}

	/** The reconstructed value; 0 above the first line, a repetition to the right of the last column (T.87 A.2.1). */
	private int at(int component, int row, int column, int start) {
		return row < start ? 0 : reconstructed[component][row * columns + Math.min(column, columns - 1)];
	}

	/** Ra: in the first column the value above. */
	private int left(int component, int row, int column, int start) {
		return column == 0 ? at(component, row - 1, 0, start) : at(component, row, column - 1, start);
	}

	/** Rc: in the first column what was Ra in the line above. */
	private int corner(int component, int row, int column, int start) {
		return column == 0 ? at(component, row - 2, 0, start) : at(component, row - 1, column - 1, start);
	}

	private void line(int[] values, int row, int start, int first, int count) {
		for (int x = 0; x < columns; x++) {
			boolean run = true;
			int[] contexts = new int[count];
			for (int i = 0; i < count; i++) {
				contexts[i] = context(first + i, row, x, start);
				run &= contexts[i] == 0;
			}
			if (run) {
				x = run(values, row, x, start, first, count);
				continue;
			}
			for (int i = 0; i < count; i++) {
				regular(values, first + i, row, x, start, contexts[i]);
			}
		}
	}

	private int context(int component, int row, int x, int start) {
		int ra = left(component, row, x, start);
		int rb = at(component, row - 1, x, start);
		int rc = corner(component, row, x, start);
		int rd = at(component, row - 1, x + 1, start);
		return 81 * quantize(rd - rb) + 9 * quantize(rb - rc) + quantize(rc - ra);
	}

	private int quantize(int d) {
		int size = Math.abs(d);
		int region = size <= near ? 0 : size < t1 ? 1 : size < t2 ? 2 : size < t3 ? 3 : 4;
		return d < 0 ? -region : region;
	}

	private void regular(int[] values, int component, int row, int x, int start, int context) {
		int ra = left(component, row, x, start);
		int rb = at(component, row - 1, x, start);
		int rc = corner(component, row, x, start);
		int sign = context < 0 ? -1 : 1;
		int q = Math.abs(context);
		int px;
		if (rc >= Math.max(ra, rb)) {
			px = Math.min(ra, rb);
		} else if (rc <= Math.min(ra, rb)) {
			px = Math.max(ra, rb);
		} else {
			px = ra + rb - rc;
		}
		px = Math.max(0, Math.min(maxVal, px + sign * c[q]));
		int error = store(component, row, x, px, sign, value(values, component, row, x));
		int k = order(n[q], a[q]);
		int mapped;
		if (near == 0 && k == 0 && 2 * b[q] <= -n[q]) {
			mapped = error >= 0 ? 2 * error + 1 : -2 * (error + 1);
		} else {
			mapped = error >= 0 ? 2 * error : -2 * error - 1;
		}
		golomb(mapped, k, limit());
		b[q] += error * (2 * near + 1);
		a[q] += Math.abs(error);
		if (n[q] == reset) {
			a[q] >>= 1;
			b[q] = b[q] >= 0 ? b[q] >> 1 : -(1 - b[q] >> 1);
			n[q] >>= 1;
		}
		n[q]++;
		if (b[q] <= -n[q]) {
			b[q] = Math.max(b[q] + n[q], -n[q] + 1);
			c[q] = Math.max(-128, c[q] - 1);
		} else if (b[q] > 0) {
			b[q] = Math.min(b[q] - n[q], 0);
			c[q] = Math.min(127, c[q] + 1);
		}
	}

	private int value(int[] values, int component, int row, int x) {
		return values[(row * columns + x) * components + component];
	}

	/** Quantizes and reduces the error, stores the reconstructed value. @return the error */
	private int store(int component, int row, int x, int px, int sign, int value) {
		int error = sign * (value - px);
		int step = 2 * near + 1;
		error = error > 0 ? (error + near) / step : -((near - error) / step);
		int decoded = Math.max(0, Math.min(maxVal, px + sign * error * step));
		reconstructed[component][row * columns + x] = decoded;
		if (error < 0) {
			error += range();
		}
		if (error >= (range() + 1) / 2) {
			error -= range();
		}
		return error;
	}

	private static int order(int count, int magnitude) {
		int k = 0;
		while (count << k < magnitude) {
			k++;
		}
		return k;
	}

	private int run(int[] values, int row, int begin, int start, int first, int count) {
		int x = begin;
		int index = runIndex[first];
		while (x < columns && repeats(values, row, x, start, first, count)) {
			for (int i = first; i < first + count; i++) {
				reconstructed[i][row * columns + x] = left(i, row, begin, start);
			}
			x++;
		}
		int length = x - begin;
		while (length >= 1 << J[index]) {
			bits(1, 1);
			length -= 1 << J[index];
			index = Math.min(31, index + 1);
		}
		if (x == columns) {
			if (length > 0) {
				bits(1, 1);
			}
		} else {
			bits(0, 1);
			bits(length, J[index]);
			for (int i = first; i < first + count; i++) {
				interruption(values, i, row, x, start, index);
			}
			index = Math.max(0, index - 1);
		}
		runIndex[first] = index;
		return x;
	}

	private boolean repeats(int[] values, int row, int x, int start, int first, int count) {
		for (int i = first; i < first + count; i++) {
			if (Math.abs(value(values, i, row, x) - left(i, row, x, start)) > near) {
				return false;
			}
		}
		return true;
	}

	private void interruption(int[] values, int component, int row, int x, int start, int index) {
		int ra = left(component, row, x, start);
		int rb = at(component, row - 1, x, start);
		int type = interleave != 2 && Math.abs(ra - rb) <= near ? 1 : 0;
		int sign = type == 0 && ra > rb ? -1 : 1;
		int error = store(component, row, x, type == 1 ? ra : rb, sign, value(values, component, row, x));
		int q = 365 + type;
		int k = order(n[q], type == 1 ? a[q] + (n[q] >> 1) : a[q]);
		boolean map = k == 0 && error > 0 && 2 * negative[type] < n[q]
				|| error < 0 && (2 * negative[type] >= n[q] || k != 0);
		int mapped = 2 * Math.abs(error) - type - (map ? 1 : 0);
		golomb(mapped, k, limit() - J[index] - 1);
		if (error < 0) {
			negative[type]++;
		}
		a[q] += mapped + 1 - type >> 1;
		if (n[q] == reset) {
			a[q] >>= 1;
			n[q] >>= 1;
			negative[type] >>= 1;
		}
		n[q]++;
	}

	private void golomb(int value, int k, int longest) {
		int qbpp = ceilLog2(range());
		int high = value >> k;
		if (high < longest - qbpp - 1) {
			for (int i = 0; i < high; i++) {
				bits(0, 1);
			}
			bits(1, 1);
			bits(value & (1 << k) - 1, k);
		} else {
			for (int i = 0; i < longest - qbpp - 1; i++) {
				bits(0, 1);
			}
			bits(1, 1);
			bits(value - 1, qbpp);
		}
	}

	private void bits(int value, int count) {
		for (int i = count - 1; i >= 0; i--) {
			bitBuffer = bitBuffer << 1 | value >> i & 1;
			if (++bitCount == bitRoom) {
				out.write(bitBuffer);
				bitRoom = bitBuffer == 0xFF ? 7 : 8;
				bitBuffer = 0;
				bitCount = 0;
			}
		}
	}

	private void flush() {
		while (bitCount != 0) {
			bits(0, 1);
		}
		if (bitRoom == 7) {
			out.write(0);
		}
		bitRoom = 8;
	}
}
