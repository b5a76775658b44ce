package org.dicompreview.codec.internal.j2k;

import java.util.Arrays;

import org.dicompreview.codec.DecodeException;

/** A tag tree (ISO/IEC 15444-1 B.10.2): minima over ever larger squares of leaves, refined by bits as they are needed. */
final class TagTree {

	private static final int LIMIT = 1 << 16;
	private static final int MAX_LEVELS = 18;

	private final int levels;
	private final int[] widths;
	private final int[] starts;
	private final int[] lowerBounds;
	private final boolean[] known;

	TagTree(int width, int height) {
		int[] wide = new int[MAX_LEVELS];
		int[] first = new int[MAX_LEVELS];
		int level = 0;
		int nodes = 0;
		int w = width;
		int h = height;
		while (true) {
			wide[level] = w;
			first[level++] = nodes;
			nodes += w * h;
			if (w * h <= 1) {
				break;
			}
			w = w + 1 >> 1;
			h = h + 1 >> 1;
		}
		levels = level;
		widths = Arrays.copyOf(wide, level);
		starts = Arrays.copyOf(first, level);
		lowerBounds = new int[nodes];
		known = new boolean[nodes];
	}

	/** Reads until it is clear whether the leaf's value is below {@code threshold}. {@return whether it is} */
	boolean isBelow(HeaderBits bits, int x, int y, int threshold) throws DecodeException {
		int bound = 0;
		for (int level = levels - 1; level >= 0; level--) {
			int node = starts[level] + (y >> level) * widths[level] + (x >> level);
			bound = Math.max(bound, lowerBounds[node]);
			while (!known[node] && bound < threshold) {
				if (bits.bit() != 0) {
					known[node] = true;
				} else {
					bound++;
				}
			}
			lowerBounds[node] = bound;
		}
		return known[starts[0] + y * widths[0] + x] && bound < threshold;
	}

	/** {@return the leaf's value, read to the end} */
	int value(HeaderBits bits, int x, int y) throws DecodeException {
		int threshold = 1;
		while (!isBelow(bits, x, y, threshold)) {
			if (++threshold > LIMIT) {
				throw new DecodeException(Jpeg2000Text.TAG_TREE_WITHOUT_END);
			}
		}
		return lowerBounds[starts[0] + y * widths[0] + x];
	}
}
