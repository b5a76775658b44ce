package org.dicompreview.codec.internal.jpegls;

import java.util.Arrays;

/** Decodes single values and run lengths, and keeps what was learnt (T.87 annex A). For one thread. */
class ValueDecoder {

	/** Code words with fewer leading zeros are shorter than any LIMIT and fit into {@link ClearBits#GIVEN} bits. */
	static final int QUICK = 16;
	/** Bits 1 of a run that are looked at together: as many as leave room for the length of the rest. */
	private static final int RUN_BITS = ClearBits.GIVEN - 17;

	final ClearBits bits = new ClearBits();
	final Contexts contexts = new Contexts();
	final LsParameters parameters;
	/** Region -4 to 4 of each gradient, from {@code -maxVal} on. */
	final byte[] regions;
	final int maxVal;
	final int near;
	final int step;
	final int reset;

	private final int range;
	private final int errorBits;
	private final int limit;
	private int runIndex;
	private boolean corrupt;

	ValueDecoder(LsParameters parameters) {
		this.parameters = parameters;
		maxVal = parameters.maxVal();
		near = parameters.near();
		reset = parameters.reset();
		step = parameters.step();
		range = parameters.range();
		errorBits = parameters.errorBits();
		limit = parameters.limit();
		regions = regions(parameters);
	}

	private static byte[] regions(LsParameters p) {
		byte[] result = new byte[2 * p.maxVal() + 1];
		int zero = p.maxVal();
		int[] starts = { p.near() + 1, p.t1(), p.t2(), p.t3(), p.maxVal() + 1 };
		for (int region = 1; region <= 4; region++) {
			int from = starts[region - 1];
			int to = starts[region];
			Arrays.fill(result, zero + from, zero + to, (byte) region);
			Arrays.fill(result, zero - to + 1, zero - from + 1, (byte) -region);
		}
		return result;
	}

	/** Begins a scan or restart interval with the bytes of {@code data} from index {@code from} to {@code to}. */
	final void begin(byte[] data, int from, int to) {
		bits.load(data, from, to);
		contexts.reset(range, reset);
		runIndex = 0;
		corrupt = false;
	}

	/** Sets how long the next run is assumed to be (RUNindex, kept for each component). */
	final void runIndex(int index) {
		runIndex = index;
	}

	/** {@return how long the next run is assumed to be} */
	final int runIndex() {
		return runIndex;
	}

	/** {@return whether what was decoded cannot come from an image, or the bits have ended} */
	final boolean failed() {
		return corrupt || contexts.overflow() || bits.overrun();
	}

	/**
	 * Computes the part of the contexts of a line that depends on the line above alone: {@code 81 Q1 + 9 Q2}.
	 *
	 * @param above  the line above, of which the values from index {@code from} on are looked at
	 * @param corner the value before that
	 * @param to     gets the parts
	 * @param from   index of the first one
	 * @param end    index after the last one
	 */
	final void contextsFromAbove(int[] above, int corner, int[] to, int from, int end) {
		byte[] regions = this.regions;
		int max = maxVal;
		int top = above[from];
		int second = regions[top - corner + max];
		for (int x = from; x < end; x++) {
			int right = above[x + 1];
			int first = regions[right - top + max];
			to[x] = 9 * (9 * first + second);
			second = first;
			top = right;
		}
	}

	/** {@return the value for its neighbours and their context, which is not 0 in lines that have runs} */
	final int value(int left, int top, int corner, int context) {
		int sign = context >> 31;
		int prepared = contexts.model[Contexts.ZERO + context];
		int mapped = golomb(prepared & Contexts.ORDER, limit);
		int error = mapped >>> 1 ^ -((mapped ^ prepared >> Contexts.FLIPPED) & 1);
		int high = Math.max(left, top);
		int low = Math.min(left, top);
		int prediction = Math.max(low, Math.min(high, left + top - corner)) + (prepared >> 8);
		contexts.learn((context ^ sign) - sign, (prepared >> 8 ^ sign) - sign, error, step, near == 0, reset);
		return reconstruct(Math.max(0, Math.min(maxVal, prediction)), (error ^ sign) - sign);
	}

