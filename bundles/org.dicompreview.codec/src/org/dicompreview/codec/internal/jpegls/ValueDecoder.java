package org.dicompreview.codec.internal.jpegls;

import java.util.Arrays;

/** Decodes single values and run lengths, and keeps what was learnt (T.87 annex A). For one thread. */
class ValueDecoder {

	final ClearBits bits = new ClearBits();
	final Contexts contexts = new Contexts();
	final LsParameters parameters;
	/** Region -4 to 4 of each gradient, from {@code -maxVal} on. */
	final byte[] regions;
	final int maxVal;
	final int reset;

	private final int near;
	private final int step;
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
		contexts.reset(range);
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
		return corrupt || bits.overrun();
	}

	/** Notes that the data cannot come from an image. */
	final void fail() {
		corrupt = true;
	}

	/**
	 * Computes the part of the contexts of a line that depends on the line above alone: {@code 81 Q1 + 9 Q2}.
	 *
	 * @param above  the line above: its values from index 1 to {@code width}, and what counts as its continuation there
	 * @param corner what comes before its first value
	 * @param to     gets the parts from index 1 on
	 */
	final void contextsFromAbove(int[] above, int corner, int[] to, int width) {
		int top = above[1];
		int second = regions[top - corner + maxVal];
		for (int x = 1; x <= width; x++) {
			int right = above[x + 1];
			int first = regions[right - top + maxVal];
			to[x] = 9 * (9 * first + second);
			second = first;
			top = right;
		}
	}

	/** {@return the value for its neighbours and their context, which is not 0 in lines that have runs} */
	final int value(int left, int top, int corner, int context) {
		int sign = context >> 31;
		int prepared = contexts.model[Contexts.ZERO + context];
		int mapped = mapped(prepared & Contexts.ORDER);
		int error = mapped >>> 1 ^ -((mapped ^ prepared >> Contexts.FLIPPED) & 1);
		int high = Math.max(left, top);
		int low = Math.min(left, top);
		int prediction = Math.max(low, Math.min(high, left + top - corner)) + (prepared >> 8);
		contexts.learn((context ^ sign) - sign, error, step, near == 0, reset);
		return reconstruct(Math.max(0, Math.min(maxVal, prediction)), (error ^ sign) - sign);
	}

	private int mapped(int k) {
		long word = ClearBits.at(bits.bytes, bits.position);
		int zeros = Long.numberOfLeadingZeros(word);
		if (zeros >= LineDecoder.QUICK) {
			return golomb(k, limit);
		}
		int taken = zeros + k;
		bits.position += taken + 1;
		return (zeros - 1 << k) + (int) (word >>> 63 - taken);
	}

	/** {@return how often the left neighbour is repeated, at most {@code most}} */
	final int runLength(int most) {
		int length = 0;
		while (bits.read(1) == 1) {
			int whole = 1 << Contexts.RUN_ORDERS[runIndex];
			if (whole > most - length) {
				return most;
			}
			length += whole;
			runIndex = Math.min(runIndex + 1, Contexts.RUN_ORDERS.length - 1);
			if (length == most) {
				return most;
			}
		}
		length += bits.read(Contexts.RUN_ORDERS[runIndex]);
		if (length >= most) {
			corrupt = true;
			return most;
		}
		return length;
	}

	/** Notes that a run was interrupted. */
	final void shortenRuns() {
		runIndex = Math.max(0, runIndex - 1);
	}

	/** {@return the value that ends a run, where only one component is coded} */
	final int interruption(int left, int top) {
		if (Math.abs(left - top) <= near) {
			return reconstruct(left, interruptionError(1));
		}
		return interruptionOfAll(left, top);
	}

	/** {@return the value of one of several components, the run of all of which ends} */
	final int interruptionOfAll(int left, int top) {
		int error = interruptionError(0);
		return reconstruct(top, left > top ? -error : error);
	}

	/** The error of a value that ends a run (T.87 A.7.2), by RItype. */
	private int interruptionError(int type) {
		Contexts c = contexts;
		int count = c.runCount[type];
		int magnitude = c.runMagnitude[type];
		int k = Contexts.order(count, type == 0 ? magnitude : magnitude + (count >> 1));
		int mapped = golomb(k, limit - Contexts.RUN_ORDERS[runIndex] - 1);
		boolean odd = (mapped + type & 1) != 0;
		int size = mapped + type + 1 >> 1;
		boolean negative = size != 0 && odd == (k != 0 || 2 * c.runNegative[type] >= count);
		if (negative) {
			c.runNegative[type]++;
		}
		magnitude += mapped + 1 - type >> 1;
		if (count == reset) {
			magnitude >>= 1;
			count >>= 1;
			c.runNegative[type] >>= 1;
		}
		c.runMagnitude[type] = magnitude;
		c.runCount[type] = count + 1;
		return negative ? -size : size;
	}

	private int reconstruct(int prediction, int error) {
		int value = prediction + error * step;
		if (value < -near) {
			value += range * step;
		} else if (value > maxVal + near) {
			value -= range * step;
		}
		return Math.max(0, Math.min(maxVal, value));
	}

	/** The number in the next code word of limited length (T.87 A.5.3) for Golomb parameter {@code k}. */
	private int golomb(int k, int longest) {
		int escape = longest - errorBits - 1;
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
