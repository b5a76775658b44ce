package org.dicompreview.codec.internal.jpeg;

/** The inverse DCT of blocks (T.81 A.3.3), at full or reduced size. For one thread. */
sealed interface InverseDct permits FullDct, ReducedDct {

	/**
	 * {@return a transform}
	 *
	 * @param precision bits of a sample, 2-12
	 * @param reduction 0-3: a block becomes 8, 4, 2 or 1 samples wide and high
	 */
	static InverseDct of(int precision, int reduction) {
		return reduction == 0 ? new FullDct(precision) : new ReducedDct(precision, 8 >> reduction);
	}

	/** {@return the samples, rows of 8 of which the first are used, as yet not limited to their range} */
	int[] values();

	/**
	 * Transforms a block into {@link #values()}.
	 *
	 * @param block   coefficients, rows of 8
	 * @param nonZero which but the first may be other than 0: bit 8 * row + column
	 */
	void transform(int[] block, long nonZero);
}
