package org.dicompreview.codec.internal.j2k;

import java.util.Arrays;

import org.dicompreview.dicom.Problem;

/**
 * Decodes code-blocks of ISO/IEC 15444-15: the last cleanup pass that there are bytes for, and the two passes that refine
 * it. For one thread; the buffers serve all blocks.
 */
final class HtBlockDecoder {

	/** Most planes that fit into a coefficient beside its sign and the half below the last plane. */
	private static final int MAX_PLANES = 30;
	private static final int MAX_SUFFIX = 4079;
	/** Exponents up to which two samples fit into one load. */
	private static final int SHORT_EXPONENT = 28;
	private static final int MAX_EXPONENT = 31;
	private static final int MAX_QUADS = 512;

	private final int[] values = new int[4096 + 1024 * 3];
	private final HtBits magnitudes = new HtBits();
	private final HtBits codes = new HtBits();
	private final HtEvents events = new HtEvents();
	private final HtRefinement refinement = new HtRefinement();
	private final SegmentBytes segment = new SegmentBytes();
	private int[] quads = new int[MAX_QUADS + 4];
	private int[] quadsAbove = new int[MAX_QUADS + 4];
	private final int[] residuals = new int[MAX_QUADS + 4];
	private int[] exponents = new int[2 * MAX_QUADS + 4];
	private int[] exponentsAbove = new int[2 * MAX_QUADS + 4];
	private int stride;
	private int quadCount;
	private int codePosition;
	private int magnitudePosition;

	/** {@return the coefficients: sign in bit 31, below it the magnitude, then half of the last plane} */
	int[] values() {
		return values;
	}

	/** {@return how far the rows of {@link #values} are apart} */
	int stride() {
		return stride;
	}

	/**
	 * Decodes a block.
	 *
	 * @param bytes    where its bytes are
	 * @param band     its sub-band
	 * @param causal   whether a stripe may not look at the next one
	 * @param roiShift by how many planes a region of interest was shifted up
	 * @return what is wrong with it, {@code null} if nothing
	 */
	Problem decode(CodeBlock block, byte[] bytes, Subband band, boolean causal, int roiShift) {
		int allPlanes = band.planes() + roiShift;
		stride = block.width + 1 & ~1;
		int cleanup = lastCleanup(block);
		if (cleanup < 0) {
			clear(block);
			return null;
		}
		int pass = block.firstPass(cleanup) + block.passes(cleanup) - 1;
		int plane = allPlanes - 1 - block.zeroPlanes - pass / 3;
		if (plane < 0 || allPlanes - block.zeroPlanes > MAX_PLANES) {
			clear(block);
			return Problem.of(Jpeg2000Text.BIT_PLANES_AND_PASS, allPlanes - block.zeroPlanes, pass);
		}
		segment.join(block, bytes, cleanup, cleanup + 1);
		Problem problem = decodeCleanup(block, plane);
		if (problem != null) {
			clear(block);
		} else if (plane > 0 && cleanup + 1 < block.contributions()) {
			refine(block, bytes, cleanup + 1, plane - 1, causal);
		}
		if (roiShift > 0) {
			lowerRegion(stride * block.height, roiShift);
		}
		return problem;
	}

	private void clear(CodeBlock block) {
		Arrays.fill(values, 0, stride * block.height, 0);
	}

	/** Shifts the coefficients of a region of interest down again, which lie above all others (15444-1 annex H). */
	private void lowerRegion(int count, int shift) {
		for (int i = 0; i < count; i++) {
			int magnitude = values[i] & Integer.MAX_VALUE;
			if (magnitude >>> 1 >>> shift != 0) {
				values[i] = values[i] & Integer.MIN_VALUE | magnitude >> shift | 1;
			}
		}
	}

	private static int lastCleanup(CodeBlock block) {
		for (int i = block.contributions() - 1; i >= 0; i--) {
			boolean cleanup = (block.firstPass(i) + block.passes(i) - 1) % 3 == 0;
			if (cleanup && block.length(i) >= 2 && i != block.cut) {
				return i;
			}
		}
		return -1;
	}

