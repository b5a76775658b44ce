package org.dicompreview.codec.internal;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.DecodeOptions;
import org.dicompreview.codec.Samples;
import org.dicompreview.dicom.Problem;

/** Makes the value array of a frame, after the limit was checked. */
public final class SampleArrays {

	private SampleArrays() {
	}

	/** {@return the width of the array elements that hold values of so many bits: 8, 16 or 32} */
	public static int widthFor(int bits) {
		if (bits <= 8) {
			return 8;
		}
		return bits <= 16 ? 16 : 32;
	}

	/**
	 * Checks that a frame may take the memory that it asks for.
	 *
	 * @return the number of values
	 * @throws DecodeException if it exceeds {@link DecodeOptions#frameBytes()}
	 */
	public static int checkedCount(long columns, long rows, long channels, int width, DecodeOptions options)
			throws DecodeException {
		long bytes;
		try {
			bytes = Math.multiplyExact(Math.multiplyExact(columns, rows), channels * (width / 8));
		} catch (ArithmeticException e) {
			bytes = Long.MAX_VALUE;
		}
		if (columns < 1 || rows < 1 || channels < 1) {
			throw new DecodeException(DecodeText.NO_PIXELS, columns, rows, channels);
		}
		if (bytes > options.frameBytes()) {
			throw new DecodeException(DecodeText.FRAME_TOO_LARGE, columns, rows, channels, bytes, options.frameBytes());
		}
		return (int) (bytes / (width / 8));
	}

	/**
	 * {@return an array of zeros}
	 *
	 * @param width   8, 16 or 32
	 * @param count   from {@link #checkedCount}
	 * @throws DecodeException if there is not enough memory
	 */
	public static Samples allocate(int width, int count) throws DecodeException {
		try {
			return switch (width) {
				case 8 -> new Samples.Bytes(new byte[count]);
				case 16 -> new Samples.Shorts(new short[count]);
				default -> new Samples.Ints(new int[count]);
			};
		} catch (OutOfMemoryError e) { // one allocation that was too large: nothing else of the JVM is harmed by it
			throw new DecodeException(Problem.of(DecodeText.NOT_ENOUGH_MEMORY, count), e);
		}
	}
}
