package org.dicompreview.codec.internal.jpeg;

/**
 * Where the samples of a component that has fewer of them than the image has pixels go: each is repeated. One instance
 * serves one axis.
 */
final class SampleGrid {

	private final int[] starts;
	private final byte[] sampleInBlock;
	private final boolean whole;
	private final boolean plain;

	/**
	 * A grid.
	 *
	 * @param pixels    width or height of the image
	 * @param factor    sampling factor of the component
	 * @param maximum   largest sampling factor of all components
	 * @param blockSize samples of a block along this axis, a power of 2
	 */
	SampleGrid(int pixels, int factor, int maximum, int blockSize) {
		int samples = (int) (((long) pixels * factor + maximum - 1) / maximum);
		int blocks = (samples + blockSize - 1) / blockSize;
		starts = new int[blocks + 1];
		for (int block = 0; block <= blocks; block++) {
			long first = ((long) block * blockSize * maximum + factor - 1) / factor;
			starts[block] = (int) Math.min(pixels, first);
		}
		sampleInBlock = new byte[pixels];
		for (int i = 0; i < pixels; i++) {
			sampleInBlock[i] = (byte) ((long) i * factor / maximum & blockSize - 1);
		}
		whole = factor == maximum;
		plain = whole && blockSize == 8;
	}

	/** {@return whether there is one sample for each pixel} */
	boolean isWhole() {
		return whole;
	}

	/** {@return number of blocks that have a pixel} */
	int blocks() {
		return starts.length - 1;
	}

	/** {@return first pixel of a block; for the block behind the last one, the number of pixels} */
	int start(int block) {
		return starts[block];
	}

	/** {@return for each pixel which sample of its block it shows} */
	byte[] sampleInBlock() {
		return sampleInBlock;
	}

	/** {@return whether a block is 8 pixels in the image, so none is repeated and none cut off} */
	boolean isPlain(int block) {
		return plain && starts[block + 1] - starts[block] == 8;
	}
}
