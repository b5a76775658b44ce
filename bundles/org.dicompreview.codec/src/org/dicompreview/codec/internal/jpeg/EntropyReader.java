package org.dicompreview.codec.internal.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

import org.dicompreview.codec.internal.stream.Marker;

/**
 * Reads the bits of entropy coded data (T.81 F.1.2.3), most significant first. Stuffed bytes are taken out beforehand,
 * some kilobytes at a time, so that taking bits needs no look at bytes. After the end of the data zeros follow;
 * {@link #overrun()} tells whether any of them was used.
 * <p>
 * The next bits stand at the top of {@link #bits()}; what stands below the {@link #count()} valid ones must be left as it
 * is. Tight loops keep bits, count and position in local variables, fill up as {@link #fill()} does, and hand them back by
 * {@link #update}. For one thread.
 */
final class EntropyReader {

	/** Bits that are there, at least, after {@link #fill()}. */
	static final int FILLED = 56;
	/** Bytes that may be used between two calls of {@link #ready()}: more than a block of 64 codes of 16 + 16 bits. */
	static final int AHEAD = 512;

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
	private static final long LOW_BITS = 0x0101010101010101L;
	private static final long HIGH_BITS = 0x8080808080808080L;
	private static final int CAPACITY = 1 << 14;

	private final byte[] buffer = new byte[CAPACITY + AHEAD + Long.BYTES];
	private byte[] source = {};
	private int next;
	private int end;
	private boolean ended;
	private int filled;
	private int limit;
	private int position;
	private long bits;
	private int count;

	/**
	 * Begins anew.
	 *
	 * @param data the array
	 * @param from index of the first byte
	 * @param to   index after the last byte; the data end before if there is a marker
	 */
	void reset(byte[] data, int from, int to) {
		source = data;
		next = from;
		end = to;
		ended = false;
		filled = 0;
		position = 0;
		limit = 0;
		bits = 0;
		count = 0;
		more();
	}

	/** Makes sure that {@link #AHEAD} bytes can be used. */
	void ready() {
		if (position >= limit) {
			more();
		}
	}

	/** {@return whether more bits were taken than the data have} */
	boolean overrun() {
		return ended && (position << 3) - count > filled << 3;
	}

	/** {@return index in the source of about the byte that is read next} */
	int sourceIndex() {
		return Math.max(0, next - Math.max(0, filled - position + (count >> 3)));
	}

	/** {@return the bits that come next, the first in the highest bit} */
	long bits() {
		return bits;
	}

	/** {@return how many bits are valid} */
	int count() {
		return count;
	}

	/** {@return index in {@link #buffer()} of the byte that follows the valid bits} */
	int position() {
		return position;
	}

	/** {@return the bytes without stuffing; for {@link #load}} */
	byte[] buffer() {
		return buffer;
	}

	/** {@return 8 bytes} */
	static long load(byte[] buffer, int position) {
		return (long) LONGS.get(buffer, position);
	}

	/** Hands back the state after bits were taken. */
	void update(long newBits, int newCount, int newPosition) {
		bits = newBits;
		count = newCount;
		position = newPosition;
	}

	/** Makes at least {@link #FILLED} bits valid. */
	void fill() {
		bits |= load(buffer, position) >>> count;
		position += 63 - count >> 3;
		count |= FILLED;
	}

	/** {@return the next bits without taking them} @param number 1-32 of the valid ones */
	int peek(int number) {
		return (int) (bits >>> 64 - number);
	}

	/** Takes bits. @param number 0-56 of the valid ones */
	void skip(int number) {
		bits <<= number;
		count -= number;
	}

	/** {@return the next bits, after filling up} @param number 0-32 */
	int read(int number) {
		fill();
		int value = (int) (bits >>> 1 >>> 63 - number);
		skip(number);
		return value;
	}

	private void more() {
		if (ended) {
			return;
		}
		int rest = filled - position;
		System.arraycopy(buffer, position, buffer, 0, rest);
		position = 0;
		filled = rest;
		while (!ended && filled < CAPACITY) {
			copy();
		}
		if (ended) {
			Arrays.fill(buffer, filled, buffer.length, (byte) 0);
			limit = Integer.MAX_VALUE;
		} else {
			limit = filled - AHEAD;
		}
	}

	/** Copies bytes up to a stuffed one, to the end, or until the buffer is full. */
	private void copy() {
		int to = Math.min(end, next + CAPACITY - filled);
		int stop = findFF(next, to);
		System.arraycopy(source, next, buffer, filled, stop - next);
		filled += stop - next;
		next = stop;
		if (stop == end) {
			ended = true;
		} else if (stop < to) {
			takeFF();
		}
	}

	private int findFF(int from, int to) {
		int i = from;
		while (i <= to - Long.BYTES) {
			long word = load(source, i);
			if ((~word - LOW_BITS & word & HIGH_BITS) != 0) { // a byte is FF
				break;
			}
			i += Long.BYTES;
		}
		while (i < to && source[i] != (byte) 0xFF) {
			i++;
		}
		return i;
	}

	/** FF and a stuffed byte are one byte of data, with a marker the data end. Some encoders write FF twice before 00. */
	private void takeFF() {
		int second = next + 1;
		while (second < end && source[second] == (byte) 0xFF) {
			second++;
		}
		if (second == end || (source[second] & 0xFF) >= Marker.SOF0) { // what is below can only be a damaged 00
			ended = true;
			return;
		}
		buffer[filled++] = (byte) 0xFF;
		next = second + 1;
	}
}
