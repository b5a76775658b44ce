package org.dicompreview.codec.internal.j2k;

import java.util.Arrays;

/**
 * The MQ decoder of ISO/IEC 15444-1 annex C. The bytes are freed of stuffing beforehand, so that 32 bits can be fetched at
 * a time; a context holds the probability, both successors and the more probable symbol in one long; and a symbol is
 * decoded without a branch but the one for fetching bits, because no other could be foreseen. Interval, code register and
 * probability have the same scale: 16 bits above {@link #FRACTION} others. {@link BlockPasses} repeats the steps of
 * {@link #decode} where it needs them, with all fields in local variables.
 */
final class ArithmeticDecoder {

	/** Bits of the code register below the 16 that are compared with probabilities. */
	static final int FRACTION = 46;
	/** Where the probability stands in a state. */
	static final long PROBABILITY = 0xFFFFL << FRACTION;
	/** Leading zeros of an interval that needs no renormalisation. */
	static final int LEADING = 2;
	/** Most bits that one symbol shifts out. */
	static final int LONGEST_SHIFT = 15;
	/** By how far 32 fetched bits are shifted up less those that are still there. */
	static final int FETCH = FRACTION - Integer.SIZE;
	static final long WORD = 0xFFFFFFFFL;

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

	/** States: probability, successors (bits 8-14 if the less probable symbol comes, else 1-7), more probable symbol. */
	static final long[] STATES = states();

	/** For each context its state. */
	final long[] contexts = new long[32];
	long interval;
	long code;
	/** How many bits the code register has below the 16. */
	int ahead;
	/** The bits of the segment, then ones: the last word serves for all behind it. */
	int[] words = new int[1024];
	int next;
	int last;
	private int bits;

	private static long[] states() {
		long[] result = new long[128]; // a power of two spares the check of indices
		for (int i = 0; i < ESTIMATES.length; i++) {
			int less = ESTIMATES[i] >> 8 & 0xFF;
			int more = ESTIMATES[i] & 0xFF;
			int flip = (int) (SWITCHES >> i & 1);
			for (int symbol = 0; symbol < 2; symbol++) {
				result[2 * i + symbol] = (long) (ESTIMATES[i] >>> 16) << FRACTION | (2 * less + (symbol ^ flip)) << 8
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
		code = (words[0] & WORD) << FETCH + LONGEST_SHIFT;
		ahead = Integer.SIZE - LONGEST_SHIFT;
		next = 1;
		interval = 0x8000L << FRACTION;
	}

	/** {@return whether symbols were decoded from more bits than the segment has} */
	boolean isExhausted() {
		return (long) next * Integer.SIZE - ahead > bits;
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

	/** Takes the fields back from a pass that held them in local variables. */
	void leave(long newInterval, long newCode, int newAhead, int newNext) {
		interval = newInterval;
		code = newCode;
		ahead = newAhead;
		next = newNext;
	}

	/** {@return the next symbol of a context} */
	int decode(int context) {
		long state = contexts[context];
		long q = state & PROBABILITY;
		long a = interval - q;
		long c = code - q;
		long lower = c >> 63; // all ones if the code lies in the lower part of the interval
		long less = a - q >> 63 ^ lower; // all ones if the symbol is the less probable one
		a ^= (a ^ q) & lower;
		c += q & lower;
		int shift = Long.numberOfLeadingZeros(a) - LEADING;
		long after = STATES[(int) (state >>> 1 + (7 & (int) less)) & 0x7F]; // loaded in any case, which spares a branch
		contexts[context] = shift == 0 ? state : after;
		interval = a << shift;
		code = c << shift;
		ahead -= shift;
		if (ahead < LONGEST_SHIFT) {
			code |= (words[Math.min(next++, last)] & WORD) << FETCH - ahead;
			ahead += Integer.SIZE;
		}
		return (int) (state ^ less) & 1;
	}
}
