package org.dicompreview.codec.internal.stream;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads entropy coded bits, most significant first. The next bits stand at the top of a 64-bit accumulator; stuffing is
 * undone only where a byte FF comes in, so that bits are taken without looking at bytes. At a marker or the end of the
 * data zeros follow for ever; {@link #overrun()} tells if any of them was used.
 * <p>
 * Tight loops keep {@link #accumulator()} and {@link #count()} in local variables and hand them back before
 * {@link #fill()}. For one thread.
 */
public final class BitReader {

	/** Bits that are there, at least, after {@link #fill()}. */
	public static final int FILLED = 49;

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
	private static final long LOW_BITS = 0x0101010101010101L;
	private static final long HIGH_BITS = 0x8080808080808080L;

	private final Stuffing stuffing;
	private byte[] data = {};
	private int position;
	private int end;
	private long accumulator;
	private int count;
	private long zeros;

	/** A reader without data. */
	public BitReader(Stuffing stuffing) {
		this.stuffing = stuffing;
	}

	/**
	 * Begins anew.
	 *
	 * @param bytes the array
	 * @param from  index of the first byte
	 * @param to    index after the last byte
	 */
	public void reset(byte[] bytes, int from, int to) {
		data = bytes;
		position = from;
		end = to;
		accumulator = 0;
		count = 0;
		zeros = 0;
	}

	/** {@return the bits that come next, the first in the highest bit; zeros below the lowest that is there} */
	public long accumulator() {
		return accumulator;
	}

	/** {@return how many bits the accumulator holds} */
	public int count() {
		return count;
	}

	/** Hands back the accumulator after bits were taken from it. */
	public void update(long bits, int number) {
		accumulator = bits;
		count = number;
	}

	/** Makes at least {@link #FILLED} bits available. */
	public void fill() {
		if (count >= FILLED) {
			return;
		}
		if (position <= end - 8) {
			long word = (long) LONGS.get(data, position);
			if ((~word - LOW_BITS & word & HIGH_BITS) == 0) { // no byte is FF
				int bytes = 64 - count >> 3;
				accumulator |= (word & -1L << 64 - 8 * bytes) >>> count;
				count += 8 * bytes;
				position += bytes;
				return;
			}
		}
		fillByBytes();
	}

	private void fillByBytes() {
		while (count <= 48) {
			int value = position < end ? data[position] & 0xFF : 0xFF;
			if (value != 0xFF) {
				append(value, 8);
				position++;
				continue;
			}
			int next = stuffed();
			int second = next < end ? data[next] & 0xFF : 0xFF;
			if (stuffing.isMarker(second)) {
				zeros += 64 - count;
				count = 64;
				end = position;
				return;
			}
			append(0xFF, 8);
			if (stuffing == Stuffing.BIT) {
				append(second, 7);
			}
			position = next + 1;
		}
	}

	/** Index of the byte that follows FF; some encoders write FF twice before the 00. */
	private int stuffed() {
		int next = position + 1;
		while (stuffing == Stuffing.BYTE && next < end && data[next] == (byte) 0xFF) {
			next++;
		}
		return next;
	}

	private void append(int value, int bits) {
		accumulator |= (long) value << 64 - count - bits;
		count += bits;
	}

	/** {@return the next bit, after a {@link #fill()} that left at least one} */
	public int bit() {
		int value = (int) (accumulator >>> 63);
		accumulator <<= 1;
		count--;
		return value;
	}

	/** {@return the next bits without taking them} @param bits 1-32 of those available */
	public int peek(int bits) {
		return (int) (accumulator >>> 64 - bits);
	}

	/** Takes bits. @param bits 0-63, at most those available */
	public void skip(int bits) {
		accumulator <<= bits;
		count -= bits;
	}

	/** {@return the next bits, after filling up} @param bits 0-32 */
	public int read(int bits) {
		fill();
		int value = (int) (accumulator >>> 1 >>> 63 - bits);
		skip(bits);
		return value;
	}

	/** {@return whether more bits were taken than the data have} */
	public boolean overrun() {
		return count < zeros;
	}

	/**
	 * {@return index of the byte that is read next; at a marker that of its FF. Bits in the accumulator come from before
	 * it}
	 */
	public int position() {
		return position;
	}

	/** {@return whether a marker or the end of the data was met} */
	public boolean atEnd() {
		return zeros > 0;
	}
}
