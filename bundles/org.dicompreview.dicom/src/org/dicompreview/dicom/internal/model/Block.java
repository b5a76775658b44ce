package org.dicompreview.dicom.internal.model;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

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
}
