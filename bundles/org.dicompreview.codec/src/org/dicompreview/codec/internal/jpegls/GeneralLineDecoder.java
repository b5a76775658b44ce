package org.dicompreview.codec.internal.jpegls;

/** Lines of any scan: near-lossless, any MAXVAL, and the values of single pixels for sample interleaving. */
final class GeneralLineDecoder extends LineDecoder {

	GeneralLineDecoder(LsParameters parameters) {
		super(parameters);
	}

	@Override
	void decode(int[] above, int[] line, int width) {
		line[0] = above[1];
		for (int x = 1; x <= width; x++) {
			int context = context(above, line, x);
			if (context == 0) {
				x = run(above, line, x, width);
			} else {
				line[x] = value(above, line, x, context);
			}
		}
		line[width + 1] = line[width];
	}

	/** {@return the signed context of the gradients around a value; 0 where a run begins} */
	int context(int[] above, int[] line, int x) {
		int corner = above[x - 1];
		int top = above[x];
		byte[] region = regions;
		return 81 * region[above[x + 1] - top + maxVal] + 9 * region[top - corner + maxVal]
				+ region[corner - line[x - 1] + maxVal];
	}

	/** {@return the value at {@code x}} */
	int value(int[] above, int[] line, int x, int context) {
		int sign = context >> 31;
		int q = (context ^ sign) - sign;
		int left = line[x - 1];
		int top = above[x];
		int prepared = contexts.next[q];
		int error = error(prepared & 31);
		error ^= prepared << 24 >> 31;
		int high = Math.max(left, top);
		int low = Math.min(left, top);
		int prediction = Math.max(low, Math.min(high, left + top - above[x - 1])) + ((prepared >> 8 ^ sign) - sign);
		learn(q, prepared >> 8, error);
		return reconstruct(Math.max(0, Math.min(maxVal, prediction)), (error ^ sign) - sign);
	}

	private int error(int k) {
		bits.fill();
		int mapped;
		int zeros = Long.numberOfLeadingZeros(bits.accumulator());
		if (zeros + k < 32 && zeros < limit - errorBits - 1) {
			bits.skip(zeros + 1);
			mapped = (zeros << k) + (int) (bits.accumulator() >>> 1 >>> 63 - k);
			bits.skip(k);
			corrupt |= mapped > 2 * range;
		} else {
			mapped = golomb(k, limit);
		}
		return mapped >>> 1 ^ -(mapped & 1);
	}

	private void learn(int q, int correction, int error) {
		Contexts c = contexts;
		int count = c.count[q];
		int magnitude = c.magnitude[q] + Math.abs(error);
		int bias = c.bias[q] + error * step;
		if (count == parameters.reset()) {
			count >>= 1;
			magnitude >>= 1;
			bias >>= 1;
		}
		count++;
		int corrected = correction;
		if (bias <= -count) {
			bias = Math.max(bias + count, 1 - count);
			corrected = Math.max(-128, correction - 1);
		} else if (bias > 0) {
			bias = Math.min(bias - count, 0);
			corrected = Math.min(127, correction + 1);
		}
		int order = Contexts.order(count, magnitude);
		int flipped = near == 0 && order == 0 && 2 * bias <= -count ? 0x80 : 0;
		c.next[q] = corrected << 8 | flipped | order;
		c.count[q] = count;
		c.magnitude[q] = magnitude;
		c.bias[q] = bias;
	}
}
