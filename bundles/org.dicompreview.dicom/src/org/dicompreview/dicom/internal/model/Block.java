package org.dicompreview.dicom.internal.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Set;

import org.dicompreview.dicom.VR;

/**
 * The compact form in which attributes are kept in memory: elements one after the other in a byte array, each with its
 * tag (4 bytes), VR (1), length (1, or 255 and 4 more) and value in little-endian order; numbers as the standard has
 * them in little-endian files. In blocks that are <em>located</em>, position and length of the value in the file (8
 * bytes each) stand between length and value. The value of a sequence is its items, each a length (4 bytes) and its
 * elements.
 */
public final class Block {

	/** Pseudo VR of an attribute that the base of a {@link Delta} has and this instance has not. */
	static final int ABSENT = 0xFF;
	private static final int LONG = 0xFF;
	private static final int DEEPEST = 600;
	private static final int SHORT_HEADER = 6;
	private static final int LONG_HEADER = 10;
	static final int LOCATION = 16;
	static final int ITEM_HEADER = 4;

	private static final VR[] VRS = VR.values();
	private static final VarHandle I32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
	private static final VarHandle I64 = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	private Block() {
	}

	static int i32(byte[] block, int index) {
		return (int) I32.get(block, index);
	}

	static void i32(byte[] block, int index, int value) {
		I32.set(block, index, value);
	}

	static long i64(byte[] block, int index) {
		return (long) I64.get(block, index);
	}

	static void i64(byte[] block, int index, long value) {
		I64.set(block, index, value);
	}

	static int tag(byte[] block, int element) {
		return i32(block, element);
	}

	/** {@return the VR, {@code null} for {@link #ABSENT}} */
	static VR vr(byte[] block, int element) {
		int ordinal = block[element + 4] & 0xFF;
		return ordinal == ABSENT ? null : VRS[ordinal];
	}

	static int length(byte[] block, int element) {
		int length = block[element + 5] & 0xFF;
		return length == LONG ? i32(block, element + SHORT_HEADER) : length;
	}

	/** {@return index of the value, or of the location before it} */
	static int value(byte[] block, int element) {
		return element + (block[element + 5] == (byte) LONG ? LONG_HEADER : SHORT_HEADER);
	}

	/** {@return index behind the element} */
	static int end(byte[] block, int element, int location) {
		return value(block, element) + location + length(block, element);
	}

	/** {@return index of the first element with this tag between two indices, or -1} */
	static int find(byte[] block, int from, int to, int tag, int location) {
		for (int element = from; element < to; element = end(block, element, location)) {
			if (tag(block, element) == tag) {
				return element;
			}
		}
		return -1;
	}

	/** {@return the lowest tag between two indices that is not below the given one; 0 if there is none} */
	static int firstFrom(byte[] block, int from, int to, int tag, int location) {
		int lowest = 0;
		for (int at = from; at < to; at = end(block, at, location)) {
			int each = tag(block, at);
			boolean fits = Integer.compareUnsigned(each, tag) >= 0;
			if (fits && (lowest == 0 || Integer.compareUnsigned(each, lowest) < 0)) {
				lowest = each;
			}
		}
		return lowest;
	}

	/** Adds the tags of all elements in a range of a block without locations, and of those in their items. */
	static void collectTags(byte[] block, int from, int to, Set<Integer> tags) {
		for (int at = from; at < to; at = end(block, at, 0)) {
			tags.add(tag(block, at));
			if (vr(block, at) == VR.SQ) {
				int end = end(block, at, 0);
				for (int item = value(block, at); item < end; item += ITEM_HEADER + i32(block, item)) {
					collectTags(block, item + ITEM_HEADER, item + ITEM_HEADER + i32(block, item), tags);
				}
			}
		}
	}

	/** {@return whether elements fill a range exactly, and items their sequences} */
	static boolean isSound(byte[] block, int from, int to, int depth) {
		int at = from;
		while (at >= from && at < to) {
			if (to - at < SHORT_HEADER || block[at + 5] == (byte) LONG && to - at < LONG_HEADER) {
				return false;
			}
			int ordinal = block[at + 4] & 0xFF;
			int length = length(block, at);
			int value = value(block, at);
			if (ordinal != ABSENT && ordinal >= VRS.length || length < 0 || length > to - value) {
				return false;
			}
			if (ordinal == VR.SQ.ordinal() && !areItems(block, value, value + length, depth)) {
				return false;
			}
			at = value + length;
		}
		return at == to;
	}

	private static boolean areItems(byte[] block, int from, int to, int depth) {
		int at = from;
		while (at < to) {
			int length = to - at < ITEM_HEADER ? -1 : i32(block, at);
			if (length < 0 || length > to - at - ITEM_HEADER || depth > DEEPEST
					|| !isSound(block, at + ITEM_HEADER, at + ITEM_HEADER + length, depth + 1)) {
				return false;
			}
			at += ITEM_HEADER + length;
		}
		return true;
	}
}
