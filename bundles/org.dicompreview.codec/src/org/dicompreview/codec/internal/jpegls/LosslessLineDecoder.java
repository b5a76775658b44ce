package org.dicompreview.codec.internal.jpegls;

import org.dicompreview.codec.internal.stream.BitReader;

/**
 * Lines of lossless scans whose MAXVAL is a power of two less 1: nearly all there are, so this is written for speed. One
 * loop with all state in local variables and no branch that depends on the values, apart from runs and rare code words.
 */
final class LosslessLineDecoder extends LineDecoder {

	LosslessLineDecoder(LsParameters parameters) {
		super(parameters);
	}

	@Override
	void decode(int[] above, int[] line, int width) {
		BitReader reader = bits;
		byte[] region = regions;
		int[] next = contexts.next;
		int[] magnitudes = contexts.magnitude;
		int[] biases = contexts.bias;
		int[] counts = contexts.count;
		int max = maxVal;
		int reset = parameters.reset();
		int escape = limit - errorBits - 1;
		int largest = 2 * range;
		int excess = 0;
		long acc = reader.accumulator();
		int held = reader.count();

		line[0] = above[1];
		int left = above[1];
		int corner = above[0];
		int top = above[1];
		int region2 = region[top - corner + max];
		for (int x = 1; x <= width; x++) {
			int topRight = above[x + 1];
			int region1 = region[topRight - top + max];
			int signed = 9 * (9 * region1 + region2) + region[corner - left + max];
			if (signed == 0) {
				reader.update(acc, held);
				x = run(above, line, x, width);
				acc = reader.accumulator();
				held = reader.count();
				if (x > width) {
					break;
				}
				left = line[x];
				corner = above[x];
				top = above[x + 1];
				region2 = region[top - corner + max];
				continue;
			}
			int sign = signed >> 31;
			int q = (signed ^ sign) - sign;
			int prepared = next[q];
			int k = prepared & 31;

			if (held < BitReader.FILLED) {
				reader.update(acc, held);
				reader.fill();
				acc = reader.accumulator();
				held = reader.count();
			}
			int mapped;
			int zeros = Long.numberOfLeadingZeros(acc);
			if (zeros + k < BitReader.FILLED && zeros < escape) {
				acc <<= zeros + 1;
				mapped = (zeros << k) + (int) (acc >>> 1 >>> 63 - k);
				acc <<= k;
				held -= zeros + 1 + k;
				excess |= largest - mapped;
			} else {
				reader.update(acc, held);
				mapped = golomb(k, limit);
				acc = reader.accumulator();
				held = reader.count();
			}
			int error = mapped >>> 1 ^ -(mapped & 1) ^ prepared << 24 >> 31;

			int high = Math.max(left, top);
			int low = Math.min(left, top);
			int prediction = Math.max(low, Math.min(high, left + top - corner)) + ((prepared >> 8 ^ sign) - sign);
			prediction = Math.max(0, Math.min(max, prediction));
			int value = prediction + ((error ^ sign) - sign) & max;
			line[x] = value;

			int count = counts[q];
			int magnitude = magnitudes[q] + Math.abs(error);
			int bias = biases[q] + error;
			if (count == reset) {
				count >>= 1;
				magnitude >>= 1;
				bias >>= 1;
			}
			count++;
			int tooLow = bias + count - 1 >> 31;
			int tooHigh = -bias >> 31;
			bias = Math.min(0, Math.max(1 - count, bias + (count & tooLow) - (count & tooHigh)));
			int correction = Math.max(-128, Math.min(127, (prepared >> 8) + tooLow - tooHigh));
			int order = Contexts.order(count, magnitude);
			int flipped = 2 * bias + count - 1 & order - 1;
			next[q] = correction << 8 | flipped >>> 24 & 0x80 | order;
			counts[q] = count;
			magnitudes[q] = magnitude;
			biases[q] = bias;

			left = value;
			corner = top;
			top = topRight;
			region2 = region1;
		}
		reader.update(acc, held);
		line[width + 1] = line[width];
		corrupt |= excess < 0;
	}
}
