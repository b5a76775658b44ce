package org.dicompreview.codec.internal.jxl;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Parallel;

/** Smooths low frequencies that are as even as their quanta let them be (ISO/IEC 18181-1, G.2.2.2). */
final class LfSmoothing {

	private static final float SIDE = 0.20345139757231578f;
	private static final float CORNER = 0.0334829185968739f;
	private static final float CENTRE = 1 - 4 * (SIDE + CORNER);

	private final VarDct frame;
	private final float[][] smoothed = new float[3][];

	LfSmoothing(VarDct frame) {
		this.frame = frame;
		for (int c = 0; c < 3; c++) {
			smoothed[c] = frame.low[c].clone();
		}
	}

	/** Smooths all but the edges. */
	void apply(int threads) throws DecodeException {
		Parallel.run(frame.down - 2, threads, () -> this, (self, i) -> self.row(i + 1));
		System.arraycopy(smoothed, 0, frame.low, 0, 3);
	}

	private void row(int y) {
		float unitX = 1 / frame.lfUnit(0);
		float unitY = 1 / frame.lfUnit(1);
		float unitB = 1 / frame.lfUnit(2);
		int row = y * frame.across;
		for (int i = row + 1; i < row + frame.across - 1; i++) {
			float x = difference(frame.low[0], i);
			float luma = difference(frame.low[1], i);
			float b = difference(frame.low[2], i);
			float gap = Math.max(0.5f, Math.abs(x) * unitX);
			gap = Math.max(gap, Math.max(Math.abs(luma) * unitY, Math.abs(b) * unitB));
			float factor = Math.max(0, 3 - 4 * gap);
			smoothed[0][i] += x * factor;
			smoothed[1][i] += luma * factor;
			smoothed[2][i] += b * factor;
		}
	}

	private float difference(float[] values, int at) {
		int above = at - frame.across;
		int below = at + frame.across;
		float corners = values[above - 1] + values[above + 1] + values[below - 1] + values[below + 1];
		float sides = values[at - 1] + values[at + 1] + values[above] + values[below];
		return corners * CORNER + sides * SIDE + values[at] * CENTRE - values[at];
	}
}