	private void refine(CodeBlock block, byte[] bytes, int from, int plane, boolean causal) {
		int to = from;
		int passes = 0;
		while (to < block.contributions() && passes < 2 && block.length(to) != CodeBlock.MISSING) {
			passes += block.passes(to);
			to++;
		}
		if (to > from) {
			segment.join(block, bytes, from, to);
			boolean magnitudes = passes > 1 && !block.isCut(from, to); // which are read from the end
			refinement.run(block, values, stride, segment, plane, causal, magnitudes);
		}
	}

	private Problem decodeCleanup(CodeBlock block, int plane) {
		byte[] bytes = segment.bytes();
		int end = segment.end();
		int suffix = (bytes[end - 1] & 0xFF) << 4 | bytes[end - 2] & 0xF;
		if (suffix < 2 || suffix > segment.length() || suffix > MAX_SUFFIX) {
			return Problem.of(Jpeg2000Text.SUFFIX_LENGTH, segment.length(), suffix);
		}
		int split = end - suffix;
		magnitudes.forward(bytes, segment.start(), split, (byte) 0xFF);
		events.start(bytes, split, end - 2);
		int first = bytes[end - 2] >> 4 & 0xF;
		codes.backward(first, (first & 7) == 7 ? 3 : 4, bytes[end - 2] & 0xFF | 0xF, bytes, split, end - 2);
		quadCount = block.width + 1 >> 1;
		codePosition = 0;
		magnitudePosition = 0;
		Arrays.fill(quads, 0, quadCount + 4, 0);
		Arrays.fill(quadsAbove, 0, quadCount + 4, 0);
		Arrays.fill(exponents, 0, 2 * quadCount + 4, 0);
		Arrays.fill(exponentsAbove, 0, 2 * quadCount + 4, 0);
		for (int y = 0; y < block.height; y += 2) {
			if (y == 0) {
				readFirstCodes();
			} else {
				swapRows();
				readCodes();
			}
			if (!readMagnitudes(y * stride, plane, y == 0)) {
				return Problem.of(Jpeg2000Text.COEFFICIENT_TOO_LARGE);
			}
		}
		return null;
	}

	private void swapRows() {
		int[] above = quads;
		quads = quadsAbove;
		quadsAbove = above;
		int[] over = exponents;
		exponents = exponentsAbove;
		exponentsAbove = over;
	}

	/** Reads the codes of the first row of quads. Quad q is at index q + 1. */
	private void readFirstCodes() {
		short[] table = QuadCodes.significance(true);
		int context = 0;
		for (int q = 1; q <= quadCount; q += 2) {
			long bits = codes.at(codePosition);
			int first = context == 0 && events.next() == 0 ? 0 : table[context << 7 | (int) bits & 0x7F];
			int used = first & 7;
			context = first >> 4 & 1 | first >> 5 & 7;
			int second = 0;
			if (q < quadCount) {
				second = context == 0 && events.next() == 0 ? 0 : table[context << 7 | (int) (bits >>> used) & 0x7F];
				used += second & 7;
				context = second >> 4 & 1 | second >> 5 & 7;
			}
			quads[q] = first;
			quads[q + 1] = second;
			int mode = first >> 3 & 1 | second >> 2 & 2;
			if (mode == QuadCodes.BOTH) {
				mode = events.next() == 0 ? QuadCodes.BOTH_SHORT : QuadCodes.BOTH_LONG;
			}
			readResiduals(q, mode, bits >>> used, used);
		}
	}

	/** Reads the codes of another row of quads. */
	private void readCodes() {
		short[] table = QuadCodes.significance(false);
		int[] above = quadsAbove;
		int left = 0;
		for (int q = 1; q <= quadCount; q += 2) {
			long bits = codes.at(codePosition);
			int context = contextAbove(above, q) | left;
			int first = context == 0 && events.next() == 0 ? 0 : table[context << 7 | (int) bits & 0x7F];
			int used = first & 7;
			left = first >> 5 & 2 | first >> 6 & 2;
			int second = 0;
			if (q < quadCount) {
				context = contextAbove(above, q + 1) | left;
				second = context == 0 && events.next() == 0 ? 0 : table[context << 7 | (int) (bits >>> used) & 0x7F];
				used += second & 7;
				left = second >> 5 & 2 | second >> 6 & 2;
			}
			quads[q] = first;
			quads[q + 1] = second;
			readResiduals(q, first >> 3 & 1 | second >> 2 & 2, bits >>> used, used);
		}
	}

