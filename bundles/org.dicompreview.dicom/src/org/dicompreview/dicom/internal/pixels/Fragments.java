package org.dicompreview.dicom.internal.pixels;

import java.io.IOException;
import java.util.Arrays;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.DicomText;
import org.dicompreview.dicom.Problem;
import org.dicompreview.dicom.Tag;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceLocation;

/**
 * The fragments of encapsulated pixel data (PS3.5 A.4), found in one pass that reads their headers only. A fragment
 * whose length leads nowhere is taken to reach to the next thing that looks like a fragment, or to the end. Immutable
 * once made.
 */
final class Fragments {

	static final int ITEM_HEADER = 8;
	static final long ITEM = 0xFFFEE000L;
	private static final long DELIMITER = 0xFFFEE0DDL;
	private static final int SEARCH = 1 << 16;

	private final InstanceBytes source;
	private final long end;
	private final int limit;
	private long[] positions = new long[16];
	private long[] lengths = new long[16];
	private boolean[] starts = new boolean[16];
	private int count;
	private int empty;

	private Fragments(InstanceBytes source, long end, int limit) {
		this.source = source;
		this.end = end;
		this.limit = limit;
	}

	/**
	 * Finds the fragments.
	 *
	 * @param start of the first item behind the offset table
	 * @param end   behind the last byte that can belong to them
	 * @param limit how many there may be
	 * @param rle   whether they are RLE coded
	 */
	static Fragments find(InstanceBytes source, long start, long end, int limit, boolean rle,
			InstanceLocation file) throws IOException {
		Fragments found = new Fragments(source, end, limit);
		found.scan(start, rle, file);
		return found;
	}

	int count() {
		return count;
	}

	/** {@return how many of them are empty} */
	int empty() {
		return empty;
	}

	long position(int fragment) {
		return positions[fragment];
	}

	long length(int fragment) {
		return lengths[fragment];
	}

	/** {@return whether a compressed image begins with this fragment} */
	boolean isStart(int fragment) {
		return starts[fragment];
	}

	private void scan(long start, boolean rle, InstanceLocation file) throws IOException {
		byte[] head = new byte[ITEM_HEADER + Codestreams.SIGNATURE];
		long data = -1;
		long at = start;
		for (int steps = 0; at <= end; steps++) {
			if (steps == limit) {
				throw new DicomException(Problem.of(DicomText.TOO_MANY_FRAGMENTS, limit).at(Tag.PIXEL_DATA, at).in(file));
			}
			int read = source.read(at, head, 0, (int) Math.min(head.length, end - at));
			boolean item = read >= ITEM_HEADER && tag(head, 0) == ITEM && at + ITEM_HEADER + length(head, 0) <= end;
			if (item) {
				data = at + ITEM_HEADER;
				at = data + length(head, 0);
				add(data, at, head, (int) Math.min(read - ITEM_HEADER, at - data), rle);
			} else if (at >= end || read >= ITEM_HEADER && tag(head, 0) == DELIMITER) {
				return;
			} else if (read >= ITEM_HEADER && tag(head, 0) == ITEM) {
				data = at + ITEM_HEADER;
				at = search(data);
				add(data, at, head, (int) Math.min(read - ITEM_HEADER, at - data), rle);
			} else if (data < 0) {
				return;
			} else {
				at = search(data);
				setEnd(data, at);
				data = -1;
			}
		}
	}

	private void add(long from, long to, byte[] head, int seen, boolean rle) {
		if (count == positions.length) {
			positions = Arrays.copyOf(positions, 2 * count);
			lengths = Arrays.copyOf(lengths, 2 * count);
			starts = Arrays.copyOf(starts, 2 * count);
		}
		empty += to > from ? 0 : 1;
		positions[count] = from;
		lengths[count] = to - from;
		starts[count++] = rle ? Codestreams.isRleHeader(head, ITEM_HEADER, seen)
				: Codestreams.isStart(head, ITEM_HEADER, seen);
	}

	private void setEnd(long from, long to) {
		if (count > 0 && positions[count - 1] == from && lengths[count - 1] > 0) {
			lengths[count - 1] = to - from;
		}
	}

	/** {@return whether a fragment of this length is followed by an item, the delimiter or the end} */
	private boolean leadsOn(long data, long length) throws IOException {
		long next = data + length;
		if (next > end) {
			return false;
		}
		byte[] head = new byte[ITEM_HEADER];
		int read = next == end ? 0 : source.read(next, head, 0, (int) Math.min(ITEM_HEADER, end - next));
		return read < 4 || tag(head, 0) == ITEM || tag(head, 0) == DELIMITER;
	}

	/** {@return where the next item with a possible length, or a delimiter, begins; the end if there is none} */
	private long search(long from) throws IOException {
		byte[] window = new byte[SEARCH];
		long at = from + 1;
		while (at < end) {
			int read = source.read(at, window, 0, (int) Math.min(window.length, end - at));
			for (int i = 0; i + ITEM_HEADER <= read; i++) {
				if (window[i] == (byte) 0xFE && window[i + 1] == (byte) 0xFF && isBoundary(window, i, at)) {
					return at + i;
				}
			}
			if (read < window.length) {
				break;
			}
			at += read - ITEM_HEADER + 1;
		}
		return end;
	}

	private boolean isBoundary(byte[] window, int i, long windowAt) throws IOException {
		long tag = tag(window, i);
		if (tag == DELIMITER) {
			return length(window, i) == 0;
		}
		long data = windowAt + i + ITEM_HEADER;
		return tag == ITEM && leadsOn(data, length(window, i));
	}

	static long tag(byte[] bytes, int at) {
		return (bytes[at + 1] & 0xFFL) << 24 | (bytes[at] & 0xFF) << 16 | (bytes[at + 3] & 0xFF) << 8 | bytes[at
				+ 2] & 0xFF;
	}

	static long length(byte[] bytes, int at) {
		return (bytes[at + 4] & 0xFFL) | (bytes[at + 5] & 0xFFL) << 8 | (bytes[at + 6] & 0xFFL) << 16
				| (bytes[at + 7] & 0xFFL) << 24;
	}
}
