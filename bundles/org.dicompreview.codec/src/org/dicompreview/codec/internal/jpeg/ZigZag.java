package org.dicompreview.codec.internal.jpeg;

import java.util.Arrays;

/** The order in which the coefficients of a block are coded (T.81 figure A.6). */
final class ZigZag {

	/**
	 * For each place in the codestream the index of the coefficient in a block of rows of 8. Places from 64, which only
	 * damaged data reach, have index 64. Not to be changed.
	 */
	static final int[] ORDER = order();

	private ZigZag() {
	}

	private static int[] order() {
		int[] order = new int[128];
		Arrays.fill(order, 64);
		int place = 0;
		for (int diagonal = 0; diagonal < 15; diagonal++) {
			for (int i = Math.max(0, diagonal - 7); i <= Math.min(7, diagonal); i++) {
				boolean up = (diagonal & 1) == 0;
				int row = up ? diagonal - i : i;
				order[place++] = row * 8 + diagonal - row;
			}
		}
		return order;
	}
}
