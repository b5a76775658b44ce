package org.dicompreview.codec.internal.jpegls;

import java.util.Arrays;

import org.dicompreview.codec.internal.stream.BitReader;
import org.dicompreview.codec.internal.stream.Stuffing;

/**
 * What the decoding of lines has in common (T.87 annex A): the state, runs, and the code words of unusual length. A line
 * is an array of {@code width + 2} values: at index 0 the value that counts as the left neighbour of the first one, then
 * the line, then a repetition of the last value. For one thread.
 */
abstract class LineDecoder {

	final BitReader bits = new BitReader(Stuffing.BIT);
	final Contexts contexts = new Contexts();
	final LsParameters parameters;
	/** Region -4 to 4 of each gradient, from {@code -maxVal} on. */
	final byte[] regions;
	final int maxVal;
	final int near;
	final int step;
	final int range;
	final int errorBits;
	final int limit;
	/** Set when the data cannot be those of an image. */
	boolean corrupt;

	private int runIndex;

	LineDecoder(LsParameters parameters) {
		this.parameters = parameters;
		maxVal = parameters.maxVal();
		near = parameters.near();
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
			int from = Math.min(starts[region - 1], zero + 1);
			int to = Math.max(from, starts[region]);
			Arrays.fill(result, zero + from, zero + to, (byte) region);
			Arrays.fill(result, zero - to + 1, zero - from + 1, (byte) -region);
		}
		return result;
	}

	/** Begins a scan or restart interval. */
	void begin(byte[] data, int from, int to) {
		bits.reset(data, from, to);
		contexts.reset(range);
		runIndex = 0;
		corrupt = false;
	}

	/**
	 * Decodes a line of one component.
	 *
	 * @param above the line above; index 0 to {@code width + 1}
	 * @param line  gets the line; index 0 is filled in
	 * @param width number of values
	 */
	abstract void decode(int[] above, int[] line, int width);

	/** Sets how long the next run is assumed to be (RUNindex, kept for each component). */
	final void runIndex(int index) {
		runIndex = index;
	}

	final int runIndex() {
		return runIndex;
	}

	/**
	 * Decodes a run of the left neighbour and the value that ends it.
	 *
	 * @param above the line above
	 * @param line  gets the run
	 * @param at    index of the first value of the run
	 * @param width number of values of the line
	 * @return the index of the value that interrupted the run, {@code width + 1} if the line ended it
	 */
	final int run(int[] above, int[] line, int at, int width) {
		int value = line[at - 1];
		int end = at + runLength(width + 1 - at);
		Arrays.fill(line, at, end, value);
		if (end <= width) {
			line[end] = interruption(value, above[end]);
			shortenRuns();
		}
		return end;
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

	private int interruption(int left, int above) {
		if (Math.abs(left - above) <= near) {
			return reconstruct(left, interruptionError(1));
		}
		int error = interruptionError(0);
		return reconstruct(above, left > above ? -error : error);
	}

	/** {@return the error of a value that ends a run (T.87 A.7.2)} @param type RItype */
	final int interruptionError(int type) {
		Contexts c = contexts;
		int count = c.runCount[type];
		int magnitude = c.runMagnitude[type];
		int k = Contexts.order(count, type == 0 ? magnitude : magnitude + (count >> 1));
		int mapped = golomb(k, limit - Contexts.RUN_ORDERS[runIndex] - 1);
		int even = mapped + type;
		boolean odd = (even & 1) != 0;
		int size = even + 1 >> 1;
		boolean negative = size != 0 && odd == (k != 0 || 2 * c.runNegative[type] >= count);
		if (negative) {
			c.runNegative[type]++;
		}
		magnitude += mapped + 1 - type >> 1;
		if (count == parameters.reset()) {
			magnitude >>= 1;
			count >>= 1;
			c.runNegative[type] >>= 1;
		}
		c.runMagnitude[type] = magnitude;
		c.runCount[type] = count + 1;
		return negative ? -size : size;
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

	/**
	 * {@return the number in the next code word of limited length (T.87 A.5.3)}
	 *
	 * @param k        Golomb parameter
	 * @param longest bits of the longest code word
	 */
	final int golomb(int k, int longest) {
		int escape = longest - errorBits - 1;
		int zeros = 0;
		while (true) {
			bits.fill();
			int leading = Long.numberOfLeadingZeros(bits.accumulator());
			if (leading < bits.count()) {
				zeros += leading;
				bits.update(bits.accumulator() << leading << 1, bits.count() - leading - 1);
				break;
			}
			zeros += bits.count();
			bits.update(0, 0);
			if (zeros > escape) {
				break;
			}
		}
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
