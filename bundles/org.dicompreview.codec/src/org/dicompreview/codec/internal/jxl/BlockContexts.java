package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;

/**
 * Which contexts the coefficients of a block have by its kind, quantiser and low frequencies (ISO/IEC 18181-1, G.1.5,
 * I.2.2).
 */
final class BlockContexts {

	/** Contexts of the number of coefficients that are not 0, for each context of a block. */
	static final int NON_ZEROS = 37;
	/** Contexts of coefficients, for each context of a block. */
	static final int COEFFICIENTS = 458;

	private static final int MAX_COMBINATIONS = 64;
	private static final int MAX_CONTEXTS = 16;
	private static final byte[] USUAL = { 0, 1, 2, 2, 3, 3, 4, 5, 6, 6, 6, 6, 6, 7, 8, 9, 9, 10, 11, 12, 13, 14, 14, 14,
			14, 14, 7, 8, 9, 9, 10, 11, 12, 13, 14, 14, 14, 14, 14 };
	private static final int[] BY_PLACE = new int[64];
	private static final int[] BY_COUNT = new int[64];

	static {
		for (int i = 1; i < 64; i++) {
			BY_PLACE[i] = i < 16 ? i - 1 : i < 32 ? 15 + (i - 16 >> 1) : 23 + (i - 32 >> 2);
		}
		int[] counts = { 0, 0, 31, 62, 62, 93, 93, 93, 93, 123, 123, 123, 123, 152, 152, 152, 152, 152, 152, 152, 152 };
		for (int i = 0; i < 64; i++) {
			BY_COUNT[i] = i < counts.length ? counts[i] : i < 33 ? 180 : 206;
		}
	}

	/** Thresholds of the low frequencies of X, Y and B. */
	private final int[][] lfThresholds = new int[3][0];
	private int[] quantThresholds = {};
	private byte[] map = USUAL;
	/** How many contexts there are. */
	int count = 15;

	static BlockContexts read(Bits bits) throws DecodeException {
		BlockContexts result = new BlockContexts();
		if (!bits.flag()) {
			result.readThresholds(bits);
		}
		return result;
	}

	private void readThresholds(Bits bits) throws DecodeException {
		for (int c = 0; c < 3; c++) {
			lfThresholds[c] = new int[bits.read(4)];
			for (int i = 0; i < lfThresholds[c].length; i++) {
				lfThresholds[c][i] = Bits.signed(bits.u32(0, 4, 16, 8, 272, 16, 65808, 32));
			}
		}
		quantThresholds = new int[bits.read(4)];
		for (int i = 0; i < quantThresholds.length; i++) {
			quantThresholds[i] = bits.u32(0, 2, 4, 3, 12, 5, 44, 8) + 1;
		}
		int combinations = lfContexts() * (quantThresholds.length + 1);
		if (combinations > MAX_COMBINATIONS) {
			throw new DecodeException(JxlText.TOO_MANY_BLOCK_CONTEXTS);
		}
		map = new byte[USUAL.length * combinations];
		count = EntropyCode.readClusters(bits, map);
		if (count > MAX_CONTEXTS) {
			throw new DecodeException(JxlText.TOO_MANY_BLOCK_CONTEXTS);
		}
	}

	/** {@return how many kinds of low frequencies are told apart} */
	int lfContexts() {
		return (lfThresholds[0].length + 1) * (lfThresholds[1].length + 1) * (lfThresholds[2].length + 1);
	}

	/** {@return the kind of quantised low frequencies} */
	int lfContext(int x, int y, int b) {
		int context = above(x, lfThresholds[0]);
		context = context * (lfThresholds[2].length + 1) + above(b, lfThresholds[2]);
		return context * (lfThresholds[1].length + 1) + above(y, lfThresholds[1]);
	}

	private static int above(int value, int[] thresholds) {
		int count = 0;
		for (int threshold : thresholds) {
			count += value > threshold ? 1 : 0;
		}
		return count;
	}

	/**
	 * {@return the context of a block}
	 *
	 * @param lfContext the kind of its low frequencies
	 * @param quantizer its quantiser
	 * @param order     the order of its coefficients
	 * @param channel   0 to 2 for X, Y and B
	 */
	int context(int lfContext, int quantizer, int order, int channel) {
		int index = (channel < 2 ? channel ^ 1 : 2) * DctKind.ORDERS + order;
		index = index * (quantThresholds.length + 1) + above(quantizer, quantThresholds);
		return map[index * lfContexts() + lfContext] & 0xFF;
	}

	/** {@return all contexts that coefficients have} */
	int all() {
		return count * (NON_ZEROS + COEFFICIENTS);
	}

	/** {@return the context of the number of coefficients that are not 0} */
	int nonZeros(int predicted, int context) {
		int limited = Math.min(predicted, 64);
		return (limited < 8 ? limited : 4 + limited / 2) * count + context;
	}

	/** {@return the first context of the coefficients of a block} */
	int coefficients(int context) {
		return count * NON_ZEROS + COEFFICIENTS * context;
	}

	/**
	 * {@return the context of a coefficient after the first one of its block}
	 *
	 * @param left     coefficients that are not 0 and still to come
	 * @param place    place of this one
	 * @param log      logarithm of the number of 8 x 8 blocks
	 * @param previous 1 if the one before is not 0
	 */
	static int coefficient(int left, int place, int log, int previous) {
		return (BY_COUNT[left + (1 << log) - 1 >> log] + BY_PLACE[place >> log] << 1) + previous;
	}
}
