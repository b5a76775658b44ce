package org.dicompreview.codec.internal.jpeg;

/**
 * The inverse DCT of blocks (T.81 A.3.3), at full or reduced size. Coefficients come two and two in a {@code long}: index
 * {@code 4 * row + column / 2} holds {@code left + right * 2^32}. For one thread.
 */
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

	/** {@return the samples, rows of 8 of which the first are used, limited to their range; each unsigned} */
	short[] values();

	/** {@return an array for the 8 rows of a block of bytes, for whoever has none} */
	long[] rows();

	/** {@return the sample, limited to its range, that all of a block have if all coefficients but the first are 0} */
	int flat(long first);

	/**
	 * Transforms a block into {@link #values()}.
	 *
	 * @param block   coefficients
	 * @param nonZero which but the first may be other than 0: bit 8 * row + column
	 */
	void transform(long[] block, long nonZero);

	/**
	 * Transforms a block of up to 8 bits into bytes. The values may or may not be in {@link #values()} afterwards.
	 *
	 * @param block   coefficients
	 * @param nonZero which but the first may be other than 0: bit 8 * row + column
	 * @param rows    gets the samples, a row in an element, the left one in the lowest byte
	 */
	default void transform(long[] block, long nonZero, long[] rows) {
		transform(block, nonZero);
		pack(rows);
	}

	/** Brings {@link #values()} of up to 8 bits into bytes. @param rows as for {@link #transform(long[], long, long[])} */
	default void pack(long[] rows) {
		short[] values = values();
		for (int i = 0, row = 0; row < rows.length; i += 8, row++) {
			int left = values[i] | values[i + 1] << 8 | values[i + 2] << 16 | values[i + 3] << 24;
			int right = values[i + 4] | values[i + 5] << 8 | values[i + 6] << 16 | values[i + 7] << 24;
			rows[row] = left & 0xFFFFFFFFL | (long) right << 32;
		}
	}
}
