package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Parallel;

/** The convolution that undoes what the encoder sharpened (ISO/IEC 18181-1, J.3). */
final class Gaborish {

	private static final int BAND = 32;

	private Gaborish() {
	}

	/** Smooths the three colours. */
	static void apply(Planes planes, Restoration parameters, int threads) throws DecodeException {
		int bands = Numbers.ceilDiv(planes.height, BAND);
		float[][] from = { planes.values[0], planes.values[1], planes.values[2] };
		for (int c = 0; c < 3; c++) {
			planes.values[c] = new float[from[c].length];
		}
		Parallel.run(3 * bands, threads, () -> planes, (to, i) -> {
			int c = i % 3;
			float side = parameters.gaborishWeights[2 * c];
			float corner = parameters.gaborishWeights[2 * c + 1];
			float centre = 1 / (1 + 4 * (side + corner));
			for (int y = i / 3 * BAND; y < Math.min(to.height, (i / 3 + 1) * BAND); y++) {
				row(from[c], to.values[c], to.width, to.height, y, centre, side * centre, corner * centre);
			}
		});
	}

	private static void row(float[] from, float[] to, int width, int height, int y, float centre, float side,
			float corner) {
		int row = y * width;
		int above = y > 0 ? row - width : row;
		int below = y < height - 1 ? row + width : row;
		edge(from, to, width, row, above, below, 0, centre, side, corner);
		for (int x = 1; x < width - 1; x++) {
			float sides = from[row + x - 1] + from[row + x + 1] + from[above + x] + from[below + x];
			float corners = from[above + x - 1] + from[above + x + 1] + from[below + x - 1] + from[below + x + 1];
			to[row + x] = corners * corner + (sides * side + from[row + x] * centre);
		}
		if (width > 1) {
			edge(from, to, width, row, above, below, width - 1, centre, side, corner);
		}
	}

	private static void edge(float[] from, float[] to, int width, int row, int above, int below, int x, float centre,
			float side, float corner) {
		int left = Math.max(0, x - 1);
		int right = Math.min(width - 1, x + 1);
		float sides = from[row + left] + from[row + right] + from[above + x] + from[below + x];
		float corners = from[above + left] + from[above + right] + from[below + left] + from[below + right];
		to[row + x] = corners * corner + (sides * side + from[row + x] * centre);
	}
}
