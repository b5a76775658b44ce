package org.dicompreview.codec.internal.jpeg;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.stream.Segment;

/** The four quantization tables that are in force while the segments are read (T.81 B.2.4.1). */
final class QuantizationTables {

	private static final int COEFFICIENTS = 64;

	private final int[][] tables = new int[4][];

	/** Takes over the tables of a DQT segment. */
	void read(Segment segment) throws DecodeException {
		int position = 0;
		while (position < segment.length()) {
			int precision = segment.u8(position) >> 4;
			int destination = segment.u8(position++) & 15;
			if (precision > 1 || destination >= tables.length) {
				throw segment.failure(JpegText.DEFINES_TABLE_OF_PRECISION, destination, precision);
			}
			int bytes = precision + 1;
			int[] steps = new int[2 * COEFFICIENTS]; // damaged data reach beyond the end
			for (int i = 0; i < COEFFICIENTS; i++, position += bytes) {
				steps[i] = (int) segment.unsigned(position, bytes);
			}
			tables[destination] = steps;
		}
	}

	/** {@return the steps of a table in the order of the codestream, 128 elements; {@code null} if it is not defined} */
	int[] get(int destination) {
		return destination < tables.length ? tables[destination] : null;
	}
}
