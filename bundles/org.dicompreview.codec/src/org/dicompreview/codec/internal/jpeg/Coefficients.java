package org.dicompreview.codec.internal.jpeg;

import java.util.Arrays;

/**
 * The coefficients of one component of a progressive image, which several scans complete: rows of blocks, 64 numbers a
 * block in the order of the codestream. A row takes memory as soon as a scan reaches it. Several threads may work on
 * different blocks.
 */
final class Coefficients {

	private static final int NOT_YET = 14;

	private final short[][] rows;
	private final int across;
	/** For each coefficient the lowest bit that is there. */
	private final int[] lowest = new int[64];

	/** Room for so many blocks across and down. */
	Coefficients(int across, int down) {
		this.across = across;
		rows = new short[down][];
		Arrays.fill(lowest, NOT_YET);
	}

	/** {@return number of rows of blocks} */
	int down() {
		return rows.length;
	}

	/** {@return number of blocks in a row} */
	int across() {
		return across;
	}

	/** {@return the coefficients of a row of blocks} */
	short[] row(int y) {
		short[] row = rows[y];
		return row == null ? newRow(y) : row;
	}

	private synchronized short[] newRow(int y) {
		if (rows[y] == null) {
			rows[y] = new short[across * 64];
		}
		return rows[y];
	}

	/** {@return whether a scan has reached this row of blocks} */
	boolean has(int y) {
		return rows[y] != null;
	}

	/**
	 * Notes that a scan brings bits.
	 *
	 * @return false if there is a coefficient for which it brings nothing new: then it is to be left out, so that the work
	 *         on an image has an end
	 */
	boolean advance(int start, int end, int low) {
		for (int i = start; i <= end; i++) {
			if (low >= lowest[i]) {
				return false;
			}
		}
		Arrays.fill(lowest, start, end + 1, low);
		return true;
	}
}
