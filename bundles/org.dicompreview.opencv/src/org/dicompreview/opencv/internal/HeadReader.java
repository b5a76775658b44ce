package org.dicompreview.opencv.internal;

import java.util.Objects;

import org.dicompreview.dicom.EncodedFrame;

/** Numbers at places of an encoded frame. All methods throw {@link IndexOutOfBoundsException} behind its end. */
final class HeadReader {

	private static final int BOX = 8;
	private static final int LONG_BOX = 16;
	private static final int XL_SIGNATURE = 0x4A584C20;
	private static final int XL_WHOLE = 0x6A786C63;
	private static final int XL_PART = 0x6A786C70;
	/** Bits of a size, by selector. */
	private static final int[] XL_BITS = { 9, 13, 18, 30 };
	/** Width for height, by selector. */
	private static final int[][] XL_RATIOS = { {}, { 1, 1 }, { 12, 10 }, { 4, 3 }, { 3, 2 }, { 16, 9 }, { 5, 4 }, { 2, 1 } };

	private final EncodedFrame frame;
	private long bit;

	HeadReader(EncodedFrame frame) {
		this.frame = frame;
	}

	int u8(int at) {
		return frame.bytes()[frame.offset() + Objects.checkIndex(at, frame.length())] & 0xFF;
	}

	int u16(int at) {
		return u8(at) << 8 | u8(at + 1);
	}

	long u32(int at) {
		return (long) u16(at) << 16 | u16(at + 2);
	}

	/** {@return where the codestream begins in a container of JPEG XL (ISO 18181-2), or -1} */
	int xlCodestream() {
		if (u32(4) != XL_SIGNATURE) {
			return -1;
		}
		int at = 0;
		while (true) {
			long length = u32(at);
			long type = u32(at + 4);
			int head = length == 1 ? LONG_BOX : BOX;
			if (type == XL_WHOLE || type == XL_PART) {
				return at + head + (type == XL_PART ? Integer.BYTES : 0);
			}
			length = length == 1 ? u32(at + BOX) << 32 | u32(at + BOX + 4) : length;
			if (length < head || length > frame.length()) {
				return -1; // to the end, or nonsense
			}
			at += (int) length;
		}
	}

	/** {@return width and height in the size header of JPEG XL (ISO 18181-1)} */
	long[] xlSize(int at) {
		bit = 8L * at;
		boolean small = bits(1) == 1;
		long height = xlLength(small);
		int ratio = (int) bits(3);
		long width = ratio == 0 ? xlLength(small) : height * XL_RATIOS[ratio][0] / XL_RATIOS[ratio][1];
		return new long[] { width, height };
	}

	private long xlLength(boolean small) {
		return small ? 8 * (bits(5) + 1) : bits(XL_BITS[(int) bits(2)]) + 1;
	}

	/** Least significant bits come first. */
	private long bits(int count) {
		long value = 0;
		for (int i = 0; i < count; i++, bit++) {
			value |= (long) (u8((int) (bit / 8)) >> bit % 8 & 1) << i;
		}
		return value;
	}
}
