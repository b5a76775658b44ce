package org.dicompreview.dicom.internal.pixels;

import java.io.IOException;

import org.dicompreview.dicom.InstanceBytes;

/**
 * Where the frames of encapsulated pixel data begin, as a basic or extended offset table says (PS3.3 C.7.6.3.1.8, PS3.5
 * A.4). Used only if it agrees with the file: ascending, within the data, an item at its first and last entry; the
 * other entries are checked when their frames are read.
 *
 * @param starts positions of the first item of each frame in the file
 * @param end    where the last frame ends at the latest
 */
record OffsetTable(long[] starts, long end) {

	private static final int ENTRY = 4;
	private static final int EXTENDED_ENTRY = 8;

	/**
	 * {@return the table, or {@code null} if there is none that can be trusted}
	 *
	 * @param table    the bytes of the table
	 * @param extended whether entries have 64 bits
	 * @param frames   how many entries there should be
	 * @param first    position of the first item behind the basic table, from which offsets count
	 * @param end      behind the last byte of the pixel data
	 */
	static OffsetTable of(byte[] table, boolean extended, int frames, InstanceBytes source, long first, long end)
			throws IOException {
		int size = extended ? EXTENDED_ENTRY : ENTRY;
		if (frames < 2 || table.length / size != frames) {
			return null; // of a single frame the fragments are all there is to know
		}
		long[] starts = new long[frames];
		for (int i = 0; i < frames; i++) {
			long offset = 0;
			for (int b = size - 1; b >= 0; b--) {
				offset = offset << 8 | table[i * size + b] & 0xFF;
			}
			if (offset < 0 || offset > end - first - Fragments.ITEM_HEADER || i > 0 && first
					+ offset <= starts[i - 1]) {
				return null;
			}
			starts[i] = first + offset;
		}
		boolean agrees = starts[0] == first && isItem(source, starts[0]) && isItem(source, starts[frames - 1]);
		return agrees ? new OffsetTable(starts, end) : null;
	}

	private static boolean isItem(InstanceBytes source, long position) throws IOException {
		byte[] head = new byte[Fragments.ITEM_HEADER];
		return source.read(position, head, 0, head.length) == head.length && Fragments.tag(head, 0) == Fragments.ITEM;
	}

	/** {@return where a frame ends at the latest} */
	long end(int frame) {
		return frame + 1 < starts.length ? starts[frame + 1] : end;
	}
}
