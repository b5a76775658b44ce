package org.dicompreview.codec.internal.jxl;

/**
 * The self-correcting predictor (ISO/IEC 18181-1, H.5): the mean of four predictions, weighted by how wrong each of
 * them was nearby. It has to be asked for each value of a channel in turn and told what the value was.
 */
final class WeightedPredictor {

	private static final int EXTRA_BITS = 3;
	private static final int COUNT = 4;
	private static final int[] RECIPROCALS = new int[64];

	static {
		for (int i = 0; i < RECIPROCALS.length; i++) {
			RECIPROCALS[i] = (1 << 24) / (i + 1);
		}
	}

	/**
	 * Parameters. @param p1 … of the second prediction, @param p2 of the third, @param p3 of the fourth, @param weights
	 * most
	 */
	record Parameters(int p1, int p2, int[] p3, int[] weights) {

		static Parameters read(Bits bits) {
			if (bits.flag()) {
				return new Parameters(16, 10, new int[] { 7, 7, 7, 0, 0 }, new int[] { 13, 12, 12, 12 });
			}
			int p1 = bits.read(5);
			int p2 = bits.read(5);
			int[] p3 = new int[5];
			for (int i = 0; i < p3.length; i++) {
				p3[i] = bits.read(5);
			}
			int[] weights = new int[COUNT];
			for (int i = 0; i < COUNT; i++) {
				weights[i] = bits.read(4);
			}
			return new Parameters(p1, p2, p3, weights);
		}
	}

	private final int width;
	private final int p1;
	private final int p2;
	private final int p3a;
	private final int p3b;
	private final int p3c;
	private final int p3d;
	private final int p3e;
	private final int weight0;
	private final int weight1;
	private final int weight2;
	private final int weight3;
	/** Errors of the four predictions in the row above, with those to the left added, and in this row; 4 a column. */
	private int[] errorsAbove;
	private int[] errorsHere;
	/** Errors of the mean. */
	private int[] meanAbove;
	private int[] meanHere;
	private long prediction0;
	private long prediction1;
	private long prediction2;
	private long prediction3;
	private long mean;
	/** The largest error of the mean nearby, with its sign; set by {@link #predict}. */
	int largestError;

	WeightedPredictor(Parameters parameters, int width) {
		this.width = width;
		p1 = parameters.p1();
		p2 = parameters.p2();
		p3a = parameters.p3()[0];
		p3b = parameters.p3()[1];
		p3c = parameters.p3()[2];
		p3d = parameters.p3()[3];
		p3e = parameters.p3()[4];
		weight0 = parameters.weights()[0];
		weight1 = parameters.weights()[1];
		weight2 = parameters.weights()[2];
		weight3 = parameters.weights()[3];
		errorsAbove = new int[COUNT * (width + 2)];
		errorsHere = new int[COUNT * (width + 2)];
		meanAbove = new int[width + 2];
		meanHere = new int[width + 2];
	}

	/** Goes to the beginning of the next row. */
	void nextRow() {
		int[] errors = errorsAbove;
		errorsAbove = errorsHere;
		errorsHere = errors;
		int[] means = meanAbove;
		meanAbove = meanHere;
		meanHere = means;
	}

	private static int weigh(int error, int most) {
		int shift = Math.max(0, 26 - Integer.numberOfLeadingZeros(error + 1));
		return 4 + (most * RECIPROCALS[error >>> shift & 63] >>> shift);
	}

	/** {@return the prediction for column x by the neighbours, which are taken as for the other predictors} */
	int predict(int x, int topValue, int leftValue, int topRightValue, int cornerValue, int topTopValue) {
		int right = x < width - 1 ? x + 1 : x;
		int left = x > 0 ? x - 1 : x;
		int errorLeft = x > 0 ? meanHere[x - 1] : 0;
		int errorTop = meanAbove[x];
		int errorCorner = meanAbove[left];
		int errorRight = meanAbove[right];
		largest(errorLeft, errorTop, errorCorner, errorRight);
		long top = (long) topValue << EXTRA_BITS;
		long west = (long) leftValue << EXTRA_BITS;
		long topRight = (long) topRightValue << EXTRA_BITS;
		long corner = (long) cornerValue << EXTRA_BITS;
		long topTop = (long) topTopValue << EXTRA_BITS;
		long sum = (long) errorLeft + errorTop;
		prediction0 = west + topRight - top;
		prediction1 = top - ((sum + errorRight) * p1 >> 5);
		prediction2 = west - ((sum + errorCorner) * p2 >> 5);
		prediction3 = top - ((long) errorCorner * p3a + (long) errorTop * p3b + (long) errorRight * p3c
				+ (topTop - top) * p3d + (corner - west) * p3e >> 5);
		mean = mean(COUNT * x, COUNT * right, COUNT * left);
		if (((errorTop ^ errorLeft) | (errorTop ^ errorCorner)) <= 0) {
			long most = Math.max(west, Math.max(topRight, top));
			long least = Math.min(west, Math.min(topRight, top));
			mean = Math.max(least, Math.min(mean, most));
		}
		return (int) (mean + 3 >> EXTRA_BITS);
	}

	private void largest(int left, int top, int corner, int right) {
		int largest = left;
		largest = Math.abs(top) > Math.abs(largest) ? top : largest;
		largest = Math.abs(corner) > Math.abs(largest) ? corner : largest;
		largestError = Math.abs(right) > Math.abs(largest) ? right : largest;
	}

	private long mean(int here, int right, int left) {
		int[] errors = errorsAbove;
		int w0 = weigh(errors[here] + errors[right] + errors[left], weight0);
		int w1 = weigh(errors[here + 1] + errors[right + 1] + errors[left + 1], weight1);
		int w2 = weigh(errors[here + 2] + errors[right + 2] + errors[left + 2], weight2);
		int w3 = weigh(errors[here + 3] + errors[right + 3] + errors[left + 3], weight3);
		int shift = 27 - Integer.numberOfLeadingZeros(w0 + w1 + w2 + w3);
		w0 >>>= shift;
		w1 >>>= shift;
		w2 >>>= shift;
		w3 >>>= shift;
		int sum = w0 + w1 + w2 + w3;
		long total = (sum >> 1) - 1 + prediction0 * w0 + prediction1 * w1 + prediction2 * w2 + prediction3 * w3;
		return total * RECIPROCALS[sum - 1 & 63] >> 24;
	}

	/** Says what the value in column x was. */
	void update(int x, int value) {
		long actual = (long) value << EXTRA_BITS;
		meanHere[x] = (int) (mean - actual);
		int at = COUNT * x;
		put(at, prediction0 - actual);
		put(at + 1, prediction1 - actual);
		put(at + 2, prediction2 - actual);
		put(at + 3, prediction3 - actual);
	}

	private void put(int at, long difference) {
		int error = (int) (Math.abs(difference) + 3 >> EXTRA_BITS);
		errorsHere[at] = error;
		errorsAbove[at + COUNT] += error;
	}
}
