package org.dicompreview.codec.internal.j2k;

/**
 * One level of a synthesis: the resolution that is made and the four bands that it is made of, each row by row without
 * gaps. "Even" and "odd" speak of places on the resolution's own grid: low-pass samples stand at the even ones.
 *
 * @param area what is made
 * @param ll   the resolution below
 * @param hl   high-pass across
 * @param lh   high-pass down
 * @param hh   high-pass both ways
 * @param <A>  {@code int[]} or {@code float[]}
 */
record Level<A>(Area area, Band<A> ll, Band<A> hl, Band<A> lh, Band<A> hh) {

	/**
	 * Coefficients of a band.
	 *
	 * @param values the array
	 * @param offset index of the first
	 * @param <A>    {@code int[]} or {@code float[]}
	 */
	record Band<A>(A values, int offset) {
	}

	int evenColumns() {
		return evens(area.x0(), area.x1());
	}

	int oddColumns() {
		return area.width() - evenColumns();
	}

	int evenRows() {
		return evens(area.y0(), area.y1());
	}

	int oddRows() {
		return area.height() - evenRows();
	}

	boolean firstColumnIsOdd() {
		return (area.x0() & 1) != 0;
	}

	boolean firstRowIsOdd() {
		return (area.y0() & 1) != 0;
	}

	/** {@return whether row {@code y} below the top stands at an even place} */
	boolean isEven(int y) {
		return (area.y0() + y & 1) == 0;
	}

	/** {@return which of the even or odd rows row {@code y} below the top is} */
	int index(int y) {
		return y + (firstRowIsOdd() == isEven(y) ? -1 : 0) >> 1;
	}

	private static int evens(int from, int to) {
		return (to + 1 >> 1) - (from + 1 >> 1);
	}
}
