package org.dicompreview.codec.internal.jxl;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.codec.DecodeException;

/** Curves that are drawn upon a frame (ISO/IEC 18181-1, K.4). */
final class Splines {

	private static final int CONTEXTS = 6;
	private static final int ADJUSTMENT = 0;
	private static final int START = 1;
	private static final int COUNT = 2;
	private static final int POINTS = 3;
	private static final int POINT = 4;
	private static final int COEFFICIENT = 5;
	private static final int SIZE = 32;
	private static final int MOST_POINTS = 1 << 20;
	private static final int LIMIT = 1 << 23;
	/** Pixels that all curves together may touch, as a multiple of the frame's. */
	private static final int MOST_AREA = 64;
	private static final float[] WEIGHTS = { 0.0042f, 0.075f, 0.07f, 0.3333f };
	/** Points that are calculated between two given ones. */
	private static final int BETWEEN = 16;
	private static final float SQRT2 = (float) Math.sqrt(2);
	private static final double SQRT_HALF_HALF = 0.353553391;

	/** A curve: given points, and X, Y, B and width along it by coefficients. */
	private record Spline(float[] x, float[] y, float[][] coefficients) {
	}

	private final List<Spline> splines = new ArrayList<>();
	private final EntropyReader reader;
	private final float unit;
	private int points;
	private double area;

	Splines(Bits bits, FrameHeader header) throws DecodeException {
		reader = new EntropyReader(EntropyCode.read(bits, CONTEXTS), bits, 0);
		long most = Math.min(MOST_POINTS, (long) header.width * header.height / 2);
		int count = reader.read(COUNT) + 1;
		if (count < 1 || count > most) {
			throw new DecodeException(JxlText.TOO_MANY_CURVES);
		}
		int[] startX = new int[count];
		int[] startY = new int[count];
		for (int i = 0; i < count; i++) {
			int x = reader.read(START);
			int y = reader.read(START);
			startX[i] = limited(i == 0 ? x : (long) startX[i - 1] + Bits.signed(x));
			startY[i] = limited(i == 0 ? y : (long) startY[i - 1] + Bits.signed(y));
		}
		int adjustment = Bits.signed(reader.read(ADJUSTMENT));
		unit = adjustment >= 0 ? 1 / (1 + 0.125f * adjustment) : 1 - 0.125f * adjustment;
		for (int i = 0; i < count; i++) {
			splines.add(readSpline(startX[i], startY[i], most));
			bits.check();
		}
		reader.end();
	}

	private static int limited(long value) throws DecodeException {
		if (Math.abs(value) >= LIMIT) {
			throw new DecodeException(JxlText.CURVE_OUTSIDE_IMAGES);
		}
		return (int) value;
	}

	private Spline readSpline(int startX, int startY, long most) throws DecodeException {
		int count = reader.read(POINTS);
		if (count < 0 || points + (long) count > most) {
			throw new DecodeException(JxlText.TOO_MANY_CURVE_POINTS);
		}
		points += count + 1;
		float[] x = new float[count + 1];
		float[] y = new float[count + 1];
		x[0] = startX;
		y[0] = startY;
		long stepX = 0;
		long stepY = 0;
		for (int i = 1; i <= count; i++) {
			stepX = limited(stepX + Bits.signed(reader.read(POINT)));
			stepY = limited(stepY + Bits.signed(reader.read(POINT)));
			x[i] = limited((long) x[i - 1] + stepX);
			y[i] = limited((long) y[i - 1] + stepY);
			if (stepX == 0 && stepY == 0) {
				throw new DecodeException(JxlText.CURVE_POINT_TWICE);
			}
		}
		float[][] coefficients = new float[4][SIZE];
		for (int c = 0; c < 4; c++) {
			for (int i = 0; i < SIZE; i++) {
				coefficients[c][i] = Bits.signed(reader.read(COEFFICIENT)) * (i == 0 ? 1 / SQRT2 : 1) * WEIGHTS[c] * unit;
			}
		}
		return new Spline(x, y, coefficients);
	}

	/** Draws all curves. */
	void draw(Planes planes, LfGlobal global) throws DecodeException {
		for (Spline spline : splines) {
			float[][] colours = spline.coefficients();
			for (int i = 0; i < SIZE; i++) {
				colours[0][i] += global.baseX * colours[1][i];
				colours[2][i] += global.baseB * colours[1][i];
			}
			draw(planes, spline);
		}
	}

	private void draw(Planes planes, Spline spline) throws DecodeException {
		List<float[]> between = interpolate(spline.x(), spline.y());
		List<float[]> even = spaced(between);
		float length = even.size() - 2 + even.get(even.size() - 1)[2];
		if (!(length > 0)) {
			return;
		}
		float[] colour = new float[3];
		for (int i = 0; i < even.size(); i++) {
			float along = (SIZE - 1) * Math.min(1, i / length);
			for (int c = 0; c < 3; c++) {
				colour[c] = at(spline.coefficients()[c], along);
			}
			dot(planes, even.get(i), colour, at(spline.coefficients()[3], along));
		}
	}

	private static float at(float[] coefficients, float place) {
		double sum = 0;
		for (int i = 0; i < SIZE; i++) {
			sum += SQRT2 * coefficients[i] * Math.cos(i * Math.PI / SIZE * (place + 0.5));
		}
		return (float) sum;
	}

