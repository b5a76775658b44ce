package org.dicompreview.codec.internal;

import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.PixelFormat;

/**
 * Where the value lies in its array element (PS3.5 section 8.1.1), and whether it is signed.
 *
 * @param bits    significant bits, at least 1
 * @param highBit the bit where they end, from 0
 * @param signed  whether the highest of them is a sign
 */
public record StoredBits(int bits, int highBit, boolean signed) {

	/**
	 * {@return the bits as the data set states them; what contradicts Bits Allocated is taken for the lowest bits, and
	 * one-bit data have no sign}
	 *
	 * @param format the data set's attributes
	 */
	public static StoredBits of(PixelFormat format) {
		int allocated = Math.min(format.bitsAllocated(), 32);
		int bits = format.bitsStored() < 1 ? allocated : Math.min(format.bitsStored(), allocated);
		int highBit = format.highBit() < bits - 1 || format.highBit() >= allocated ? bits - 1 : format.highBit();
		return new StoredBits(bits, highBit, format.signed() && allocated > 1);
	}

	/** Moves the significant bits of every value down, in place; the bits above are its sign or 0. */
	public void apply(Samples samples) {
		int width = samples.bytesPerValue() * 8;
		int shift = highBit + 1 - bits;
		if (bits >= width && shift == 0) {
			return;
		}
		int mask = -1 >>> 32 - bits;
		int sign = signed ? 1 << bits - 1 : 0;
		if (samples instanceof Samples.Bytes bytes) {
			apply(bytes.values(), shift, mask, sign);
		} else if (samples instanceof Samples.Shorts shorts) {
			apply(shorts.values(), shift, mask, sign);
		} else if (samples instanceof Samples.Ints ints) {
			apply(ints.values(), shift, mask, sign);
		}
	}

	// (v & mask ^ sign) - sign extends the sign without a shift to the left, so that the loops run on whole vectors

	private static void apply(byte[] values, int shift, int mask, int sign) {
		for (int i = 0; i < values.length; i++) {
			values[i] = (byte) ((values[i] >> shift & mask ^ sign) - sign);
		}
	}

	private static void apply(short[] values, int shift, int mask, int sign) {
		for (int i = 0; i < values.length; i++) {
			values[i] = (short) ((values[i] >> shift & mask ^ sign) - sign);
		}
	}

	private static void apply(int[] values, int shift, int mask, int sign) {
		for (int i = 0; i < values.length; i++) {
			values[i] = (values[i] >> shift & mask ^ sign) - sign;
		}
	}
}
