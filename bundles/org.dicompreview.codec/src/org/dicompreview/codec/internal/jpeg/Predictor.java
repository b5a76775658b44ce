package org.dicompreview.codec.internal.jpeg;

/**
 * Turns a line of differences into samples (T.81 H.1.2.1), modulo 2<sup>16</sup>. Of a sample, {@code a} is the one to the
 * left, {@code b} the one above, {@code c} the one above to the left.
 */
enum Predictor {

	/** To the left. */
	LEFT {
		@Override
		void restore(int[] line, int[] above, int from, int to) {
			int a = line[from];
			for (int i = from + 1; i < to; i++) {
				a = line[i] + a & MASK;
				line[i] = a;
			}
		}
	},
	/** Above. */
	ABOVE {
		@Override
		void restore(int[] line, int[] above, int from, int to) {
			for (int i = from + 1; i < to; i++) {
				line[i] = line[i] + above[i] & MASK;
			}
		}
	},
	/** Above to the left. */
	CORNER {
		@Override
		void restore(int[] line, int[] above, int from, int to) {
			for (int i = from + 1; i < to; i++) {
				line[i] = line[i] + above[i - 1] & MASK;
			}
		}
	},
	/** a + b - c. */
	PLANE {
		@Override
		void restore(int[] line, int[] above, int from, int to) {
			int a = line[from];
			for (int i = from + 1; i < to; i++) {
				a = line[i] + a + above[i] - above[i - 1] & MASK;
				line[i] = a;
			}
		}
	},
	/** a + (b - c) / 2. */
	LEFT_AND_SLOPE {
		@Override
		void restore(int[] line, int[] above, int from, int to) {
			int a = line[from];
			for (int i = from + 1; i < to; i++) {
				a = line[i] + a + (above[i] - above[i - 1] >> 1) & MASK;
				line[i] = a;
			}
		}
	},
	/** b + (a - c) / 2. */
	ABOVE_AND_SLOPE {
		@Override
		void restore(int[] line, int[] above, int from, int to) {
			int a = line[from];
			for (int i = from + 1; i < to; i++) {
				a = line[i] + above[i] + (a - above[i - 1] >> 1) & MASK;
				line[i] = a;
			}
		}
	},
	/** (a + b) / 2. */
	MEAN {
		@Override
		void restore(int[] line, int[] above, int from, int to) {
			int a = line[from];
			for (int i = from + 1; i < to; i++) {
				a = line[i] + (a + above[i] >> 1) & MASK;
				line[i] = a;
			}
		}
	};

	private static final int MASK = 0xFFFF;

	/** {@return the predictor of a selection value 1-7} */
	static Predictor of(int selection) {
		return values()[selection - 1];
	}

	/**
	 * Restores the samples {@code from + 1} to {@code to - 1} of a line.
	 *
	 * @param line  differences, samples afterwards; the one at {@code from} is a sample already
	 * @param above samples of the line above
	 */
	abstract void restore(int[] line, int[] above, int from, int to);
}
