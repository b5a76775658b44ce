package org.dicompreview.codec.internal.jpegls;

/**
 * Lines of lossless scans whose MAXVAL is a power of two less 1 and whose RESET is the usual one: nearly all there are,
 * so this is written for speed. One loop without calls or branches that depend on the values, so that its state stays
 * in registers; what the next value waits for (left neighbour, context, code word) is kept shortest.
 */
final class LosslessLineDecoder extends LineDecoder {

	LosslessLineDecoder(LsParameters parameters) {
		super(parameters);
	}

	/** {@return whether this can decode scans with such parameters} */
	static boolean suits(LsParameters parameters) {
		return parameters.near() == 0 && (parameters.maxVal() & parameters.maxVal() + 1) == 0
				&& parameters.reset() == LsParameters.DEFAULT_RESET;
	}

	@Override
	int decodeQuickly(int[] row, int from, int end) {
		byte[] regions = this.regions;
		Contexts contexts = this.contexts;
		int[] model = contexts.model;
		int[] partOfContext = this.partOfContext;
		byte[] data = bits.bytes;
		long position = bits.position;
		int max = maxVal;
		int corner = this.corner;
		int left = row[from - 1];
		int x = from;
		for (; x < end; x++) {
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
			contexts.learn((context ^ sign) - sign, (prepared >> 8 ^ sign) - sign, error, 1, true,
					LsParameters.DEFAULT_RESET);
		}
		bits.position = position;
		this.corner = corner;
		return x;
	}
}
