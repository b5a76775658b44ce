package org.dicompreview.codec.internal.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The entropy coded bits of a scan or restart interval with the stuffing removed (T.87 A.1): after that, any 57 bits
 * can be had with one load and one shift, and taking bits is one addition. Zeros follow the last bit. For one thread.
 */
final class ClearBits {

	/** Bits that {@link #at} gives at least. */
	static final int GIVEN = 57;

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
	private static final long LOW_BITS = 0x0101010101010101L;
	private static final long HIGH_BITS = 0x8080808080808080L;
	/** Room for zeros behind the bits: what may be taken unchecked, and a whole load there. */
	private static final int PADDING = 3 * Long.BYTES;

	/** The bits, most significant first. */
	byte[] bytes = new byte[PADDING];
	/** Index of the next bit. */
	long position;

	private long end;
	private boolean overrun;

	/** Takes the bytes of {@code data} from index {@code from} to {@code limit}, in which no marker is. */
	void load(byte[] data, int from, int limit) {
		int to = limit;
		while (to > from && data[to - 1] == -1) { // fill bytes: in the data, something follows a byte FF
			to--;
		}
		int needed = to - from + PADDING;
		if (bytes.length < needed) {
			bytes = new byte[needed];
		}
		position = 0;
		overrun = false;
		end = clear(data, from, to);
		Arrays.fill(bytes, (int) (end + 7 >> 3), (int) (end >> 3) + PADDING, (byte) 0);
	}

	/** Copies without the stuffed bits. @return the number of bits */
	private long clear(byte[] data, int from, int to) {
		int in = from;
		int out = 0;
		int pending = 0; // bits 0-7 at the bottom of carry that do not fill a byte
		long carry = 0;
		while (in < to) {
			if (in <= to - Long.BYTES) {
				long word = (long) LONG.get(data, in);
				if ((~word - LOW_BITS & word & HIGH_BITS) == 0) { // no byte is FF
					LONG.set(bytes, out, carry << 63 - pending << 1 | word >>> pending);
					carry = word & (1 << pending) - 1;
					in += Long.BYTES;
					out += Long.BYTES;
					continue;
				}
			}
			boolean stuffed = data[in] == -1;
			carry = carry << 8 | data[in++] & 0xFF;
			bytes[out++] = (byte) (carry >>> pending);
			if (stuffed && in < to) {
				carry = carry << 7 | data[in++] & 0x7F;
				pending--;
				if (pending >= 0) {
					bytes[out++] = (byte) (carry >>> pending);
				}
				pending &= 7;
			}
			carry &= (1 << pending) - 1;
		}
		bytes[out] = (byte) (carry << 8 - pending);
		return 8L * out + pending;
	}

	/** {@return the bits from a position on, the first in the highest bit; at least {@link #GIVEN} of them} */
	static long at(byte[] bytes, long position) {
		return (long) LONG.get(bytes, (int) (position >>> 3)) << (position & 7);
	}

	/** {@return the next bits} @param count 0-32 */
	int read(int count) {
		if (position + count > end) {
			overrun = true;
			return 0;
		}
		int value = (int) (at(bytes, position) >>> 1 >>> 63 - count);
		position += count;
		return value;
	}

	/**
	 * {@return how many bits 0 come before the next bit 1, which is taken too; more than {@code most} if there is none}
	 */
	int zeros(int most) {
		int zeros = 0;
		while (zeros <= most) {
			int leading = Long.numberOfLeadingZeros(at(bytes, position));
			if (leading < GIVEN) {
				position += leading + 1;
				return zeros + leading;
			}
			if (position + GIVEN >= end) {
				overrun = true;
				return most + 1;
			}
			zeros += GIVEN;
			position += GIVEN;
		}
		return zeros;
	}

	/** {@return whether more bits were asked for than there are} */
	boolean overrun() {
		return overrun || position > end;
	}

	/** {@return bits that were not taken} */
	long left() {
		return end - position;
	}
}
