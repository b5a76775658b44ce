package org.dicompreview.codec.internal.j2k;

import java.util.Arrays;

/**
 * A code-block and what the packets have brought of it: a list of contributions, each some coding passes and their
 * bytes. A contribution that begins a codeword segment is marked so.
 */
final class CodeBlock {

	/** Which coder made it is not known yet: only passes without bytes came so far. */
	static final int UNDECIDED = 0;
	/** Coded by ISO/IEC 15444-1 annex D. */
	static final int PLAIN = 1;
	/** Coded by ISO/IEC 15444-15. */
	static final int HIGH_THROUGHPUT = 2;

	/** Length of a contribution whose bytes are not there. */
	static final int MISSING = -1;

	private static final int FIELDS = 4;
	private static final int[] NOTHING = {};

	final int x;
	final int y;
	final int width;
	final int height;
	int coder;
	int zeroPlanes;
	int lengthBits = 3;
	int passes;
	boolean included;
	/** Index of the contribution that ends too early because the data do, -1 if there is none. */
	int cut = -1;
	private int[] contributions = NOTHING;
	private int count;

	/** @param x left edge within its sub-band's samples @param y top edge, likewise */
	CodeBlock(int x, int y, int width, int height, int coder) {
		this.x = x;
		this.y = y;
		this.width = width;
		this.height = height;
		this.coder = coder;
	}

	/** Adds {@code more} passes, whose bytes are missing until they are located. {@return index of the contribution} */
	int add(int more, boolean begins) {
		if (contributions.length < (count + 1) * FIELDS) {
			contributions = Arrays.copyOf(contributions, Math.max(FIELDS, contributions.length * 2));
		}
		int at = count * FIELDS;
		contributions[at] = passes;
		contributions[at + 1] = begins ? more : -more;
		contributions[at + 3] = MISSING;
		passes += more;
		return count++;
	}

	/** Says where the bytes of a contribution lie. */
	void locate(int contribution, int start, int length) {
		contributions[contribution * FIELDS + 2] = start;
		contributions[contribution * FIELDS + 3] = length;
	}

	/** {@return whether one of the contributions {@code [from .. to)} ends too early} */
	boolean isCut(int from, int to) {
		return cut >= from && cut < to;
	}

	int contributions() {
		return count;
	}

	int firstPass(int contribution) {
		return contributions[contribution * FIELDS];
	}

	int passes(int contribution) {
		return Math.abs(contributions[contribution * FIELDS + 1]);
	}

	boolean beginsSegment(int contribution) {
		return contributions[contribution * FIELDS + 1] > 0;
	}

	int start(int contribution) {
		return contributions[contribution * FIELDS + 2];
	}

	int length(int contribution) {
		return contributions[contribution * FIELDS + 3];
	}
}
