package org.dicompreview.codec.internal.j2k;

import org.dicompreview.codec.DecodeException;

/**
 * Reads what a packet header says of one code-block: how many passes, and how many bytes in each codeword segment
 * (ISO/IEC 15444-1 B.10.6, B.10.7; 15444-15 B.3).
 */
final class SegmentLengths {

	/** Is told of each contribution and how many bytes it has. */
	interface Listener {
		void contribution(CodeBlock block, int contribution, int length);
	}

	private static final int MAX_LENGTH_BITS = 31;
	private static final int MAX_PASSES = 4096;
	private static final int FIRST_BYPASS = 10;
	private static final int UNBOUNDED = Integer.MAX_VALUE;

	private final HeaderBits bits;
	private final boolean mixed;
	private final Listener listener;

	SegmentLengths(HeaderBits bits, boolean mixed, Listener listener) {
		this.bits = bits;
		this.mixed = mixed;
		this.listener = listener;
	}

	/** Reads the passes and lengths of a block that the packet contributes to. */
	void read(CodeBlock block, int style) throws DecodeException {
		int left = passes();
		if (block.passes + left > MAX_PASSES) {
			throw new DecodeException(Jpeg2000Text.TOO_MANY_PASSES, MAX_PASSES);
		}
		while (bits.bit() != 0) {
			block.lengthBits++;
		}
		if (block.coder == CodeBlock.UNDECIDED) {
			left -= readUndecided(block, left, mixed || (style & CodingStyle.MIXED) != 0);
		}
		while (left > 0) {
			int passes = Math.min(left, passesOfSegment(block, style));
			add(block, passes, begins(block, style), length(block, passes));
			left -= passes;
		}
	}

	private int passes() throws DecodeException {
		if (bits.bit() == 0) {
			return 1;
		}
		if (bits.bit() == 0) {
			return 2;
		}
		int value = bits.bits(2);
		if (value < 3) {
			return 3 + value;
		}
		value = bits.bits(5);
		return value < 31 ? 6 + value : 37 + bits.bits(7);
	}

	/**
	 * As long as a block has only had passes without bytes, which the high-throughput coder uses to say that planes are
	 * left out, it may still turn out to be of either coder.
	 *
	 * @return how many of the passes have been dealt with
	 */
	private int readUndecided(CodeBlock block, int passes, boolean eitherCoder) throws DecodeException {
		int upToCleanup = passes - (block.passes + passes - 1) % 3;
		boolean cleanup = upToCleanup > 0;
		int read = cleanup ? upToCleanup : passes;
		int countBits = log2(read);
		int length = lengthOf(block, countBits);
		boolean longest = length >> block.lengthBits + countBits - 1 != 0;
		if (length > 0 && cleanup && (!eitherCoder || block.lengthBits > 3 && length > 1 && !longest)) {
			block.coder = CodeBlock.HIGH_THROUGHPUT;
			add(block, read, true, length);
			return read;
		}
		int more = log2(passes) - countBits;
		length = length << more | bits.bits(more);
		if (length == 0) {
			block.passes += passes;
			return passes;
		}
		if (!eitherCoder) {
			throw new DecodeException(Jpeg2000Text.BYTES_BEFORE_CLEANUP);
		}
		block.coder = CodeBlock.PLAIN;
		add(block, passes, true, length);
		return passes;
	}

	private static int passesOfSegment(CodeBlock block, int style) {
		int pass = block.passes;
		if (block.coder == CodeBlock.HIGH_THROUGHPUT) {
			return pass % 3 == 1 ? 2 : 1;
		}
		if ((style & CodingStyle.TERMINATE) != 0) {
			return 1;
		}
		if ((style & CodingStyle.BYPASS) == 0) {
			return UNBOUNDED;
		}
		if (pass < FIRST_BYPASS) {
			return FIRST_BYPASS - pass;
		}
		return (pass - FIRST_BYPASS) % 3 == 0 ? 2 : 1;
	}

	private static boolean begins(CodeBlock block, int style) {
		int pass = block.passes;
		if (block.contributions() == 0 || (style & CodingStyle.TERMINATE) != 0) {
			return true;
		}
		if (block.coder == CodeBlock.HIGH_THROUGHPUT) {
			return pass % 3 != 2;
		}
		return (style & CodingStyle.BYPASS) != 0 && pass >= FIRST_BYPASS && (pass - FIRST_BYPASS) % 3 != 1;
	}

	private int length(CodeBlock block, int passes) throws DecodeException {
		return lengthOf(block, log2(passes));
	}

	private int lengthOf(CodeBlock block, int countBits) throws DecodeException {
		if (block.lengthBits + countBits > MAX_LENGTH_BITS) {
			throw new DecodeException(Jpeg2000Text.LENGTH_TOO_LONG, MAX_LENGTH_BITS);
		}
		return bits.bits(block.lengthBits + countBits);
	}

	private void add(CodeBlock block, int passes, boolean begins, int length) {
		listener.contribution(block, block.add(passes, begins), length);
	}

	private static int log2(int value) {
		return 31 - Integer.numberOfLeadingZeros(value);
	}
}
