package org.dicompreview.codec.internal.rle;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The byte runs of an RLE segment (PS3.5 G.3.2). */
final class PackBits {

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	/** Bytes of the longest run, rounded up to whole longs. */
	private static final int LONGEST = 128 + Long.BYTES;

	private PackBits() {
	}

	/**
	 * Decodes one segment; what is beyond {@code limit} is dropped.
	 *
	 * @param from  the encoded bytes
	 * @param start index of the first one
	 * @param end   index after the last one
	 * @param to    gets the decoded bytes; some that follow the last one, before {@code limit}, may be overwritten
	 * @param begin index of the first decoded byte
	 * @param limit index after the last decoded byte
	 * @return the index in {@code to} after the last byte that was decoded: less than {@code limit} if the segment is
	 *         too short
	 */
	static int decode(byte[] from, int start, int end, byte[] to, int begin, int limit) {
		int in = start;
		int out = begin;
		while (in + LONGEST < end && out + LONGEST <= limit) {
			int control = from[in++];
			if (control >= 0) {
				for (int i = 0; i <= control; i += Long.BYTES) {
					LONG.set(to, out + i, (long) LONG.get(from, in + i));
				}
				in += control + 1;
				out += control + 1;
			} else if (control != -128) {
				long pattern = (from[in++] & 0xFF) * 0x0101010101010101L;
				for (int i = 0; i <= -control; i += Long.BYTES) {
					LONG.set(to, out + i, pattern);
				}
				out += 1 - control;
			}
		}
		return decodeCarefully(from, in, end, to, out, limit);
	}

	private static int decodeCarefully(byte[] from, int start, int end, byte[] to, int begin, int limit) {
		int in = start;
		int out = begin;
		while (in + 1 < end && out < limit) {
			int control = from[in++];
			if (control >= 0) {
				int count = Math.min(control + 1, Math.min(limit - out, end - in));
				System.arraycopy(from, in, to, out, count);
				in += control + 1;
				out += count;
			} else if (control != -128) {
				int count = Math.min(1 - control, limit - out);
				Arrays.fill(to, out, out + count, from[in++]);
				out += count;
			}
		}
		return out;
	}
}