	/** {@return bits 0 and 2 of the context: the four samples above a quad, and those beside them} */
	private static int contextAbove(int[] above, int q) {
		int own = above[q];
		return (own >> 5 | above[q - 1] >> 7) & 1 | (own >> 5 | above[q + 1] >> 3) & 4;
	}

	private void readResiduals(int q, int mode, long bits, int used) {
		int code = QuadCodes.residualCodes()[mode << 6 | (int) bits & 0x3F];
		int first = code >> 9 & 0xF;
		int second = code >> 13;
		int length = code & 7;
		if ((code & 0x1F8) != 0) {
			long rest = bits >>> length;
			int firstLength = code >> 3 & 7;
			int secondLength = code >> 6 & 7;
			int firstSuffix = (int) rest & (1 << firstLength) - 1;
			int secondSuffix = (int) (rest >>> firstLength) & (1 << secondLength) - 1;
			rest >>>= firstLength + secondLength;
			length += firstLength + secondLength;
			first += firstSuffix;
			second += secondSuffix;
			if (firstSuffix >= 28) {
				first += 4 * ((int) rest & 0xF);
				rest >>>= 4;
				length += 4;
			}
			if (secondSuffix >= 28) {
				second += 4 * ((int) rest & 0xF);
				length += 4;
			}
		}
		residuals[q] = first;
		residuals[q + 1] = second;
		codePosition = Math.min(codePosition + used + length, codes.end());
	}

	/** Reads magnitudes and signs of a row of quads. {@return false if one is too large} */
	private boolean readMagnitudes(int start, int plane, boolean firstRow) {
		int[] v = values;
		int[] above = exponentsAbove;
		int[] own = exponents;
		int position = magnitudePosition;
		int end = magnitudes.end();
		for (int q = 1, at = start; q <= quadCount; q++, at += 2) {
			int quad = quads[q];
			int significant = quad >> 4 & 0xF;
			int x = 2 * q;
			if (significant == 0) {
				v[at] = 0;
				v[at + 1] = 0;
				v[at + stride] = 0;
				v[at + stride + 1] = 0;
				own[x - 1] = 0;
				own[x] = 0;
				continue;
			}
			int bound = 1;
			if (!firstRow && (significant & significant - 1) != 0) {
				int most = Math.max(Math.max(above[x - 2], above[x - 1]), Math.max(above[x], above[x + 1]));
				bound = Math.max(1, most - 1);
			}
			int u = bound + residuals[q];
			if (u + plane > MAX_EXPONENT) {
				return false;
			}
			int m0 = u - (quad >> 8 & 1) & -(significant & 1);
			int m1 = u - (quad >> 9 & 1) & -(significant >> 1 & 1);
			int m2 = u - (quad >> 10 & 1) & -(significant >> 2 & 1);
			int m3 = u - (quad >> 11 & 1) & -(significant >> 3);
			long bits = magnitudes.at(position);
			int n0 = (int) (bits & (1L << m0) - 1) | (quad >> 12 & 1) << m0;
			bits = u <= SHORT_EXPONENT ? bits >>> m0 : magnitudes.at(position + m0);
			int n1 = (int) (bits & (1L << m1) - 1) | (quad >> 13 & 1) << m1;
			position += m0 + m1;
			bits = magnitudes.at(position);
			int n2 = (int) (bits & (1L << m2) - 1) | (quad >> 14 & 1) << m2;
			bits = u <= SHORT_EXPONENT ? bits >>> m2 : magnitudes.at(position + m2);
			int n3 = (int) (bits & (1L << m3) - 1) | (quad >> 15 & 1) << m3;
			position = Math.min(position + m2 + m3, end);
			v[at] = (n0 << 31 | (n0 | 1) + 2 << plane) & -(significant & 1);
			v[at + stride] = (n1 << 31 | (n1 | 1) + 2 << plane) & -(significant >> 1 & 1);
			v[at + 1] = (n2 << 31 | (n2 | 1) + 2 << plane) & -(significant >> 2 & 1);
			v[at + stride + 1] = (n3 << 31 | (n3 | 1) + 2 << plane) & -(significant >> 3);
			own[x - 1] = Integer.SIZE - Integer.numberOfLeadingZeros(n1 | 1) & -(significant >> 1 & 1);
			own[x] = Integer.SIZE - Integer.numberOfLeadingZeros(n3 | 1) & -(significant >> 3);
		}
		magnitudePosition = position;
		return true;
	}
}
