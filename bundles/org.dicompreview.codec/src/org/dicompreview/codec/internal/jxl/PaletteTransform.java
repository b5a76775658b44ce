package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Parallel;

/**
 * Palettes of modular images (ISO/IEC 18181-1, H.6.4): stored entries, cubes of colours behind them, deltas before
 * them.
 */
final class PaletteTransform {

	private static final int MAX_DEPTH = 24;
	private static final int COLOURS = 3;
	private static final int SMALL_CUBE = 64;
	private static final int CYCLE = 143;
	private static final int[][] DELTAS = { { 0, 0, 0 }, { 4, 4, 4 }, { 11, 0, 0 }, { 0, 0, -13 }, { 0, -12, 0 },
			{ -10, -10, -10 }, { -18, -18, -18 }, { -27, -27, -27 }, { -18, -18, 0 }, { 0, 0, -32 }, { -32, 0, 0 },
			{ -37, -37, -37 }, { 0, -32, -32 }, { 24, 24, 45 }, { 50, 50, 50 }, { -45, -24, -24 }, { -24, -45, -45 },
			{ 0, -24, -24 }, { -34, -34, 0 }, { -24, 0, -24 }, { -45, -45, -24 }, { 64, 64, 64 }, { -32, 0, -32 },
			{ 0, -32, 0 }, { -32, 0, 32 }, { -24, -45, -24 }, { 45, 24, 45 }, { 24, -24, -45 }, { -45, -24, 24 },
			{ 80, 80, 80 }, { 64, 0, 0 }, { 0, 0, -64 }, { 0, -64, -64 }, { -24, -24, 45 }, { 96, 96, 96 },
			{ 64, 64, 0 }, { 45, -24, -24 }, { 34, -34, 0 }, { 112, 112, 112 }, { 24, -45, -45 }, { 45, 45, -24 },
			{ 0, -32, 32 }, { 24, -24, 45 }, { 0, 96, 96 }, { 45, -24, 24 }, { 24, -45, -24 }, { -24, -45, 24 },
			{ 0, -64, 0 }, { 96, 0, 0 }, { 128, 128, 128 }, { 64, 0, 64 }, { 144, 144, 144 }, { 96, 96, 0 },
			{ -36, -36, 36 }, { 45, -24, -45 }, { 45, -45, -24 }, { 0, 0, -96 }, { 0, 128, 128 }, { 0, 96, 0 },
			{ 45, 24, -45 }, { -128, 0, 0 }, { 24, -45, 24 }, { -45, 24, -45 }, { 64, 0, -64 }, { 64, -64, -64 },
			{ 96, 0, 96 }, { 45, -45, 24 }, { 24, 45, -45 }, { 64, 64, -64 }, { 128, 128, 0 }, { 0, 0, -128 },
			{ -24, 45, -45 } };

	private PaletteTransform() {
	}

	/** Makes channels of colours of the channel of indices. */
	static void undo(ModularImage image, Transform.Palette transform, int threads) throws DecodeException {
		Channel palette = image.channels.remove(0);
		int first = transform.first();
		Channel indices = image.channels.remove(first);
		int depth = Math.min(image.depth, MAX_DEPTH);
		Channel[] results = new Channel[transform.count()];
		for (int c = 0; c < results.length; c++) {
			results[c] = new Channel(indices.width, indices.height, indices.shiftX, indices.shiftY);
			image.channels.add(first + c, results[c]);
		}
		Parallel.run(results.length, threads, () -> indices, (from, c) -> fill(results[c], c, from.values, palette,
				transform, depth, image.weights));
		image.metaChannels += first < image.metaChannels - 1 ? transform.count() - 2 : -1;
	}

	private static void fill(Channel to, int c, int[] indices, Channel palette, Transform.Palette transform, int depth,
			WeightedPredictor.Parameters weights) {
		int[] values = to.allocate();
		int predictor = transform.predictor();
		int deltas = transform.deltas();
		WeightedPredictor weighted = predictor == Predictors.WEIGHTED ? new WeightedPredictor(weights, to.width) : null;
		boolean clamped = transform.count() == 1 && deltas == 0 && predictor == Predictors.ZERO;
		for (int y = 0; y < to.height; y++) {
			int at = y * to.width;
			for (int x = 0; x < to.width; x++, at++) {
				int index = clamped ? Numbers.clamp(indices[at], 0, palette.width - 1) : indices[at];
				int value = entry(palette, index, c, depth);
				if (weighted != null || index < deltas) {
					int guess = Predictors.predict(predictor, values, to.width, x, y, weighted);
					value += index < deltas ? guess : 0;
				}
				values[at] = value;
				if (weighted != null) {
					weighted.update(x, value);
				}
			}
			if (weighted != null) {
				weighted.nextRow();
			}
		}
	}

	private static int entry(Channel palette, int index, int c, int depth) {
		if (index >= 0 && index < palette.width) {
			return palette.values[c * palette.width + index];
		}
		if (c >= COLOURS) {
			return 0;
		}
		if (index < 0) {
			int place = -(index + 1) % CYCLE;
			int delta = DELTAS[place + 1 >> 1][c];
			int value = (place & 1) == 0 ? -delta : delta;
			return depth > 8 ? value << depth - 8 : value;
		}
		long most = (1L << depth) - 1;
		int cube = index - palette.width;
		if (cube < SMALL_CUBE) {
			return (int) ((cube >> 2 * c & 3) * most >> 2) + (1 << Math.max(0, depth - 3));
		}
		cube = (cube - SMALL_CUBE) / (c == 0 ? 1 : c == 1 ? 5 : 25);
		return (int) (cube % 5 * most >> 2);
	}
}
