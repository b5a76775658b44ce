package org.dicompreview.codec.internal.j2k;

import java.util.Arrays;

/**
 * The MQ decoder of ISO/IEC 15444-1 annex C. Three things make it fast: the bytes are freed of stuffing beforehand, so
 * that 32 bits can be fetched at a time; an entry of the probability table holds the probability, both successors and
 * the more probable symbol in one int; and what the interval and the code register can both lose before anything has to
 * be done ({@code room}) is kept apart from them, so that most symbols cost a subtraction and a comparison:
 *
 * <pre>
 * int state = mq.contexts[k];
 * int bit = state &amp; 1;
 * room -= state &gt;&gt;&gt; 16;
 * if (room &lt; 0) { room = mq.exchange(k, state, room); bit = mq.bit; }
 * </pre>
 */
final class ArithmeticDecoder {

	/** Bits of the code register below the 16 that are compared with probabilities. */
	private static final int FRACTION = 46;
	/** Most bits that one symbol shifts out. */
	private static final int LONGEST_SHIFT = 15;
	private static final int HALF = 0x8000;

	/** Probability, next if less probable, next if more probable: ISO/IEC 15444-1 table C.2; bit 15 says switch. */
	private static final int[] ESTIMATES = {
			0x56010101, 0x34010602, 0x18010903, 0x0AC10C04, 0x05211D05, 0x02212126, 0x56010607, 0x54010E08, 0x48010E09,
			0x38010E0A, 0x3001110B, 0x2401120C, 0x1C01140D, 0x1601151D, 0x56010E0F, 0x54010E10, 0x51010F11, 0x48011012,
			0x38011113, 0x34011214, 0x30011315, 0x28011316, 0x24011417, 0x22011518, 0x1C011619, 0x1801171A, 0x1601181B,
			0x1401191C, 0x12011A1D, 0x11011B1E, 0x0AC11C1F, 0x09C11D20, 0x08A11E21, 0x05211F22, 0x04412023, 0x02A12124,
			0x02212225, 0x01412326, 0x01112427, 0x00852528, 0x00492629, 0x0025272A, 0x0015282B, 0x0009292C, 0x00052A2D,
			0x00012B2D, 0x56012E2E };

	/** Estimates whose less probable symbol becomes the more probable one when it occurs. */
	private static final long SWITCHES = 1L | 1L << 6 | 1L << 14;

	private static final int[] STATES = states();

	/** For each context its state: probability (bits 16-31), successors (8-14 and 1-7), more probable symbol (0). */
	final int[] contexts = new int[19];
	/** The symbol that {@link #exchange} decoded. */
	int bit;
	/** What was left of {@code room} between two passes. */
	int room;

	private int[] words = new int[1024];
	private int bits;
	private int last;
	private int next;
	private int interval;
	private long code;
	private int ahead;

	private static int[] states() {
		int[] result = new int[ESTIMATES.length * 2];
		for (int i = 0; i < ESTIMATES.length; i++) {
			int less = ESTIMATES[i] >> 8 & 0xFF;
			int more = ESTIMATES[i] & 0xFF;
			int flip = (int) (SWITCHES >> i & 1);
			for (int symbol = 0; symbol < 2; symbol++) {
				result[2 * i + symbol] = ESTIMATES[i] & 0xFFFF0000 | (2 * less + (symbol ^ flip)) << 8
						| (2 * more + symbol) << 1 | symbol;
			}
		}
		return result;
	}

	/** Puts all contexts into their first states (ISO/IEC 15444-1 table D.7). */
	void resetContexts() {
		Arrays.fill(contexts, STATES[0]);
		contexts[Contexts.RUN_LENGTH] = STATES[3 * 2];
		contexts[Contexts.UNIFORM] = STATES[46 * 2];
		contexts[0] = STATES[4 * 2];
	}

	/** Begins a codeword segment. */
	void start(byte[] bytes, int from, int to) {
		unstuff(bytes, from, to);
		code = (words[0] & 0xFFFFFFFFL) << FRACTION + LONGEST_SHIFT - Integer.SIZE;
		ahead = Integer.SIZE - LONGEST_SHIFT;
		next = 1;
		interval = HALF;
		room = 0;
	}

	/** {@return whether symbols were decoded after the segment's bytes were used up} */
	boolean isExhausted() {
		return (long) next * Integer.SIZE - ahead > bits + Integer.SIZE;
	}

	/** Joins the bits of the segment: after FF a byte has seven, and its first bit is a carry. Then ones follow. */
	private void unstuff(byte[] bytes, int from, int to) {
		if (words.length < (to - from) / 4 + 3) {
			words = new int[(to - from) / 4 + 3];
		}
		int[] out = words;
		int count = 0;
		long pending = 0;
		int held = 0;
		int before = 0;
		for (int i = from; i < to; i++) {
			int value = bytes[i] & 0xFF;
			if (before != 0xFF) {
				pending = pending << 8 | value;
				held += 8;
			} else if (value > 0x8F) {
				break;
			} else {
				pending = (pending << 7) + value;
				held += 7;
				if (pending >>> held != 0) {
					pending ^= 1L << held;
					carry(out, count);
				}
			}
			before = value;
			if (held >= Integer.SIZE) {
				held -= Integer.SIZE;
				out[count++] = (int) (pending >>> held);
				pending &= (1L << held) - 1;
			}
		}
		bits = count * Integer.SIZE + held;
		out[count++] = (int) (pending << Integer.SIZE - held) | (int) (0xFFFFFFFFL >>> held);
		out[count] = -1;
		last = count;
	}

	private static void carry(int[] out, int count) {
		int i = count;
		while (--i >= 0 && ++out[i] == 0) { // goes on to the next word
		}
	}

	/**
	 * Decodes a symbol for which there was no room: renormalises the interval and adapts the context.
	 *
	 * @param context its index
	 * @param state   its state
	 * @param lack    what room would be, below 0
	 * @return the new room; the symbol is in {@link #bit}
	 */
	int exchange(int context, int state, int lack) {
		int a = interval + lack;
		long c = code + ((long) lack << FRACTION);
		int q = state >>> 16;
		int less = a - q >>> 31; // conditional exchange
		if (c < 0) {
			c += (long) q << FRACTION;
			a = q;
			less ^= 1;
		}
		bit = state & 1 ^ less;
		contexts[context] = STATES[state >>> 1 + 7 * less & 0x7F];
		int shift = Integer.numberOfLeadingZeros(a) - 16;
		a <<= shift;
		c <<= shift;
		int left = ahead - shift;
		if (left < LONGEST_SHIFT) {
			c |= (words[Math.min(next++, last)] & 0xFFFFFFFFL) << FRACTION - Integer.SIZE - left;
			left += Integer.SIZE;
		}
		ahead = left;
		int free = Math.min(a - HALF, (int) (c >>> FRACTION));
		interval = a - free;
		code = c - ((long) free << FRACTION);
		return free;
	}

	/** Decodes a symbol where speed does not matter. */
	int decode(int context) {
		int state = contexts[context];
		room -= state >>> 16;
		if (room >= 0) {
			return state & 1;
		}
		room = exchange(context, state, room);
		return bit;
	}
}
