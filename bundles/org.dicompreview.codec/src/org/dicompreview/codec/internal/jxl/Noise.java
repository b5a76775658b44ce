package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Parallel;

/** Noise that is made anew for each frame (ISO/IEC 18181-1, K.5). */
final class Noise {

	private static final int GENERATORS = 8;
	private static final int BATCH = 2 * GENERATORS;
	private static final float CORRELATED = 127 / 128f;
	private static final float OWN = 1 / 128f;
	private static final float STRENGTH = 0.22f;
	private static final int REACH = 2;

	private final LfGlobal global;
	private final FrameHeader header;

	Noise(LfGlobal global, FrameHeader header) {
		this.global = global;
		this.header = header;
	}

	/**
	 * Adds noise to the colours.
	 *
	 * @param number counts the frames of the image
	 */
	void add(Planes planes, int number, int threads) throws DecodeException {
		float[][] random = new float[3][planes.width * planes.height];
		int side = header.group();
		int across = Numbers.ceilDiv(planes.width, side);
		boolean seen = header.isShown() && (header.last || header.duration > 0);
		Parallel.run(across * Numbers.ceilDiv(planes.height, side), threads, () -> random, (to, group) -> {
			int x = group % across * side;
			int y = group / across * side;
			Generator generator = new Generator(seen ? 1 : 0, seen ? 0 : number + 1, x, y);
			for (float[] each : to) {
				fill(generator, each, planes, x, y, side);
			}
		});
		Parallel.run(planes.height, threads, () -> new float[3], (values, y) -> addRow(planes, random, y, values));
	}

	private static void fill(Generator generator, float[] to, Planes planes, int x0, int y0, int side) {
		int width = Math.min(side, planes.width - x0);
		int height = Math.min(side, planes.height - y0);
		int[] batch = new int[BATCH];
		for (int y = y0; y < y0 + height; y++) {
			int row = y * planes.width + x0;
			for (int x = 0; x < width; x += BATCH) {
				generator.next(batch);
				for (int i = 0; i < BATCH && x + i < width; i++) {
					to[row + x + i] = Float.intBitsToFloat(batch[i] >>> 9 | 0x3F800000);
				}
			}
		}
	}

	private void addRow(Planes planes, float[][] random, int y, float[] values) {
		float[] toX = planes.values[0];
		float[] toY = planes.values[1];
		float[] toB = planes.values[2];
		for (int x = 0; x < planes.width; x++) {
			int at = y * planes.width + x;
			for (int c = 0; c < 3; c++) {
				values[c] = STRENGTH * laplacian(random[c], planes, x, y);
			}
			float red = strength(global.noise, (toY[at] + toX[at]) / 2) * (OWN * values[0] + CORRELATED * values[2]);
			float green = strength(global.noise, (toY[at] - toX[at]) / 2) * (OWN * values[1] + CORRELATED * values[2]);
			float sum = red + green;
			toX[at] += global.baseX * sum + red - green;
			toY[at] += sum;
			toB[at] += global.baseB * sum;
		}
	}

	private static float laplacian(float[] values, Planes planes, int x, int y) {
		float others = 0;
		for (int i = -REACH; i <= REACH; i++) {
			int row = Numbers.mirror(y + i, planes.height) * planes.width;
			for (int k = -REACH; k <= REACH; k++) {
				others += values[row + Numbers.mirror(x + k, planes.width)];
			}
		}
		float centre = values[y * planes.width + x];
		return (others - centre) * 0.16f - 3.84f * centre;
	}

	/**
	 * {@return the strength of noise at a level of red or green}
	 *
	 * <p>
	 * The points are for levels of 0, 1/6 and so on up to 7/6; beyond that the last one counts.
	 */
	static float strength(float[] points, float level) {
		int last = points.length - 2;
		float scaled = Math.max(0, level * last);
		int index = (int) scaled;
		float part = scaled - index;
		if (scaled >= last + 1) {
			index = last;
			part = 1;
		}
		float low = points[index];
		return Math.max(0, Math.min(low + (points[index + 1] - low) * part, 1));
	}

	/** Eight generators of random bits of the kind xorshift128+. */
	private static final class Generator {

		private static final long SEED = 0x9E3779B97F4A7C15L;

		private final long[] first = new long[GENERATORS];
		private final long[] second = new long[GENERATORS];

		Generator(int seed1, int seed2, int seed3, int seed4) {
			first[0] = split(((long) seed1 << 32) + seed2 + SEED);
			second[0] = split(((long) seed3 << 32) + seed4 + SEED);
			for (int i = 1; i < GENERATORS; i++) {
				first[i] = split(first[i - 1]);
				second[i] = split(second[i - 1]);
			}
		}

		private static long split(long seed) {
			long z = (seed ^ seed >>> 30) * 0xBF58476D1CE4E5B9L;
			z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
			return z ^ z >>> 31;
		}

		void next(int[] to) {
			for (int i = 0; i < GENERATORS; i++) {
				long a = first[i];
				long b = second[i];
				long sum = a + b;
				to[2 * i] = (int) sum;
				to[2 * i + 1] = (int) (sum >>> 32);
				first[i] = b;
				a ^= a << 23;
				second[i] = a ^ b ^ a >>> 18 ^ b >>> 5;
			}
		}
	}
}
