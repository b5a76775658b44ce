package org.dicompreview.video.internal.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.dicompreview.codec.DecodeException;

/** The coded pictures of a video as they are found. Not for several threads. */
final class PictureList {

	/** {@link #add} with this key: the picture is not shown. */
	static final long HIDDEN = Long.MAX_VALUE;

	/** Most pictures of a video, 19 hours at 30 a second: what is kept of each takes memory. */
	static final int LIMIT = 1 << 21;

	/** What decoding needs that begins at a picture or behind it. */
	private record Headers(int from, byte[] bytes) {
	}

	private long[] positions = new long[256];
	private int[] lengths = new int[256];
	private long[] keys = new long[256];
	private final BitSet entries = new BitSet();
	private final List<Headers> headers = new ArrayList<>();
	private int count;

	/**
	 * Adds the next coded picture.
	 *
	 * @param position of its first byte in the stream
	 * @param entry    whether decoding can begin with it
	 * @param key      frames are shown in ascending order of it; {@link #HIDDEN} for a picture that is not shown
	 */
	void add(long position, boolean entry, long key) throws DecodeException {
		if (count == LIMIT) {
			throw new DecodeException(StreamText.TOO_MANY_PICTURES, LIMIT);
		}
		if (count == positions.length) {
			positions = Arrays.copyOf(positions, 2 * count);
			lengths = Arrays.copyOf(lengths, 2 * count);
			keys = Arrays.copyOf(keys, 2 * count);
		}
		positions[count] = position;
		keys[count] = key;
		entries.set(count++, entry);
	}

	/** Sets where the last picture ends. @param limit most bytes that a picture may have */
	void endAt(long position, int limit) throws DecodeException {
		if (count > 0) {
			long length = position - positions[count - 1];
			if (length > limit) {
				throw new DecodeException(StreamText.PICTURE_TOO_LARGE, count, length);
			}
			lengths[count - 1] = (int) length;
		}
	}

	/** Sets the place in the order of showing of a picture anew. */
	void setKey(int picture, long key) {
		keys[picture] = key;
	}

	/** Sets what decoding needs that begins with the last picture or one behind it. */
	void setHeaders(byte[] bytes) {
		if (headers.isEmpty() || !Arrays.equals(headers.get(headers.size() - 1).bytes(), bytes)) {
			headers.add(new Headers(count - 1, bytes));
		}
	}

	/** {@return what decoding needs that begins with a picture} */
	byte[] headersFor(int picture) {
		byte[] found = {};
		for (Headers each : headers) {
			if (each.from() > picture) {
				break;
			}
			found = each.bytes();
		}
		return found;
	}

	int count() {
		return count;
	}

	long position(int picture) {
		return positions[picture];
	}

	int length(int picture) {
		return lengths[picture];
	}

	/** {@return whether decoding can begin with a picture} */
	boolean isEntry(int picture) {
		return entries.get(picture);
	}

	/** {@return the last picture at or before one with which decoding can begin, -1 if there is none} */
	int entryBefore(int picture) {
		return entries.previousSetBit(picture);
	}

	/** {@return the pictures that are shown, in the order of showing; those before the first entry cannot be decoded} */
	int[] inOrderOfShowing() {
		int first = Math.max(0, entries.nextSetBit(0));
		return IntStream.range(first, count).filter(i -> keys[i] != HIDDEN).boxed()
				.sorted(Comparator.<Integer>comparingLong(i -> keys[i])).mapToInt(Integer::intValue).toArray();
	}
}
