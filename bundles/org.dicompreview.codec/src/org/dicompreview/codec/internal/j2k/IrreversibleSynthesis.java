package org.dicompreview.codec.internal.j2k;

/**
 * One level of the irreversible 9/7 synthesis (ISO/IEC 15444-1 F.3.8.2), row by row as in {@link ReversibleSynthesis}. Its
 * scaling steps are not here: they are part of the quantisation steps (see {@link #lowGain} and {@link #highGain}).
 */
final class IrreversibleSynthesis implements Lines<float[]> {

	/** A row: the samples at even places and those at odd places, apart. */
	static final class Row {

		final float[] even;
		final float[] odd;
		private int index = -1;

		Row(int evens, int odds) {
			even = new float[evens];
			odd = new float[odds];
		}
	}

	private static final float ALPHA = -1.586134342059924f;
	private static final float BETA = -0.052980118572961f;
	private static final float GAMMA = 0.882911075530934f;
	private static final float DELTA = 0.443506852043971f;
	private static final float K = 1.230174104914001f;
	private static final int RING = 4;

	private final Level<float[]> level;
	private final int evenRows;
	private final int oddRows;
	private final int columnShift;
	private final int rowShift;
	private final Row[] highs = new Row[RING];
	private final Row[] firstEvens = new Row[RING];
	private final Row[] firstOdds = new Row[RING];
	private final Row[] evens = new Row[RING];
	private final Row out;

	IrreversibleSynthesis(Level<float[]> level) {
		this.level = level;
		evenRows = level.evenRows();
		oddRows = level.oddRows();
		columnShift = level.firstColumnIsOdd() ? 0 : 1;
		rowShift = level.firstRowIsOdd() ? 0 : 1;
		for (int i = 0; i < RING; i++) {
			highs[i] = newRow();
			firstEvens[i] = newRow();
			firstOdds[i] = newRow();
			evens[i] = newRow();
		}
		out = newRow();
	}

	private Row newRow() {
		return new Row(level.evenColumns(), level.oddColumns());
	}

	/** {@return what a level of so many samples multiplies its low-pass samples with, one way} */
	static float lowGain(int samples) {
		return samples > 1 ? K : 1;
	}

	/** {@return what a level of so many samples multiplies its high-pass samples with, one way} */
	static float highGain(int samples) {
		return samples > 1 ? 1 / K : 0.5f;
	}

	@Override
	public void read(int y, float[] to, int offset) {
		Row row = row(y);
		float[] even = row.even;
		float[] odd = row.odd;
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
		if (evenRows == 0) {
			return high(n);
		}
		Row middle = firstOdd(n);
		Row above = even(n + rowShift - 1);
		Row below = even(n + rowShift);
		lift(out.even, middle.even, above.even, below.even, ALPHA);
		lift(out.odd, middle.odd, above.odd, below.odd, ALPHA);
		return out;
	}

	private Row even(int index) {
		int n = Math.max(0, Math.min(index, evenRows - 1));
		if (oddRows == 0) {
			return firstEven(n);
		}
		Row row = evens[n % RING];
		if (row.index != n) {
			row.index = n;
			Row from = firstEven(n);
			Row above = firstOdd(n - rowShift);
			Row below = firstOdd(n - rowShift + 1);
			lift(row.even, from.even, above.even, below.even, BETA);
			lift(row.odd, from.odd, above.odd, below.odd, BETA);
		}
		return row;
	}

	private Row firstOdd(int index) {
		int n = Math.max(0, Math.min(index, oddRows - 1));
		Row row = firstOdds[n % RING];
		if (row.index != n) {
			row.index = n;
			Row above = firstEven(n + rowShift - 1);
			Row below = firstEven(n + rowShift);
			Row from = high(n);
			lift(row.even, from.even, above.even, below.even, GAMMA);
			lift(row.odd, from.odd, above.odd, below.odd, GAMMA);
		}
		return row;
	}

	private Row firstEven(int index) {
		int n = Math.max(0, Math.min(index, evenRows - 1));
		Row row = firstEvens[n % RING];
		if (row.index != n) {
			row.index = n;
			across(level.ll(), level.hl(), n, row);
			if (oddRows > 0) {
				Row above = high(n - rowShift);
				Row below = high(n - rowShift + 1);
				lift(row.even, row.even, above.even, below.even, DELTA);
				lift(row.odd, row.odd, above.odd, below.odd, DELTA);
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

	private static void lift(float[] to, float[] from, float[] a, float[] b, float factor) {
		for (int i = 0; i < to.length; i++) {
			to[i] = from[i] - factor * (a[i] + b[i]);
		}
	}

	/** Synthesises a row from the rows {@code n} of two bands. */
	private void across(Level.Band<float[]> low, Level.Band<float[]> high, int n, Row to) {
		float[] even = to.even;
		float[] odd = to.odd;
		System.arraycopy(low.values(), low.offset() + n * even.length, even, 0, even.length);
		System.arraycopy(high.values(), high.offset() + n * odd.length, odd, 0, odd.length);
		if (odd.length > 0 && even.length > 0) {
			liftAcross(even, odd, columnShift, DELTA);
			liftAcross(odd, even, 1 - columnShift, GAMMA);
			liftAcross(even, odd, columnShift, BETA);
			liftAcross(odd, even, 1 - columnShift, ALPHA);
		}
	}

	/** Sample i lies between the others i - shift and i - shift + 1. */
	private static void liftAcross(float[] to, float[] others, int shift, float factor) {
		int last = others.length - 1;
		int inner = Math.min(to.length, last + shift);
		to[0] -= factor * (others[0] + others[Math.min(1 - shift, last)]);
		for (int i = 1; i < inner; i++) {
			to[i] -= factor * (others[i - shift] + others[i - shift + 1]);
		}
		for (int i = Math.max(1, inner); i < to.length; i++) {
			to[i] -= factor * (others[last] + others[last]);
		}
	}
}
