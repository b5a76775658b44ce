package org.dicompreview.codec.internal.jpegls;

/**
 * Lines of lossless scans whose MAXVAL is a power of two less 1 and whose RESET is the usual one: nearly all there are,
 * so this is written for speed. One loop without calls or branches that depend on the values, so that its state stays in
 * registers; what the next value waits for (left neighbour, context, code word) is kept shortest.
 */
final class LosslessLineDecoder extends LineDecoder {

	private final int largestSum;

	LosslessLineDecoder(LsParameters parameters) {
		super(parameters);
		largestSum = parameters.reset() * parameters.range();
	}

	/** {@return whether this can decode scans with such parameters} */
	static boolean suits(LsParameters parameters) {
		return parameters.near() == 0 && (parameters.maxVal() & parameters.maxVal() + 1) == 0
				&& parameters.reset() == LsParameters.DEFAULT_RESET;
	}

	@Override
	int decodeQuickly(int[] row, int from, int width) {
		byte[] regions = this.regions;
		int[] model = contexts.model;
		int[] partOfContext = this.partOfContext;
		byte[] data = bits.bytes;
		long position = bits.position;
		int max = maxVal;
		int corner = this.corner;
		int left = row[from - 1];
		int x = from;
		for (; x <= width; x++) {
			int context = partOfContext[x] + regions[corner - left + max];
			long word = ClearBits.at(data, position);
			int zeros = Long.numberOfLeadingZeros(word);
			if (context == 0 || zeros >= QUICK) {
				break;
			}
			int prepared = model[Contexts.ZERO + context];
			int k = prepared & Contexts.ORDER;
			int taken = zeros + k;
			int mapped = (zeros - 1 << k) + (int) (word >>> 63 - taken);
			position += taken + 1;
			int error = mapped >>> 1 ^ -((mapped ^ prepared >> Contexts.FLIPPED) & 1);

			int top = row[x];
			int high = Math.max(left, top);
			int low = Math.min(left, top);
			int prediction = Math.max(low, Math.min(high, left + top - corner)) + (prepared >> 8);
			int sign = context >> 31;
			left = Math.max(0, Math.min(max, prediction)) + ((error ^ sign) - sign) & max;
			row[x] = left;
			corner = top;

			// from here on as in Contexts.learn
			int q = (context ^ sign) - sign;
			int at = Contexts.STATISTICS + 4 * q;
			int sum = model[at] + Math.abs(error);
			int drift = model[at + 1] + error;
			int count = model[at + 2];
			if (count == LsParameters.DEFAULT_RESET) {
				if (sum > largestSum) {
					fail();
				}
				sum >>= 1;
				drift >>= 1;
				count >>= 1;
			}
			count++;
			int below = drift + count - 1 >> 31;
			int above = -drift >> 31;
			drift = Math.min(0, Math.max(1 - count, drift + (count & below) - (count & above)));
			int correction = ((prepared >> 8 ^ sign) - sign) + below - above;
			if (correction != (byte) correction) {
				correction -= correction >> 31 | 1;
			}
			int order = Contexts.order(count, sum);
			int parameters = (2 * drift + count - 1 & order - 1) >>> 31 << Contexts.FLIPPED | order;
			model[Contexts.ZERO + q] = parameters + (correction << 8);
			model[Contexts.ZERO - q] = parameters - (correction << 8);
			model[at] = sum;
			model[at + 1] = drift;
			model[at + 2] = count;
		}
		bits.position = position;
		this.corner = corner;
		return x;
	}
}