	/** {@return how often the left neighbour is repeated, at most {@code most}} */
	final int runLength(int most) {
		int length = 0;
		while (!bits.overrun()) {
			long word = ClearBits.at(bits.bytes, bits.position);
			int ones = Long.numberOfLeadingZeros(~word);
			for (int taken = 1; taken <= Math.min(ones, RUN_BITS); taken++) {
				int whole = 1 << Contexts.RUN_ORDERS[runIndex];
				if (whole <= most - length) {
					runIndex = Math.min(runIndex + 1, Contexts.RUN_ORDERS.length - 1);
				}
				length += Math.min(whole, most - length);
				if (length == most) {
					bits.position += taken;
					return most;
				}
			}
			if (ones <= RUN_BITS) {
				int order = Contexts.RUN_ORDERS[runIndex];
				bits.position += ones + 1 + order;
				length += (int) (word << ones + 1 >>> 1 >>> 63 - order);
				corrupt |= length >= most; // the value that interrupts the run lies in the line too
				return Math.min(length, most);
			}
			bits.position += RUN_BITS;
		}
		return most;
	}

	/** Notes that a run was interrupted. */
	final void shortenRuns() {
		runIndex = Math.max(0, runIndex - 1);
	}

	/** {@return the value that ends a run, where only one component is coded} */
	final int interruption(int left, int top) {
		return interruption(left, top, Math.abs(left - top) - near - 1 >>> 31);
	}

	/** {@return the value of one of several components, the run of all of which ends} */
	final int interruptionOfAll(int left, int top) {
		return interruption(left, top, 0);
	}

	/** T.87 A.7.2, without branches that depend on the values. The type is RItype. */
	private int interruption(int left, int top, int type) {
		Contexts c = contexts;
		int count = c.runCount[type];
		int magnitude = c.runMagnitude[type];
		int negatives = c.runNegative[type];
		int k = Contexts.order(count, magnitude + (count >> 1 & -type));
		int mapped = golomb(k, limit - Contexts.RUN_ORDERS[runIndex] - 1);
		int size = mapped + type + 1 >> 1;
		int likelyNegative = (-k | count - 1 - 2 * negatives) >>> 31;
		int negative = (mapped + type + 1 & 1 ^ likelyNegative) & -size >>> 31;
		magnitude += mapped + 1 - type >> 1;
		negatives += negative;
		if (count == reset) {
			magnitude >>= 1;
			count >>= 1;
			negatives >>= 1;
		}
		c.runMagnitude[type] = magnitude;
		c.runCount[type] = count + 1;
		c.runNegative[type] = negatives;
		int minus = -(negative ^ (top - left >>> 31 & ~type));
		return reconstruct(type == 1 ? left : top, (size ^ minus) - minus);
	}

	/** {@return the value for a prediction and a signed error} */
	final int reconstruct(int prediction, int error) {
		int value = prediction + error * step;
		if (value < -near) {
			value += range * step;
		} else if (value > maxVal + near) {
			value -= range * step;
		}
		return Math.max(0, Math.min(maxVal, value));
	}

	/** {@return the number in the next code word for Golomb parameter {@code k}, which may be of any length} */
	final int golomb(int k) {
		return golomb(k, limit);
	}

	private int golomb(int k, int longest) {
		int escape = longest - errorBits - 1;
		long word = ClearBits.at(bits.bytes, bits.position);
		int zeros = Long.numberOfLeadingZeros(word);
		if (zeros >= Math.min(escape, QUICK)) {
			return longGolomb(k, escape);
		}
		int taken = zeros + k;
		bits.position += taken + 1;
		return (zeros - 1 << k) + (int) (word >>> 63 - taken);
	}

	/** A code word of limited length (T.87 A.5.3); with {@code escape} zeros the number itself follows. */
	private int longGolomb(int k, int escape) {
		int zeros = bits.zeros(escape);
		if (zeros > escape) {
			corrupt = true;
			return 0;
		}
		int value = zeros == escape ? bits.read(errorBits) + 1 : (zeros << k) + bits.read(k);
		if (value < 0 || value > 2 * range) {
			corrupt = true;
			return 0;
		}
		return value;
	}
}
