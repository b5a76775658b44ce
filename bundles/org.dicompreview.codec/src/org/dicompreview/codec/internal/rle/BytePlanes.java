package org.dicompreview.codec.internal.rle;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.dicompreview.codec.Samples;
import org.dicompreview.codec.internal.Interleaver;
import org.dicompreview.codec.internal.StoredBits;

/**
 * Decoded segments on their way to values.
 *
 * @param bytes         the segments one behind the other: for each channel all bytes of its values, the highest first
 * @param size          bytes of a segment
 * @param channels      samples per pixel
 * @param bytesPerValue segments per channel, 1-4
 */
record BytePlanes(byte[] bytes, int size, int channels, int bytesPerValue) {

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
	private static final long EACH_BYTE = 0x0101010101010101L;

	/**
	 * {@return the values, interleaved by pixel}
	 *
	 * @param stored which bits of a value count; if the other order of the bytes fits them better it is taken
	 */
	Samples merge(StoredBits stored) {
		boolean reversed = bytesPerValue > 1 && lowestByteFirst(stored);
		return switch (bytesPerValue) {
			case 1 -> Interleaver.interleave(new Samples.Bytes(bytes), channels);
			case 2 -> new Samples.Shorts(shorts(reversed));
			default -> new Samples.Ints(ints(reversed));
		};
	}

	private short[] shorts(boolean reversed) {
		short[] result = new short[size * channels];
		for (int channel = 0; channel < channels; channel++) {
			int high = (2 * channel + (reversed ? 1 : 0)) * size;
			int low = (2 * channel + (reversed ? 0 : 1)) * size;
			if (channels == 1) {
				merge(bytes, high, low, result);
			} else {
				for (int i = 0, to = channel; i < size; i++, to += channels) {
					result[to] = (short) (bytes[high + i] << 8 | bytes[low + i] & 0xFF);
				}
			}
		}
		return result;
	}

	private static void merge(byte[] bytes, int high, int low, short[] to) {
		for (int i = 0; i < to.length; i++) {
			to[i] = (short) (bytes[high + i] << 8 | bytes[low + i] & 0xFF);
		}
	}

	private int[] ints(boolean reversed) {
		int[] result = new int[size * channels];
		for (int channel = 0; channel < channels; channel++) {
			for (int order = 0; order < bytesPerValue; order++) {
				int plane = (channel * bytesPerValue + order) * size;
				int shift = 8 * (reversed ? order : bytesPerValue - 1 - order);
				for (int i = 0, to = channel; i < size; i++, to += channels) {
					result[to] |= (bytes[plane + i] & 0xFF) << shift;
				}
			}
		}
		return result;
	}

	/**
	 * Some writers put the lowest byte first. The sign: the segments that should hold the highest bytes have bits that
	 * neither are stored nor repeat the sign, and the segments that should hold the lowest bytes have none.
	 */
	private boolean lowestByteFirst(StoredBits stored) {
		int spare = 8 * bytesPerValue - 1 - stored.highBit();
		if (spare < 1 || spare > 7) {
			return false;
		}
		long mask = (0xFF << 8 - spare & 0xFF) * EACH_BYTE;
		boolean signed = stored.signed();
		int last = bytesPerValue - 1;
		return (bitsIn(0, signed) & mask) != 0 && (bitsIn(last, signed) & mask) == 0
				&& bitsIn(last, false) != 0;
	}

	/**
	 * {@return the bits that are set anywhere in the segments of this order, eight bytes side by side; or those that
	 * differ from the next lower bit}
	 */
	private long bitsIn(int order, boolean changes) {
		long all = 0;
		for (int channel = 0; channel < channels; channel++) {
			int i = (channel * bytesPerValue + order) * size;
			int end = i + size;
			for (; i + Long.BYTES <= end; i += Long.BYTES) {
				all |= changes ? changes((long) LONG.get(bytes, i)) : (long) LONG.get(bytes, i);
			}
			for (; i < end; i++) {
				all |= changes ? changes(bytes[i] & 0xFF) : bytes[i] & 0xFF;
			}
		}
		return all;
	}

	private static long changes(long bits) {
		return bits ^ bits << 1;
	}
}
