package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;

/** Where the sections of a frame lie (ISO/IEC 18181-1, F.3). */
final class Sections {

	private static final int LEAST_BITS = 12;

	private final byte[] bytes;
	private final int[] starts;
	private final int[] ends;
	private final int lfGroups;
	private final int groups;
	private final Bits only;
	private final boolean whole;
	/** Index of the first byte after the frame. */
	final int end;

	private Sections(byte[] bytes, int[] lengths, int[] order, int start, int end, int lfGroups, int groups) {
		this.bytes = bytes;
		this.lfGroups = lfGroups;
		this.groups = groups;
		starts = new int[lengths.length];
		ends = new int[lengths.length];
		long at = start;
		int[] placed = new int[lengths.length + 1];
		for (int i = 0; i < lengths.length; i++) {
			placed[i] = (int) Math.min(at, end);
			at += lengths[i] & 0xFFFFFFFFL;
		}
		whole = at <= end;
		this.end = (int) Math.min(at, end);
		placed[lengths.length] = this.end;
		for (int i = 0; i < lengths.length; i++) {
			int place = order == null ? i : order[i];
			starts[i] = placed[place];
			ends[i] = placed[place + 1];
		}
		only = lengths.length == 1 ? new Bits(bytes, starts[0], ends[0]) : null;
	}

	/**
	 * Reads the table of contents.
	 *
	 * @param bits  after the head of the frame
	 * @param bytes what they are read from
	 * @param end   where the codestream ends
	 */
	static Sections read(Bits bits, FrameHeader header, byte[] bytes, int end) throws DecodeException {
		int groups = header.groupsAcross() * header.groupsDown();
		int lfGroups = header.lfGroupsAcross() * header.lfGroupsDown();
		int passes = header.passShifts.length;
		long count = groups == 1 && passes == 1 ? 1 : 2L + lfGroups + (long) groups * passes;
		if (count * LEAST_BITS > bits.length() - bits.passed()) {
			throw new DecodeException(JxlText.SECTION_COUNT, count);
		}
		int[] order = null;
		if (bits.flag()) {
			EntropyReader reader = new EntropyReader(EntropyCode.read(bits, Permutation.CONTEXTS), bits, 0);
			order = Permutation.read(reader, (int) count, 0);
			reader.end();
		}
		bits.align();
		int[] lengths = new int[(int) count];
		for (int i = 0; i < count; i++) {
			lengths[i] = bits.u32(0, 10, 1024, 14, 17408, 22, 4211712, 30);
		}
		bits.align();
		bits.check();
		return new Sections(bytes, lengths, order, bits.position(), end, lfGroups, groups);
	}

	private Bits section(int index) {
		return only == null ? new Bits(bytes, starts[index], ends[index]) : only;
	}

	/** {@return whether all parts of the frame follow each other in one section} */
	boolean isSingle() {
		return only != null;
	}

	/** {@return whether the codestream does not end within the frame} */
	boolean isWhole() {
		return whole;
	}

	/** {@return the section that is for the whole frame} */
	Bits global() {
		return section(0);
	}

	/** {@return the section of a group of low frequencies} */
	Bits lfGroup(int group) {
		return section(1 + group);
	}

	/** {@return the section for the high frequencies of the whole frame} */
	Bits hfGlobal() {
		return section(1 + lfGroups);
	}

	/** {@return the section of a group in a pass} */
	Bits group(int pass, int group) {
		return section(2 + lfGroups + pass * groups + group);
	}
}
