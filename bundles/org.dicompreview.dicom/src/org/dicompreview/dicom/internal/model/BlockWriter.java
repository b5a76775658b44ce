package org.dicompreview.dicom.internal.model;

import java.util.Arrays;

import org.dicompreview.dicom.VR;

/** Builds a {@link Block}. Kept and reused by one thread. */
public final class BlockWriter {

	private static final int START = 1 << 12;
	private static final int KEPT = 1 << 18;
	private static final int LONGEST = Integer.MAX_VALUE - 64;

	private final int location;
	private byte[] bytes = new byte[START];
	private int size;
	private int lastTag;
	private boolean ascending = true;
	private int depth;

	/** @param located whether elements carry position and length of their values in the file */
	public BlockWriter(boolean located) {
		location = located ? Block.LOCATION : 0;
	}

	/** Forgets all elements. */
	public void clear() {
		size = 0;
		lastTag = 0;
		ascending = true;
		depth = 0;
		if (bytes.length > KEPT) {
			bytes = new byte[START];
		}
	}

	/** {@return the bytes; more than {@link #size()}} */
	public byte[] bytes() {
		return bytes;
	}

	int location() {
		return location;
	}

	/** {@return how many bytes are used} */
	public int size() {
		return size;
	}

	/** {@return a copy of what was written} */
	public byte[] toBytes() {
		return Arrays.copyOf(bytes, size);
	}

	/** Adds all that another writer of the same kind holds. */
	public void addAll(BlockWriter other) {
		reserve(other.size);
		System.arraycopy(other.bytes, 0, bytes, size, other.size);
		size += other.size;
		lastTag = other.lastTag;
	}

	/** Takes back everything after an earlier size, inside of the sequence at that place. */
	public void cutTo(int earlierSize) {
		size = earlierSize;
	}

	/** {@return whether top-level elements came in strictly ascending order of tags} */
	public boolean isAscending() {
		return ascending;
	}

	/**
	 * Adds an element; the caller then puts the value at the returned index of {@link #bytes()}.
	 *
	 * @param position   of the value in the file
	 * @param fullLength of the value in the file, -1 for undefined
	 * @return index where the value goes
	 */
	public int add(int tag, VR vr, int length, long position, long fullLength) {
		note(tag);
		int header = length < 0xFF ? 6 : 10;
		reserve(header + location + length);
		Block.i32(bytes, size, tag);
		bytes[size + 4] = (byte) vr.ordinal();
		if (length < 0xFF) {
			bytes[size + 5] = (byte) length;
		} else {
			bytes[size + 5] = (byte) 0xFF;
			Block.i32(bytes, size + 6, length);
		}
		size += header;
		locate(position, fullLength);
		size += length;
		return size - length;
	}

	/** {@return the start to hand to {@link #endSequence}} */
	public int beginSequence(int tag, long position, long fullLength) {
		note(tag);
		depth++;
		reserve(10 + location);
		Block.i32(bytes, size, tag);
		bytes[size + 4] = (byte) VR.SQ.ordinal();
		bytes[size + 5] = (byte) 0xFF;
		size += 10;
		locate(position, fullLength);
		return size;
	}

	/** Ends the sequence. @param start what {@link #beginSequence} returned */
	public void endSequence(int start) {
		Block.i32(bytes, start - location - 4, size - start);
		depth--;
	}

	/** {@return the start to hand to {@link #endItem}} */
	public int beginItem() {
		depth++;
		reserve(Block.ITEM_HEADER);
		size += Block.ITEM_HEADER;
		return size;
	}

	/** Ends the item. @param start what {@link #beginItem} returned */
	public void endItem(int start) {
		Block.i32(bytes, start - Block.ITEM_HEADER, size - start);
		depth--;
	}

	/**
	 * {@return the value of a text element that was written, {@code null} if there is none}
	 *
	 * @param itemStart what {@link #beginItem} returned for the item in which to look, 0 for the top level
	 * @param tag       the tag
	 */
	public String text(int itemStart, int tag) {
		int element = Block.find(bytes, itemStart, size, tag, location);
		return element < 0 ? null
				: Texts.ascii(bytes, Block.value(bytes, element) + location, Block.length(bytes, element));
	}

	/** {@return whether there is an element with this tag at the top level} */
	public boolean has(int tag) {
		return Block.find(bytes, 0, size, tag, location) >= 0;
	}

	/** {@return whether there is an element with this tag at the top level that has a value} */
	public boolean hasValue(int tag) {
		int element = Block.find(bytes, 0, size, tag, location);
		return element >= 0 && Block.length(bytes, element) > 0;
	}

	/** {@return a copy of the value of an element at the top level, which must be there} */
	public byte[] value(int tag) {
		int element = Block.find(bytes, 0, size, tag, location);
		int start = Block.value(bytes, element) + location;
		return Arrays.copyOfRange(bytes, start, start + Block.length(bytes, element));
	}

	private void note(int tag) {
		if (depth == 0) {
			ascending &= size == 0 || Integer.compareUnsigned(tag, lastTag) > 0;
			lastTag = tag;
		}
	}

	private void locate(long position, long fullLength) {
		if (location != 0) {
			Block.i64(bytes, size, position);
			Block.i64(bytes, size + 8, fullLength);
			size += location;
		}
	}

	private void reserve(int count) {
		if (size + (long) count > bytes.length) {
			long wanted = Math.max(size + (long) count, bytes.length * 2L);
			if (size + (long) count > LONGEST) {
				throw new IllegalStateException("attributes take more than 2 GiB"); //$NON-NLS-1$
			}
			bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, LONGEST));
		}
	}

	/** {@return the elements sorted by tag, of equal ones the first, for a block that is not {@link #isAscending}} */
	public byte[] toSortedBytes() {
		int[] starts = new int[16];
		int count = 0;
		for (int element = 0; element < size; element = Block.end(bytes, element, location)) {
			if (count == starts.length) {
				starts = Arrays.copyOf(starts, count * 2);
			}
			starts[count++] = element;
		}
		Integer[] order = Arrays.stream(starts, 0, count).boxed().toArray(Integer[]::new);
		Arrays.sort(order, (a, b) -> Integer.compareUnsigned(Block.tag(bytes, a), Block.tag(bytes, b)));
		byte[] sorted = new byte[size];
		int end = 0;
		int before = -1;
		for (int element : order) {
			if (before < 0 || Block.tag(bytes, element) != Block.tag(bytes, before)) {
				int length = Block.end(bytes, element, location) - element;
				System.arraycopy(bytes, element, sorted, end, length);
				end += length;
				before = element;
			}
		}
		return Arrays.copyOf(sorted, end);
	}
}
