package org.dicompreview.codec.internal.uncompressed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.EncodedFrame;

/**
 * Values whose bits follow each other without regard to bytes, the first value in the lowest bits (PS3.5 8.1.1, 8.2):
 * one-bit data and the retired packing of 12 bits.
 */
public final class PackedBits {

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	/** Eight bits of a byte as eight bytes 0 or 1, the lowest bit first. */
	private static final long[] SPREAD = new long[256];
	static {
		for (int bits = 0; bits < 256; bits++) {
			for (int bit = 0; bit < 8; bit++) {
				SPREAD[bits] |= (long) (bits >> bit & 1) << 8 * bit;
			}
		}
	}

	private PackedBits() {
	}

	/** Unpacks the first {@code count} values of {@code bits} bits, which must all be there. */
	static void unpack(EncodedFrame frame, int bits, Samples to, int count) {
		if (bits == 1 && to instanceof Samples.Bytes bytes) {
			unpackBits(frame.bytes(), frame.offset(), frame.offset() + frame.length(), frame.bitOffset(),
					bytes.values(), count);
		} else if (bits == 12 && frame.bitOffset() == 0 && to instanceof Samples.Shorts shorts) {
			unpack12(frame.bytes(), frame.offset(), shorts.values(), count);
		} else {
			unpackAny(frame, bits, to, count);
		}
	}

	/**
	 * Spreads bits to bytes 0 or 1.
	 *
	 * @param bytes     packed bits, the first in the lowest bit
	 * @param from      index of the first byte
	 * @param end       index after the last byte
	 * @param bitOffset bits to skip in the first byte
	 * @param to        gets {@code count} values
	 * @param count     number of values; the bits of all of them lie before {@code end}
	 */
	public static void unpackBits(byte[] bytes, int from, int end, int bitOffset, byte[] to, int count) {
		int at = from;
		int done = 0;
		for (; done + 8 <= count && at + 1 < end; at++, done += 8) {
			int two = bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
			LONG.set(to, done, SPREAD[two >> bitOffset & 0xFF]);
		}
		for (int bit = bitOffset; done < count; bit++, done++) {
			to[done] = (byte) (bytes[at + (bit >> 3)] >> (bit & 7) & 1);
		}
	}

	private static void unpack12(byte[] bytes, int from, short[] to, int count) {
		int at = from;
		int done = 0;
		for (; done + 2 <= count; done += 2, at += 3) {
			int middle = bytes[at + 1] & 0xFF;
			to[done] = (short) (bytes[at] & 0xFF | (middle & 0xF) << 8);
			to[done + 1] = (short) (middle >> 4 | (bytes[at + 2] & 0xFF) << 4);
		}
		if (done < count) {
			to[done] = (short) (bytes[at] & 0xFF | (bytes[at + 1] & 0xF) << 8);
		}
	}

	private static void unpackAny(EncodedFrame frame, int bits, Samples to, int count) {
		byte[] bytes = frame.bytes();
		int at = frame.offset();
		long window = (bytes[at++] & 0xFF) >> frame.bitOffset();
		int held = 8 - frame.bitOffset();
		long mask = (1L << bits) - 1;
		for (int i = 0; i < count; i++) {
			while (held < bits) {
				window |= (bytes[at++] & 0xFFL) << held;
				held += 8;
			}
			store(to, i, (int) (window & mask));
			window >>>= bits;
			held -= bits;
		}
	}

	private static void store(Samples to, int index, int value) {
		if (to instanceof Samples.Bytes bytes) {
			bytes.values()[index] = (byte) value;
		} else if (to instanceof Samples.Shorts shorts) {
			shorts.values()[index] = (short) value;
		} else if (to instanceof Samples.Ints ints) {
			ints.values()[index] = value;
		}
	}
}
