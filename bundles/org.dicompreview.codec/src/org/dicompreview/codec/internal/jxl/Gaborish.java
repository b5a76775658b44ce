package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Parallel;

/** The convolution that undoes what the encoder sharpened (ISO/IEC 18181-1, J.3). */
final class Gaborish {

	private static final int BAND = 32;

	private Gaborish() {
	}

	/**
	 * Smooths colours.
	 *
	 * @param used   which
	 * @param to     gets them
	 * @param first  where the first row begins there
	 * @param stride distance of rows there
	 */
	static void apply(Planes planes, int[] used, Restoration parameters, int threads, float[][] to, int first,
			int stride) throws DecodeException {
		int bands = Numbers.ceilDiv(planes.height, BAND);
		Parallel.run(used.length * bands, threads, () -> planes, (from, i) -> {
			int c = used[i % used.length];
			int band = i / used.length;
			float side = parameters.gaborishWeights[2 * c];
			float corner = parameters.gaborishWeights[2 * c + 1];
			float centre = 1 / (1 + 4 * (side + corner));
			for (int y = band * BAND; y < Math.min(from.height, (band + 1) * BAND); y++) {
				row(from.values[c], to[c], first + y * stride, from.width, from.height, y, centre, side * centre,
						corner * centre);
			}
		});
	}

	private static void row(float[] from, float[] to, int at, int width, int height, int y, float centre, float side,
			float corner) {
		int row = y * width;
		int above = y > 0 ? row - width : row;
		int below = y < height - 1 ? row + width : row;
		to[at] = edge(from, width, row, above, below, 0, centre, side, corner);
		inner(from, row, above, below, to, at, width - 1, centre, side, corner);
		if (width > 1) {
			to[at + width - 1] = edge(from, width, row, above, below, width - 1, centre, side, corner);
		}
	}

	private static void inner(float[] from, int row, int above, int below, float[] to, int at, int end, float centre,
			float side, float corner) {
		for (int x = 1; x < end; x++) {
			float sides = from[row + x - 1] + from[row + x + 1] + from[above + x] + from[below + x];
			float corners = from[above + x - 1] + from[above + x + 1] + from[below + x - 1] + from[below + x + 1];
			to[at + x] = corners * corner + (sides * side + from[row + x] * centre);
		}
	}

	private static float edge(float[] from, int width, int row, int above, int below, int x, float centre, float side,
			float corner) {
		int left = Math.max(0, x - 1);
		int right = Math.min(width - 1, x + 1);
		float sides = from[row + left] + from[row + right] + from[above + x] + from[below + x];
		float corners = from[above + left] + from[above + right] + from[below + left] + from[below + right];
		return corners * corner + (sides * side + from[row + x] * centre);
	}
}
