package org.dicompreview.codec.internal.stream;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;

import org.dicompreview.codec.DecodeException;

/**
 * Walks over the markers of a codestream. Fill bytes FF and bytes that belong to no segment are skipped. The position is
 * always an index in the array. For one thread.
 */
public final class MarkerReader {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
	private static final long LOW_BITS = 0x0101010101010101L;
	private static final long HIGH_BITS = 0x8080808080808080L;

	private final byte[] data;
	private final int base;
	private final int end;
	private int position;

	/**
	 * A reader at the beginning of a codestream.
	 *
	 * @param data   the array
	 * @param offset index of the first byte of the codestream
	 * @param length number of bytes
	 */
	public MarkerReader(byte[] data, int offset, int length) {
		this.data = data;
		base = offset;
		end = offset + length;
		position = offset;
	}

	/** {@return index of the next byte to look at} */
	public int position() {
		return position;
	}

	/** {@return index after the last byte of the codestream} */
	public int end() {
		return end;
	}

	/** {@return the array that holds the codestream} */
	public byte[] data() {
		return data;
	}

	/** {@return the byte at an index within the codestream, 0-255} */
	public int byteAt(int index) {
		return data[index] & 0xFF;
	}

	/** {@return the offset from the beginning of the codestream, for messages} */
	public int offsetOf(int index) {
		return index - base;
	}

	/** Goes on from another index, for example after the entropy coded data of a scan. */
	public void moveTo(int index) {
		position = Math.max(base, Math.min(end, index));
	}

	/**
	 * {@return the next marker with its parameters, which end at the position from then on; empty at the end. A segment
	 * that the stream is too short for ends with the stream}
	 *
	 * @throws DecodeException if the length of a segment is impossible
	 */
	public Optional<Segment> next() throws DecodeException {
		int at = findMarker(position, Stuffing.BYTE);
		if (at >= end) {
			position = end;
			return Optional.empty();
		}
		int marker = data[at + 1] & 0xFF;
		int start = at + 2;
		if (Marker.standsAlone(marker)) {
			position = start;
			return Optional.of(new Segment(data, base, marker, at, start, start));
		}
		int length = start + 2 > end ? 2 : (data[start] & 0xFF) << 8 | data[start + 1] & 0xFF;
		Segment segment = new Segment(data, base, marker, at, Math.min(end, start + 2),
				Math.min(end, start + Math.max(2, length)));
		if (length < 2) {
			throw segment.failure(SegmentText.STATES_LENGTH, length);
		}
		position = segment.end();
		return Optional.of(segment);
	}

	/**
	 * Looks for the next marker of any kind, restart markers too. The position stays.
	 *
	 * @param from     index to begin at
	 * @param stuffing what is no marker
	 * @return index of the FF directly before the marker's second byte; {@link #end()} if there is none
	 */
	public int findMarker(int from, Stuffing stuffing) {
		int last = end - 1;
		int i = from;
		while (i < last) {
			i = skipToFF(i, last);
			if (i >= last) {
				break;
			}
			int second = data[i + 1] & 0xFF;
			if (second != 0xFF && stuffing.isMarker(second)) {
				return i;
			}
			i += second == 0xFF ? 1 : 2;
		}
		return end;
	}

	/**
	 * Looks for the marker that ends the entropy coded data of a scan: the next one that is not a restart marker.
	 *
	 * @param from     index to begin at
	 * @param stuffing what is no marker
	 * @return index of its FF; {@link #end()} if there is none
	 */
	public int findEndOfScan(int from, Stuffing stuffing) {
		int at = findMarker(from, stuffing);
		while (at < end && Marker.isRestart(data[at + 1] & 0xFF)) {
			at = findMarker(at + 2, stuffing);
		}
		return at;
	}

	private int skipToFF(int from, int limit) {
		int i = from;
		while (i <= limit - 8) {
			long word = (long) LONGS.get(data, i);
			long found = ~word - LOW_BITS & word & HIGH_BITS; // lowest set bit marks the first byte FF
			if (found != 0) {
				return i + (Long.numberOfTrailingZeros(found) >>> 3);
			}
			i += 8;
		}
		while (i < limit && data[i] != (byte) 0xFF) {
			i++;
		}
		return i;
	}
}
