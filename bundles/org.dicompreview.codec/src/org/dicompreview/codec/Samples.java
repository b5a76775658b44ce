package org.dicompreview.codec;

/**
 * The values of a frame: rows from the top, left to right, samples interleaved by pixel. Integers are sign or zero
 * extended as {@link Frame#signed()} says; unsigned bytes and shorts use the whole range of their type and are read with
 * {@code & 0xFF} and {@code & 0xFFFF}. The array is not copied: nobody changes it after the frame was made.
 */
public sealed interface Samples {

	/** {@return the number of values} */
	int length();

	/** {@return bytes of one value} */
	int bytesPerValue();

	/** Values of up to 8 bits, and one-bit data as 0 or 1. @param values the values */
	record Bytes(byte[] values) implements Samples {
		@Override
		public int length() {
			return values.length;
		}

		@Override
		public int bytesPerValue() {
			return 1;
		}
	}

	/** Values of 9 to 16 bits. @param values the values */
	record Shorts(short[] values) implements Samples {
		@Override
		public int length() {
			return values.length;
		}

		@Override
		public int bytesPerValue() {
			return 2;
		}
	}

	/** Values of 17 to 32 bits. @param values the values */
	record Ints(int[] values) implements Samples {
		@Override
		public int length() {
			return values.length;
		}

		@Override
		public int bytesPerValue() {
			return 4;
		}
	}

	/** Float Pixel Data. @param values the values */
	record Floats(float[] values) implements Samples {
		@Override
		public int length() {
			return values.length;
		}

		@Override
		public int bytesPerValue() {
			return 4;
		}
	}

	/** Double Float Pixel Data. @param values the values */
	record Doubles(double[] values) implements Samples {
		@Override
		public int length() {
			return values.length;
		}

		@Override
		public int bytesPerValue() {
			return 8;
		}
	}
}
