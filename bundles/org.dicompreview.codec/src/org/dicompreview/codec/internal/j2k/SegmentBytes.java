package org.dicompreview.codec.internal.j2k;

import java.util.Arrays;

/** The bytes of one codeword segment in one piece, although several packets may have brought them. For one thread. */
final class SegmentBytes {

	private byte[] joined = new byte[4096];
	private byte[] bytes;
	private int start;
	private int end;

	/** Puts the contributions {@code [from .. to)} of a block together. */
	void join(CodeBlock block, byte[] source, int from, int to) {
		if (to - from == 1) {
			bytes = source;
			start = block.start(from);
			end = start + Math.max(0, block.length(from));
			return;
		}
		bytes = joined;
		start = 0;
		end = 0;
		for (int i = from; i < to; i++) {
			int length = Math.max(0, block.length(i));
			if (end + length > joined.length) {
				joined = Arrays.copyOf(joined, Math.max(2 * joined.length, end + length));
				bytes = joined;
			}
			System.arraycopy(source, block.start(i), joined, end, length);
			end += length;
		}
	}

	byte[] bytes() {
		return bytes;
	}

	int start() {
		return start;
	}

	int end() {
		return end;
	}

	int length() {
		return end - start;
	}
}
