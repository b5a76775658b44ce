package org.dicompreview.codec.internal.j2k;

/**
 * One level of the reversible 5/3 synthesis (ISO/IEC 15444-1 F.3.8.1), row by row: only a few rows are held, so that they
 * stay in the cache, and several threads can each make a stretch of rows. Where a lifting step lacks a neighbour at an
 * edge, the symmetric extension makes it equal to the neighbour on the other side, hence the clamped indices.
 */
final class ReversibleSynthesis implements Lines<int[]> {

	/** A row: the samples at even places and those at odd places, apart. */
	static final class Row {

		final int[] even;
		final int[] odd;
		private int index = -1;

		Row(int evens, int odds) {
			even = new int[evens];
			odd = new int[odds];
		}
	}

	private static final int RING = 4;

	private final Level<int[]> level;
	private final int evenRows;
	private final int oddRows;
	private final int columnShift;
	private final int rowShift;
	private final Row[] highs = new Row[RING];
	private final Row[] evens = new Row[RING];
	private final Row out;

	ReversibleSynthesis(Level<int[]> level) {
		this.level = level;
		evenRows = level.evenRows();
		oddRows = level.oddRows();
		columnShift = level.firstColumnIsOdd() ? 0 : 1;
		rowShift = level.firstRowIsOdd() ? 0 : 1;
		for (int i = 0; i < RING; i++) {
			highs[i] = newRow();
			evens[i] = newRow();
		}
		out = newRow();
	}

	private Row newRow() {
		return new Row(level.evenColumns(), level.oddColumns());
	}

	@Override
	public void read(int y, int[] to, int offset) {
		Row row = row(y);
		int[] even = row.even;
		int[] odd = row.odd;
		int pairs = Math.min(even.length, odd.length);
		int at = offset;
		if (columnShift == 1) {
			for (int i = 0; i < pairs; i++, at += 2) {
				to[at] = even[i];
				to[at + 1] = odd[i];
			}
		} else {
			for (int i = 0; i < pairs; i++, at += 2) {
				to[at] = odd[i];
				to[at + 1] = even[i];
			}
		}
		if (even.length != odd.length) {
			to[at] = even.length > pairs ? even[pairs] : odd[pairs];
		}
	}

	/** {@return row {@code y} below the top of the area, valid until the next call} */
	private Row row(int y) {
		int n = level.index(y);
		if (level.isEven(y)) {
			return even(n);
		}
		Row middle = high(n);
		if (evenRows == 0) {
			halve(middle.even, out.even);
			halve(middle.odd, out.odd);
			return out;
		}
		Row above = even(n + rowShift - 1);
		Row below = even(n + rowShift);
		addHalf(out.even, middle.even, above.even, below.even);
		addHalf(out.odd, middle.odd, above.odd, below.odd);
		return out;
	}

	private Row even(int index) {
		int n = Math.max(0, Math.min(index, evenRows - 1));
		Row row = evens[n % RING];
		if (row.index != n) {
			row.index = n;
			across(level.ll(), level.hl(), n, row);
			if (oddRows > 0) {
				Row above = high(n - rowShift);
				Row below = high(n - rowShift + 1);
				subtractQuarter(row.even, above.even, below.even);
				subtractQuarter(row.odd, above.odd, below.odd);
			}
		}
		return row;
	}

	private Row high(int index) {
		int n = Math.max(0, Math.min(index, oddRows - 1));
		Row row = highs[n % RING];
		if (row.index != n) {
			row.index = n;
			across(level.lh(), level.hh(), n, row);
		}
		return row;
	}

	private static void subtractQuarter(int[] to, int[] a, int[] b) {
		for (int i = 0; i < to.length; i++) {
			to[i] -= a[i] + b[i] + 2 >> 2;
		}
	}

	private static void addHalf(int[] to, int[] from, int[] a, int[] b) {
		for (int i = 0; i < to.length; i++) {
			to[i] = from[i] + (a[i] + b[i] >> 1);
		}
	}

	private static void halve(int[] from, int[] to) {
		for (int i = 0; i < to.length; i++) {
			to[i] = from[i] >> 1;
		}
	}

	/** Synthesises a row from the rows {@code n} of two bands. */
	private void across(Level.Band<int[]> low, Level.Band<int[]> high, int n, Row to) {
		int[] even = to.even;
		int[] odd = to.odd;
		System.arraycopy(low.values(), low.offset() + n * even.length, even, 0, even.length);
		System.arraycopy(high.values(), high.offset() + n * odd.length, odd, 0, odd.length);
		if (odd.length > 0 && even.length > 0) {
			liftEven(even, odd, columnShift);
			liftOdd(odd, even, 1 - columnShift);
		} else if (odd.length > 0) {
			odd[0] >>= 1;
		}
	}

	/** Even sample i lies between the odd ones i - shift and i - shift + 1. */
	private static void liftEven(int[] even, int[] odd, int shift) {
		int last = odd.length - 1;
		int inner = Math.min(even.length, last + shift);
		even[0] -= odd[0] + odd[Math.min(1 - shift, last)] + 2 >> 2;
		for (int i = 1; i < inner; i++) {
			even[i] -= odd[i - shift] + odd[i - shift + 1] + 2 >> 2;
		}
		for (int i = Math.max(1, inner); i < even.length; i++) {
			even[i] -= odd[last] + odd[last] + 2 >> 2;
		}
	}

	/** Odd sample i lies between the even ones i - shift and i - shift + 1. */
	private static void liftOdd(int[] odd, int[] even, int shift) {
		int last = even.length - 1;
		int inner = Math.min(odd.length, last + shift);
		odd[0] += even[0] + even[Math.min(1 - shift, last)] >> 1;
		for (int i = 1; i < inner; i++) {
			odd[i] += even[i - shift] + even[i - shift + 1] >> 1;
		}
		for (int i = Math.max(1, inner); i < odd.length; i++) {
			odd[i] += even[last] + even[last] >> 1;
		}
	}
}
