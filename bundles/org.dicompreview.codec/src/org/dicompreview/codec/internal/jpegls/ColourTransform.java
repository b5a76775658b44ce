package org.dicompreview.codec.internal.jpegls;

/**
 * The reversible colour transforms of HP's encoder, which an application segment "mrfx" names. All arithmetic is modulo
 * the range of the samples.
 *
 * @param number    1 differences to green; 2 and 3 with a better prediction of blue or green
 * @param precision bits of a sample
 */
record ColourTransform(int number, int precision) {

	/** Highest number that is known. */
	static final int LAST = 3;

	/** Undoes the transform of each row, which has three samples per pixel. */
	void undo(LineSink image, int rows) {
		int[] line = new int[image.columns() * image.channels()];
		for (int row = 0; row < rows; row++) {
			image.loadAll(line, row);
			for (int i = 0; i < line.length; i += 3) {
				if (number == 3) {
					undoGreen(line, i);
				} else {
					undoDifferences(line, i);
				}
			}
			image.storeAll(line, row);
		}
	}

	private void undoDifferences(int[] line, int i) {
		int mask = (1 << precision) - 1;
		int half = 1 << precision - 1;
		int green = line[i + 1];
		int red = line[i] + green - half & mask;
		line[i] = red;
		line[i + 2] = line[i + 2] + (number == 1 ? green : red + green >> 1) - half & mask;
	}

	private void undoGreen(int[] line, int i) {
		int mask = (1 << precision) - 1;
		int half = 1 << precision - 1;
		int first = line[i + 1];
		int second = line[i + 2];
		int green = line[i] - (first + second >> 2) + (half >> 1) & mask;
		line[i] = second + green - half & mask;
		line[i + 1] = green;
		line[i + 2] = first + green - half & mask;
	}
}
