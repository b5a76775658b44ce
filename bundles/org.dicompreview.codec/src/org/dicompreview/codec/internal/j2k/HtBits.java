package org.dicompreview.codec.internal.j2k;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A bit stream of the high-throughput coder, freed of its stuffing so that any bits of it can be had with one load: the
 * first bit is the lowest of the first byte. For one thread; the buffer serves all streams.
 */
final class HtBits {

	private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class,
			ByteOrder.LITTLE_ENDIAN);
	private static final long LOW = 0x0101010101010101L;
	private static final long HIGH = 0x8080808080808080L;
	/** What may be read after the end without looking: more than a quad of samples has. */
	private static final int MARGIN = 40;

	private byte[] bits = new byte[4096];
	private int end;

	/** {@return 57 bits or more from a position} */
	long at(int position) {
		return (long) LONGS.get(bits, position >>> 3) >>> (position & 7);
	}

	/** {@return the position after the last bit: to be kept to by those who read on} */
	int end() {
		return end;
	}

	/** Takes a stream that runs forward: after FF a byte has seven bits. After its end come {@code fill} bytes. */
	void forward(byte[] source, int from, int to, byte fill) {
		reserve(to - from);
		byte[] out = bits;
		int at = 0;
		int pending = 0;
		int held = 0;
		int before = 0;
		int i = from;
		while (i < to) {
			if (before != 0xFF && to - i >= 8) {
				long eight = (long) LONGS.get(source, i);
				long inverse = ~eight;
				if ((inverse - LOW & ~inverse & HIGH) == 0) {
					LONGS.set(out, at, pending | eight << held);
					at += 8;
					pending = held == 0 ? 0 : (int) (eight >>> 64 - held);
					i += 8;
					before = 0;
					continue;
				}
			}
			int value = source[i++] & 0xFF;
			pending |= value << held;
			held += before == 0xFF ? 7 : 8;
			pending &= (1 << held) - 1;
			before = value;
			if (held >= 8) {
				out[at++] = (byte) pending;
				pending >>>= 8;
				held -= 8;
			}
		}
		finish(at, pending, held, fill);
	}

	/**
	 * Takes a stream that runs backward: after a byte above 8F a byte whose lower bits are all ones has seven bits.
	 *
	 * @param first  value and number of the first bits
	 * @param after  the byte that they came from
	 * @param source the other bytes, {@code [from .. to)}, the last one first
	 */
	void backward(int first, int firstCount, int after, byte[] source, int from, int to) {
		reserve(to - from + 1);
		byte[] out = bits;
		int at = 0;
		int pending = first;
		int held = firstCount;
		int before = after;
		for (int i = to - 1; i >= from; i--) {
			int value = source[i] & 0xFF;
			boolean stuffed = before > 0x8F && (value & 0x7F) == 0x7F;
			pending |= (stuffed ? value & 0x7F : value) << held;
			held += stuffed ? 7 : 8;
			before = value;
			if (held >= 8) {
				out[at++] = (byte) pending;
				pending >>>= 8;
				held -= 8;
			}
		}
		finish(at, pending, held, (byte) 0);
	}

	private void reserve(int count) {
		if (bits.length < count + MARGIN) {
			bits = new byte[count + MARGIN];
		}
	}

	private void finish(int at, int pending, int held, byte fill) {
		end = at * 8 + held;
		bits[at] = (byte) (pending | fill << held);
		Arrays.fill(bits, at + 1, at + MARGIN - 8, fill);
	}
}
