package org.dicompreview.codec.internal.jpeg;

import java.util.Arrays;
import java.util.Optional;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.stream.Segment;

/** The Huffman tables that are in force while the segments are read (T.81 B.2.4.2), as they are written there. */
final class HuffmanTables {

	private static final int LENGTHS = 16;
	private static final int MAX_SYMBOLS = 256;

	/** By class (0 DC and lossless, 1 AC) and destination. */
	private final byte[][][] specifications = new byte[2][4][];

	/** Takes over the tables of a DHT segment. */
	void read(Segment segment) throws DecodeException {
		int position = 0;
		while (position < segment.length()) {
			int kind = segment.u8(position) >> 4;
			int destination = segment.u8(position++) & 15;
			if (kind > 1 || destination > 3) {
				throw segment.failure(JpegText.DEFINES_TABLE_OF_CLASS, destination, kind);
			}
			int symbols = 0;
			for (int i = 0; i < LENGTHS; i++) {
				symbols += segment.u8(position + i);
			}
			if (symbols > MAX_SYMBOLS) {
				throw segment.failure(JpegText.DEFINES_TOO_MANY_CODES, symbols, MAX_SYMBOLS);
			}
			int end = position + LENGTHS + symbols;
			if (end > segment.length()) {
				throw segment.failure(JpegText.TOO_SHORT_FOR_CODES, symbols);
			}
			specifications[kind][destination] = Arrays.copyOfRange(segment.data(), segment.start() + position,
					segment.start() + end);
			position = end;
		}
	}

	/** {@return numbers of codes and symbols of a table for differences} */
	Optional<byte[]> difference(int destination) {
		return get(0, destination);
	}

	/** {@return numbers of codes and symbols of a table for AC coefficients} */
	Optional<byte[]> coefficient(int destination) {
		return get(1, destination);
	}

	private Optional<byte[]> get(int kind, int destination) {
		return destination > 3 ? Optional.empty() : Optional.ofNullable(specifications[kind][destination]);
	}
}
