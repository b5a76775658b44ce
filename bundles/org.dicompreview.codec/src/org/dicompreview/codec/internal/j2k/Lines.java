package org.dicompreview.codec.internal.j2k;

/**
 * Rows of samples of a tile-component.
 *
 * @param <A> {@code int[]} or {@code float[]}
 */
interface Lines<A> {

	/**
	 * Makes a row. Rows are cheap in rising order.
	 *
	 * @param y      counted from the top of the tile-component
	 * @param to     where it goes
	 * @param offset index of its first sample there
	 */
	void read(int y, A to, int offset);
}
