package org.dicompreview.codec.internal.j2k;

import java.util.Arrays;

/**
 * The two passes of ISO/IEC 15444-15 7.4 and 7.5 that add a plane to what a cleanup pass has given: significance
 * propagation and magnitude refinement. For one thread.
 */
final class HtRefinement {

	private static final int GROUP = 4;

	private final HtBits forward = new HtBits();
	private final HtBits backward = new HtBits();
	private byte[] significant = new byte[4096];
	private int[] values;
	private int stride;
	private int width;
	private int height;
	private int around;
	private int forwardPosition;
	private int backwardPosition;

	/**
	 * Runs the passes.
	 *
	 * @param block     the block
	 * @param samples   its coefficients after the cleanup pass
	 * @param apart     how far their rows are apart
	 * @param segment   the bytes of both passes: one runs forward, the other backward
	 * @param plane     the plane to add
	 * @param causal    whether a stripe may not look at the next one
	 * @param magnitude whether there is a magnitude refinement pass
	 */
	void run(CodeBlock block, int[] samples, int apart, SegmentBytes segment, int plane, boolean causal,
			boolean magnitude) {
		values = samples;
		stride = apart;
		width = block.width;
		height = block.height;
		around = width + 2;
		forward.forward(segment.bytes(), segment.start(), segment.end(), (byte) 0);
		forwardPosition = 0;
		mapSignificance();
		for (int y = 0; y < height; y += GROUP) {
			int end = Math.min(height, y + GROUP);
			for (int x = 0; x < width; x += GROUP) {
				propagate(x, Math.min(width, x + GROUP), y, end, plane, causal);
			}
		}
		if (magnitude) {
			backward.backward(0, 0, 0xFF, segment.bytes(), segment.start(), segment.end());
			backwardPosition = 0;
			refine(plane);
		}
	}

	/** Marks samples that the cleanup pass found: 1. The map has a border of one sample. */
	private void mapSignificance() {
		int size = around * (height + 2);
		if (significant.length < size) {
			significant = new byte[size];
		}
		Arrays.fill(significant, 0, size, (byte) 0);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				significant[(y + 1) * around + x + 1] = (byte) (values[y * stride + x] != 0 ? 1 : 0);
			}
		}
	}

	/** A group of up to 4 x 4 samples: first who is significant now (2 in the map), then their signs. */
	private void propagate(int x0, int x1, int y0, int y1, int plane, boolean causal) {
		long found = 0;
		int order = 0;
		for (int x = x0; x < x1; x++) {
			for (int y = y0; y < y1; y++, order++) {
				int at = (y + 1) * around + x + 1;
				if (significant[at] == 0 && hasNeighbour(at, causal && y == y0 + GROUP - 1) && nextForward() != 0) {
					significant[at] = 2;
					found |= 1L << order;
				}
			}
		}
		order = 0;
		for (int x = x0; x < x1 && found != 0; x++) {
			for (int y = y0; y < y1; y++, order++) {
				if ((found >> order & 1) != 0) {
					values[y * stride + x] = nextForward() << 31 | 3 << plane;
				}
			}
		}
	}

	private boolean hasNeighbour(int at, boolean notBelow) {
		byte[] s = significant;
		int near = s[at - 1] | s[at + 1] | s[at - around - 1] | s[at - around] | s[at - around + 1];
		return near != 0 || !notBelow && (s[at + around - 1] | s[at + around] | s[at + around + 1]) != 0;
	}

	private void refine(int plane) {
		for (int y0 = 0; y0 < height; y0 += GROUP) {
			for (int x = 0; x < width; x++) {
				for (int y = y0; y < Math.min(height, y0 + GROUP); y++) {
					if (significant[(y + 1) * around + x + 1] == 1) {
						values[y * stride + x] += (nextBackward() << plane + 1) - (1 << plane);
					}
				}
			}
		}
	}

	private int nextForward() {
		int bit = (int) forward.at(forwardPosition) & 1;
		forwardPosition = Math.min(forwardPosition + 1, forward.end());
		return bit;
	}

	private int nextBackward() {
		int bit = (int) backward.at(backwardPosition) & 1;
		backwardPosition = Math.min(backwardPosition + 1, backward.end());
		return bit;
	}
}
