package org.dicompreview.codec.internal.rle;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The byte runs of an RLE segment (PS3.5 G.3.2), decoded in one go or in parts. For one thread. */
final class PackBits {

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

	/** Bytes of the longest run, rounded up to whole longs. */
	private static final int LONGEST = 128 + Long.BYTES;
	private static final int NOTHING = -128;
	private static final byte[] ZEROS = new byte[LONGEST];

	private final byte[] from;
	private final int end;
	private int in;
	/** What is left of a run: how many bytes, and whether each stands for itself, else all for one. */
	private int left;
	private boolean literal;

	/**
	 * A segment.
	 *
	 * @param from  has the encoded bytes
	 * @param start index of the first one
	 * @param end   index after the last one
	 */
	PackBits(byte[] from, int start, int end) {
		this.from = from;
		this.end = end;
		in = start;
	}

	/**
	 * Decodes until a number of bytes is there, or the segment ends.
	 *
	 * @param to    gets the decoded bytes; some that follow the last one, before {@code limit}, may be overwritten
	 * @param begin index of the first decoded byte
	 * @param limit index after the last byte that is asked for
	 * @return the index in {@code to} after the last byte that was decoded: less than {@code limit} if the segment has ended
	 */
	int decode(byte[] to, int begin, int limit) {
		int out = rest(to, begin, limit);
		int at = in;
		// The first eight bytes of a run are mostly all: they need no loop.
		while (at + LONGEST < end && out + LONGEST <= limit) {
			int control = from[at++];
			if (control >= 0) {
				LONG.set(to, out, (long) LONG.get(from, at));
				if (control >= Long.BYTES) {
					for (int i = Long.BYTES; i <= control; i += Long.BYTES) {
						LONG.set(to, out + i, (long) LONG.get(from, at + i));
					}
				}
				at += control + 1;
				out += control + 1;
			} else if (control != NOTHING) {
				long pattern = (from[at++] & 0xFF) * 0x0101010101010101L;
				LONG.set(to, out, pattern);
				if (control <= -Long.BYTES) {
					for (int i = Long.BYTES; i <= -control; i += Long.BYTES) {
						LONG.set(to, out + i, pattern);
					}
				}
				out += 1 - control;
			}
		}
		in = at;
		while (out < limit && nextRun()) {
			out = rest(to, out, limit);
		}
		return out;
	}

	/**
	 * Decodes the lower bytes of values of 16 bits, until a number of them is there or the segment ends.
	 *
	 * @param upper has the upper bytes, from index 0 on
	 * @param count number of values
	 * @param to    gets the values; all are 0 so far
	 * @param first index of the first one
	 * @param step  from one value to the next
	 * @return how many had a lower byte
	 */
	int decodeLower(byte[] upper, int count, short[] to, int first, int step) {
		int out = restLower(upper, 0, count, to, first, step);
		while (out < count && nextRun()) {
			out = restLower(upper, out, count, to, first, step);
		}
		return out;
	}

	/** Takes the head of a run. {@return whether there is one} */
	private boolean nextRun() {
		while (in + 1 < end) {
			int control = from[in++];
			if (control != NOTHING) {
				literal = control >= 0;
				left = literal ? Math.min(control + 1, end - in) : 1 - control;
				return true;
			}
		}
		return false;
	}

	/** Takes what is left of a run, as far as there is room. {@return the index after the last byte} */
	private int rest(byte[] to, int out, int limit) {
		int count = Math.min(left, limit - out);
		if (count > 0) {
			if (literal) {
				System.arraycopy(from, in, to, out, count);
			} else {
				Arrays.fill(to, out, out + count, from[in]);
			}
			taken(count);
		}
		return out + count;
	}

	private int restLower(byte[] upper, int out, int limit, short[] to, int first, int step) {
		int count = Math.min(left, limit - out);
		int at = first + out * step;
		if (literal) {
			if (step == 1) {
				join(upper, out, from, in, to, at, count);
			} else {
				for (int i = 0; i < count; i++) {
					to[at + i * step] = (short) (upper[out + i] << Byte.SIZE | from[in + i] & 0xFF);
				}
			}
		} else if (count > 0) {
			int lower = from[in] & 0xFF;
			if (lower != 0 || !Arrays.equals(upper, out, out + count, ZEROS, 0, count)) {
				for (int i = 0; i < count; i++) {
					to[at + i * step] = (short) (upper[out + i] << Byte.SIZE | lower);
				}
			}
		}
		taken(count);
		return out + count;
	}

	private static void join(byte[] upper, int high, byte[] lower, int low, short[] to, int at, int count) {
		for (int i = 0; i < count; i++) {
			to[at + i] = (short) (upper[high + i] << Byte.SIZE | lower[low + i] & 0xFF);
		}
	}

	/** The byte of a run that is all the same is behind it only when the run has ended. */
	private void taken(int count) {
		left -= count;
		if (literal) {
			in += count;
		} else if (left == 0 && count > 0) {
			in++;
		}
	}
}
