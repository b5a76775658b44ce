package org.dicompreview.codec.internal.jxl;

/** What a value is predicted to be by its neighbours (ISO/IEC 18181-1, H.3), without the self-correcting predictor. */
final class Predictors {

	static final int ZERO = 0;
	static final int GRADIENT = 5;
	static final int WEIGHTED = 6;
	static final int COUNT = 14;

	private Predictors() {
	}

	/** {@return the median of left, top and their sum without the corner} */
	static int gradient(int left, int top, int corner) {
		int least = Math.min(left, top);
		int most = Math.max(left, top);
		int value = corner < least ? most : left + top - corner;
		return corner > most ? least : value;
	}

	/** {@return the prediction of a predictor, given the neighbours and what the self-correcting one says} */
	static int guess(int predictor, int left, int top, int corner, int topRight, int leftLeft, int topTop, int farRight,
			int weighted) {
		switch (predictor) {
			case ZERO:
				return 0;
			case 1:
				return left;
			case 2:
				return top;
			case 3:
				return (int) (((long) left + top) / 2);
			case 4:
				return Math.abs((long) top - corner) < Math.abs((long) left - corner) ? left : top;
			case GRADIENT:
				return gradient(left, top, corner);
			case WEIGHTED:
				return weighted;
			case 7:
				return topRight;
			case 8:
				return corner;
			case 9:
				return leftLeft;
			case 10:
				return (int) (((long) left + corner) / 2);
			case 11:
				return (int) (((long) corner + top) / 2);
			case 12:
				return (int) (((long) top + topRight) / 2);
			default:
				return (int) ((6L * top - 2L * topTop + 7L * left + leftLeft + farRight + 3L * topRight + 8) / 16);
		}
	}

	/**
	 * {@return the prediction for a value}
	 *
	 * @param predictor which predictor
	 * @param values    the channel's values
	 * @param width     its width
	 * @param x         column
	 * @param y         row
	 * @param weighted  the self-correcting predictor, which is asked if it is the one; or null
	 */
	static int predict(int predictor, int[] values, int width, int x, int y, WeightedPredictor weighted) {
		int at = y * width + x;
		int left = x > 0 ? values[at - 1] : y > 0 ? values[at - width] : 0;
		int top = y > 0 ? values[at - width] : left;
		int corner = x > 0 && y > 0 ? values[at - width - 1] : left;
		int topRight = x + 1 < width && y > 0 ? values[at - width + 1] : top;
		int leftLeft = x > 1 ? values[at - 2] : left;
		int topTop = y > 1 ? values[at - 2 * width] : top;
		int farRight = x + 2 < width && y > 0 ? values[at - width + 2] : topRight;
		int corrected = weighted == null ? 0 : weighted.predict(x, top, left, topRight, corner, topTop);
		return guess(predictor, left, top, corner, topRight, leftLeft, topTop, farRight, corrected);
	}
}
