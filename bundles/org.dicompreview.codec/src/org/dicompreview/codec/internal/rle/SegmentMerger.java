package org.dicompreview.codec.internal.rle;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.dicompreview.codec.Samples;
import org.dicompreview.codec.internal.Interleaver;
import org.dicompreview.codec.internal.StoredBits;

/**
 * Makes values of segments: for each channel there is one for each byte of its values, the highest first. All go on side by
 * side, part by part, so that what belongs together is still in the nearest cache. For one thread.
 */
final class SegmentMerger {

	private final PackBits[] segments;
	private final int[] decoded;
	private final int size;
	private final int channels;
	private final int bytesPerValue;

	/**
	 * @param segments not begun yet
	 * @param size     bytes of a segment
	 * @param channels samples per pixel
	 */
	SegmentMerger(PackBits[] segments, int size, int channels) {
		this.segments = segments;
		this.size = size;
		this.channels = channels;
		decoded = new int[segments.length];
		bytesPerValue = segments.length / channels;
	}

	/**
	 * {@return the values, interleaved by pixel}
	 *
	 * @param stored which bits of a value count; if the other order of the bytes fits them better it is taken
	 */
	Samples merge(StoredBits stored) {
		return switch (bytesPerValue) {
			case 1 -> new Samples.Bytes(bytes());
			case 2 -> new Samples.Shorts(shorts(stored));
			default -> new Samples.Ints(ints(stored));
		};
	}

	/** {@return how many bytes a segment had, afterwards} */
	int decoded(int segment) {
		return decoded[segment];
	}

	private byte[] bytes() {
		byte[] result = new byte[size * channels];
		Part[] parts = parts();
		for (int at = 0; at < size; at += Part.SIZE) {
			int count = next(parts, at);
			if (channels == 3) {
				Interleaver.interleave(parts[0].bytes(), 0, parts[1].bytes(), 0, parts[2].bytes(), 0, count, result,
						at * channels);
			} else {
				for (int channel = 0; channel < channels; channel++) {
					byte[] plane = parts[channel].bytes();
					for (int i = 0, to = at * channels + channel; i < count; i++, to += channels) {
						result[to] = plane[i];
					}
				}
			}
		}
		return result;
	}

	private short[] shorts(StoredBits stored) {
		short[] result = new short[size * channels];
		Part upper = new Part();
		int mask = spareBits(stored);
		boolean spared = true;
		for (int at = 0; at < size; at += Part.SIZE) {
			int count = Math.min(Part.SIZE, size - at);
			for (int channel = 0; channel < channels; channel++) {
				int segment = 2 * channel;
				decoded[segment] += upper.next(segments[segment], count);
				spared &= mask == 0 || !upper.has(mask, stored.signed());
				int first = at * channels + channel;
				int lower = segments[segment + 1].decodeLower(upper.bytes(), count, result, first, channels);
				decoded[segment + 1] += lower;
				for (int i = lower; i < count; i++) {
					result[first + i * channels] = (short) (upper.bytes()[i] << Byte.SIZE);
				}
			}
		}
		if (!spared && lowerBytesFit(result, mask, stored.signed())) {
			for (int i = 0; i < result.length; i++) {
				result[i] = Short.reverseBytes(result[i]);
			}
		}
		return result;
	}

	private static boolean lowerBytesFit(short[] values, int mask, boolean signed) {
		int all = 0;
		int changes = 0;
		for (short value : values) {
			all |= value;
			changes |= value ^ value << 1;
		}
		return ((signed ? changes : all) & mask) == 0 && (all & 0xFF) != 0;
	}

	private int[] ints(StoredBits stored) {
		int[] result = new int[size * channels];
		Part[] parts = parts();
		int all = 0;
		int changes = 0;
		for (int at = 0; at < size; at += Part.SIZE) {
			int count = next(parts, at);
			for (int channel = 0; channel < channels; channel++) {
				for (int i = 0, to = at * channels + channel; i < count; i++, to += channels) {
					int value = value(parts, channel * bytesPerValue, i);
					result[to] = value;
					all |= value;
					changes |= value ^ value << 1;
				}
			}
		}
		int mask = spareBits(stored);
		int telling = stored.signed() ? changes : all;
		if ((telling >>> 8 * (bytesPerValue - 1) & mask) != 0 && (telling & mask) == 0 && (all & 0xFF) != 0) {
			for (int i = 0; i < result.length; i++) {
				result[i] = Integer.reverseBytes(result[i]) >>> 8 * (Integer.BYTES - bytesPerValue);
			}
		}
		return result;
	}

	private int value(Part[] parts, int first, int index) {
		int value = 0;
		for (int i = 0; i < bytesPerValue; i++) {
			value = value << 8 | parts[first + i].bytes()[index] & 0xFF;
		}
		return value;
	}

	/**
	 * {@return the bits of the highest byte that are not stored}
	 *
	 * Some writers put the lowest byte first. The sign: where the highest bytes should be are such bits that do not repeat
	 * the sign, and where the lowest ones should be are none.
	 */
	private int spareBits(StoredBits stored) {
		int spare = 8 * bytesPerValue - 1 - stored.highBit();
		return spare < 1 || spare > 7 ? 0 : 0xFF << 8 - spare & 0xFF;
	}

	private Part[] parts() {
		Part[] parts = new Part[segments.length];
		Arrays.setAll(parts, i -> new Part());
		return parts;
	}

	private int next(Part[] parts, int at) {
		int count = Math.min(Part.SIZE, size - at);
		for (int i = 0; i < parts.length; i++) {
			decoded[i] += parts[i].next(segments[i], count);
		}
		return count;
	}

	/** The bytes of a segment that are at hand. */
	private static final class Part {

		private static final int SIZE = 1 << 13;
		private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
		private static final long EACH_BYTE = 0x0101010101010101L;

		private final byte[] bytes = new byte[SIZE];
		private int length;

		/** Goes on; what the segment does not have is 0. {@return how many of the bytes it has} */
		int next(PackBits segment, int count) {
			length = count;
			int there = segment.decode(bytes, 0, count);
			Arrays.fill(bytes, there, count, (byte) 0);
			return there;
		}

		byte[] bytes() {
			return bytes;
		}

		/** {@return whether any byte has one of these bits set, or else than the next lower one} @param mask without bit 0 */
		boolean has(int mask, boolean changed) {
			long set = 0;
			long different = 0;
			int i = 0;
			for (; i + Long.BYTES <= length; i += Long.BYTES) {
				long eight = (long) LONG.get(bytes, i);
				set |= eight;
				different |= eight ^ eight << 1;
			}
			for (; i < length; i++) {
				set |= bytes[i] & 0xFF;
				different |= (bytes[i] ^ bytes[i] << 1) & 0xFF;
			}
			return ((changed ? different : set) & mask * EACH_BYTE) != 0;
		}
	}
}
