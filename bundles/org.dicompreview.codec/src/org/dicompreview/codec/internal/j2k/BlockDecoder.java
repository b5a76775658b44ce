package org.dicompreview.codec.internal.j2k;

import java.util.Arrays;

import org.dicompreview.dicom.Problem;

/** Decodes code-blocks of ISO/IEC 15444-1: takes their segments one by one and runs the passes. For one thread. */
final class BlockDecoder {

	/** Most planes that fit into a coefficient beside its sign and the half below the last plane. */
	static final int MAX_PLANES = 30;

	private static final int FIRST_BYPASS = 10;
	private static final int SEGMENTATION_MARK = 0xA;

	private final BlockPasses passes = new BlockPasses();
	private final SegmentBytes segment = new SegmentBytes();
	private final int[] region = new int[4096];
	private final int[] before = new int[4096];
	private CodeBlock block;
	private int planes;
	private int style;
	private int roiShift;
	private boolean regionKept;
	private Problem problem;

	/** {@return the coefficients row by row: sign in bit 31, below it the magnitude, then half of the last plane} */
	int[] values() {
		return passes.values;
	}

	/**
	 * Decodes a block.
	 *
	 * @param codeBlock  the block
	 * @param bytes      where its bytes are
	 * @param band       its sub-band
	 * @param blockStyle code-block style
	 * @param shift      by how many planes a region of interest was shifted up
	 * @return what is wrong with it, {@code null} if nothing
	 */
	Problem decode(CodeBlock codeBlock, byte[] bytes, Subband band, int blockStyle, int shift) {
		block = codeBlock;
		style = blockStyle;
		roiShift = shift;
		regionKept = false;
		problem = null;
		planes = band.planes() + shift - block.zeroPlanes;
		passes.begin(block.width, block.height, band.orientation(), (style & CodingStyle.CAUSAL) != 0);
		if (planes - shift > MAX_PLANES) {
			return Problem.of(Jpeg2000Text.TOO_MANY_BIT_PLANES, planes, MAX_PLANES);
		}
		passes.mq.resetContexts();
		int next = 0;
		boolean more = true;
		while (more && next < block.contributions()) {
			int from = next;
			int end = block.firstPass(from);
			do {
				end += block.length(next) == CodeBlock.MISSING ? 0 : block.passes(next);
				next++;
			} while (next < block.contributions() && !block.beginsSegment(next));
			segment.join(block, bytes, from, next);
			more = runSegment(block.firstPass(from), end, block.isCut(from, next));
		}
		restoreRegion();
		return problem;
	}

	/** Runs the passes of the segment. {@return whether the next segment may be looked at} */
	private boolean runSegment(int first, int end, boolean cut) {
		boolean raw = (style & CodingStyle.BYPASS) != 0 && first >= FIRST_BYPASS && (first - FIRST_BYPASS) % 3 != 2;
		if (raw) {
			passes.raw.start(segment.bytes(), segment.start(), segment.end());
		} else {
			passes.mq.start(segment.bytes(), segment.start(), segment.end());
		}
		for (int pass = first; pass < end; pass++) {
			int plane = planes - 1 - (pass + 2) / 3;
			if (plane < 0) {
				return false; // some encoders count passes that cannot be
			}
			int place = placeOf(plane);
			if (cut) {
				System.arraycopy(passes.values, 0, before, 0, block.width * block.height);
			}
			runPass(pass, place, raw);
			if (cut && (raw ? passes.raw.isExhausted() : passes.mq.isExhausted())) {
				System.arraycopy(before, 0, passes.values, 0, block.width * block.height);
				return false; // more of this pass would be wrong than right
			}
			if (problem != null) {
				return false;
			}
		}
		return true;
	}

	private void runPass(int pass, int plane, boolean raw) {
		switch (pass % 3) {
			case 1 -> {
				if (raw) {
					passes.rawSignificance(plane);
				} else {
					passes.significance(plane);
				}
			}
			case 2 -> {
				if (raw) {
					passes.rawRefinement(plane);
				} else {
					passes.refinement(plane);
				}
			}
			default -> {
				passes.cleanup(plane);
				checkMark(pass);
			}
		}
		if ((style & CodingStyle.RESET) != 0) {
			passes.mq.resetContexts();
		}
	}

	/** Looks for the mark after a cleanup pass. Encoders that leave out the last layers cut off that of the last pass. */
	private void checkMark(int pass) {
		if ((style & CodingStyle.SEGMENTATION) != 0) {
			int mark = 0;
			for (int i = 0; i < 4; i++) {
				mark = mark << 1 | passes.mq.decode(Contexts.UNIFORM);
			}
			if (mark != SEGMENTATION_MARK && block.cut < 0 && pass + 1 < block.passes) {
				problem = Problem.of(Jpeg2000Text.SEGMENTATION_MARK_MISSING);
			}
		}
	}

	/**
	 * {@return where a plane lies in a coefficient} A region of interest lies above all else by the shift: its planes are
	 * decoded in their right places and put aside before the other coefficients begin.
	 */
	private int placeOf(int plane) {
		if (plane >= roiShift) {
			return plane - roiShift;
		}
		if (!regionKept) {
			regionKept = true;
			int count = block.width * block.height;
			System.arraycopy(passes.values, 0, region, 0, count);
			Arrays.fill(passes.values, 0, count, 0);
		}
		return Math.min(plane, MAX_PLANES - 1);
	}

	private void restoreRegion() {
		if (regionKept) {
			int[] values = passes.values;
			for (int i = block.width * block.height - 1; i >= 0; i--) {
				values[i] = region[i] != 0 ? region[i] : values[i];
			}
		}
	}
}
