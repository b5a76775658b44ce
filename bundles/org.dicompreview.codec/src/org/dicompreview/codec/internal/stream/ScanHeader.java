package org.dicompreview.codec.internal.stream;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.codec.DecodeException;

/**
 * A scan header, T.81 B.2.3 and T.87 C.2.3.
 *
 * @param components     1-4 components of the scan
 * @param start          Ss: first coefficient of the band, predictor of lossless processes, NEAR of JPEG-LS
 * @param end            Se: last coefficient of the band, interleave mode of JPEG-LS
 * @param high           Ah: point transform of the preceding scan
 * @param low            Al: point transform
 */
public record ScanHeader(List<Component> components, int start, int end, int high, int low) {

	/**
	 * A component in a scan.
	 *
	 * @param index  its index in the frame header
	 * @param tables the two Huffman table destinations (DC in the high half byte), mapping table of JPEG-LS
	 */
	public record Component(int index, int tables) {

		/** {@return destination of the DC or lossless Huffman table} */
		public int dc() {
			return tables >> 4;
		}

		/** {@return destination of the AC Huffman table} */
		public int ac() {
			return tables & 15;
		}
	}

	/** Keeps the list unchangeable. */
	public ScanHeader {
		components = List.copyOf(components);
	}

	/**
	 * {@return the header in a start of scan segment}
	 *
	 * @param segment the segment; its end is where the entropy coded data begin
	 * @param frame   the frame that the scan belongs to
	 * @throws DecodeException if it is not a valid one
	 */
	public static ScanHeader parse(Segment segment, FrameHeader frame) throws DecodeException {
		int count = segment.u8(0);
		if (count < 1 || count > frame.components().size()) {
			throw segment.failure(SegmentText.LISTS_COMPONENTS, count, frame.components().size());
		}
		List<Component> components = new ArrayList<>(count);
		int seen = 0;
		for (int i = 0; i < count; i++) {
			int id = segment.u8(1 + 2 * i);
			int index = indexOf(id, frame, seen);
			if (index < 0) {
				throw segment.failure(SegmentText.LISTS_UNKNOWN_COMPONENT, id);
			}
			seen |= 1 << index;
			components.add(new Component(index, segment.u8(2 + 2 * i)));
		}
		int tail = 1 + 2 * count;
		int approximation = segment.u8(tail + 2);
		return new ScanHeader(components, segment.u8(tail), segment.u8(tail + 1), approximation >> 4,
				approximation & 15);
	}

	/** Encoders exist that give all components one identifier, so the first that is left is meant. */
	private static int indexOf(int id, FrameHeader frame, int seen) {
		for (int i = 0; i < frame.components().size(); i++) {
			if (frame.components().get(i).id() == id && (seen & 1 << i) == 0) {
				return i;
			}
		}
		return -1;
	}
}