	/** {@return points of a centripetal Catmull-Rom curve through the given ones} */
	private static List<float[]> interpolate(float[] givenX, float[] givenY) {
		List<float[]> result = new ArrayList<>();
		int last = givenX.length - 1;
		if (last == 0) {
			result.add(new float[] { givenX[0], givenY[0] });
			return result;
		}
		float[][] p = new float[4][];
		for (int start = 0; start < last; start++) {
			for (int k = 0; k < 4; k++) {
				p[k] = given(givenX, givenY, start + k - 1);
			}
			result.add(p[1]);
			float[] d = new float[3];
			float[] t = new float[4];
			for (int k = 0; k < 3; k++) {
				d[k] = (float) Math.sqrt(Math.hypot(p[k + 1][0] - p[k][0], p[k + 1][1] - p[k][1]));
				t[k + 1] = t[k] + d[k];
			}
			for (int i = 1; i < BETWEEN; i++) {
				float at = d[0] + (float) i / BETWEEN * d[1];
				float[] a0 = mixed(p[0], p[1], (at - t[0]) / d[0]);
				float[] a1 = mixed(p[1], p[2], (at - t[1]) / d[1]);
				float[] a2 = mixed(p[2], p[3], (at - t[2]) / d[2]);
				float[] b0 = mixed(a0, a1, (at - t[0]) / (d[0] + d[1]));
				float[] b1 = mixed(a1, a2, (at - t[1]) / (d[1] + d[2]));
				result.add(mixed(b0, b1, (at - t[1]) / d[1]));
			}
		}
		result.add(new float[] { givenX[last], givenY[last] });
		return result;
	}

	/** {@return a given point, or one as far beyond an end as the next one is within} */
	private static float[] given(float[] x, float[] y, int index) {
		int last = x.length - 1;
		if (index < 0) {
			return new float[] { 2 * x[0] - x[1], 2 * y[0] - y[1] };
		}
		if (index > last) {
			return new float[] { 2 * x[last] - x[last - 1], 2 * y[last] - y[last - 1] };
		}
		return new float[] { x[index], y[index] };
	}

	private static float[] mixed(float[] a, float[] b, float part) {
		return new float[] { a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1]) };
	}

	/** {@return points at a distance of 1 along the lines, with that distance; the last one's is what is left} */
	private List<float[]> spaced(List<float[]> line) throws DecodeException {
		List<float[]> result = new ArrayList<>();
		float[] current = line.get(0);
		result.add(new float[] { current[0], current[1], 1 });
		int next = 0;
		while (next < line.size()) {
			float[] previous = current;
			float gone = 0;
			while (true) {
				if (next == line.size()) {
					result.add(new float[] { previous[0], previous[1], gone });
					return result;
				}
				float[] to = line.get(next);
				float step = (float) Math.hypot(to[0] - previous[0], to[1] - previous[1]);
				if (gone + step >= 1) {
					current = mixed(previous, to, (1 - gone) / step);
					result.add(new float[] { current[0], current[1], 1 });
					if (result.size() > LIMIT / 8) {
						throw new DecodeException(JxlText.CURVE_TOO_LONG);
					}
					break;
				}
				gone += step;
				previous = to;
				next++;
			}
		}
		return result;
	}

	private void dot(Planes planes, float[] point, float[] colour, float width) throws DecodeException {
		float inverse = 1 / width;
		if (width == 0 || Float.isNaN(inverse) || Float.isInfinite(inverse) || Float.isInfinite(width)) {
			return;
		}
		float intensity = point[2];
		double most = 0.01;
		for (float each : colour) {
			most = Math.max(most, Math.abs(each * intensity));
		}
		double reach = Math.sqrt(-2 * (double) width * width * (Math.log(0.1) * 3 - Math.log(most)));
		int left = (int) Math.max(0, Math.round(point[0] - reach));
		int right = (int) Math.min(planes.width - 1, Math.round(point[0] + reach));
		int top = (int) Math.max(0, Math.round(point[1] - reach));
		int bottom = (int) Math.min(planes.height - 1, Math.round(point[1] + reach));
		if (left > right || top > bottom) {
			return;
		}
		area += (double) (right - left + 1) * (bottom - top + 1);
		if (area > MOST_AREA * (planes.width * (double) planes.height + (1 << 14))) {
			throw new DecodeException(JxlText.CURVES_TOO_LARGE);
		}
		float factor = 0.25f * width * intensity;
		for (int y = top; y <= bottom; y++) {
			for (int x = left; x <= right; x++) {
				double distance = Math.hypot(x - point[0], y - point[1]);
				double part = erf((distance / 2 + SQRT_HALF_HALF) * inverse) - erf((distance / 2 - SQRT_HALF_HALF) * inverse);
				float local = (float) (factor * part * part);
				for (int c = 0; c < 3; c++) {
					planes.values[c][y * planes.width + x] += colour[c] * local;
				}
			}
		}
	}

	/** {@return the error function, to four places} */
	private static double erf(double x) {
		double a = Math.abs(x);
		double d = 1 + a * (0.278393 + a * (0.230389 + a * (0.000972 + a * 0.078108)));
		double d2 = d * d;
		double value = 1 - 1 / (d2 * d2);
		return x < 0 ? -value : value;
	}
}
