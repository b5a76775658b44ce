package org.dicompreview.rendering.internal.frame;

import java.util.Arrays;

/** Expands segmented palette tables (PS3.3 C.7.9.2). */
final class SegmentedTable {

	private static final int DISCRETE = 0;
	private static final int LINEAR = 1;
	private static final int INDIRECT = 2;

	private final char[] segments;
	private final int unit;
	private final char[] out;
	private int used;

	private SegmentedTable(char[] segments, int unit, int count) {
		this.segments = segments;
		this.unit = unit;
		out = new char[count];
	}

	/**
	 * Expands.
	 *
	 * @param data  opcodes, lengths and values, low byte first
	 * @param unit  bytes that each of them takes: 1 for tables of 8 bits, else 2
	 * @param count number of entries that the descriptor states, 1-65536
	 * @return the entries, fewer than {@code count} where the segments end early or make no sense
	 */
	static char[] expand(byte[] data, int unit, int count) {
		char[] segments = new char[data.length / unit];
		for (int i = 0; i < segments.length; i++) {
			segments[i] = (char) (data[unit * i] & 0xFF | (unit == 1 ? 0 : (data[2 * i + 1] & 0xFF) << 8));
		}
		SegmentedTable table = new SegmentedTable(segments, unit, count);
		int at = 0;
		while (at >= 0 && at < segments.length && table.used < count) {
			at = table.segment(at, true);
		}
		return Arrays.copyOf(table.out, table.used);
	}

	/** {@return the index after the segment at {@code at}, or -1 if it is none} */
	private int segment(int at, boolean indirectAllowed) {
		if (at + 2 > segments.length) {
			return -1;
		}
		int length = segments[at + 1];
		return switch (segments[at]) {
			case DISCRETE -> discrete(at + 2, length);
			case LINEAR -> linear(at + 2, length);
			case INDIRECT -> indirectAllowed ? indirect(at + 2, length) : -1;
			default -> -1;
		};
	}

	private int discrete(int at, int length) {
		if (at + length > segments.length) {
			return -1;
		}
		for (int i = 0; i < length; i++) {
			put(segments[at + i]);
		}
		return at + length;
	}

	/** A straight line from the last entry so far, which is not part of it, to the value that is. */
	private int linear(int at, int length) {
		if (at >= segments.length || used == 0) {
			return -1;
		}
		int from = out[used - 1];
		int to = segments[at];
		for (int i = 1; i <= length; i++) {
			put((char) Math.round(from + (double) (to - from) * i / length));
		}
		return at + 1;
	}

	/** Copies segments from a byte offset of 32 bits, low part first; a copied one is never itself indirect. */
	private int indirect(int at, int copies) {
		int end = at + Integer.BYTES / unit;
		if (end > segments.length) {
			return -1;
		}
		long offset = 0;
		for (int i = at; i < end; i++) {
			offset |= (long) segments[i] << 8 * unit * (i - at);
		}
		int from = offset / unit < segments.length ? (int) (offset / unit) : -1;
		for (int i = 0; i < copies && from >= 0; i++) {
			from = segment(from, false);
		}
		return from < 0 && copies > 0 ? -1 : end;
	}

	private void put(char value) {
		if (used < out.length) {
			out[used++] = value;
		}
	}
}
