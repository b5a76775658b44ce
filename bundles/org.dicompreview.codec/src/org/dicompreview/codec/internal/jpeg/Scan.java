package org.dicompreview.codec.internal.jpeg;

import org.dicompreview.codec.internal.stream.ScanHeader;

/**
 * A scan that was found, with the tables that were in force at its beginning.
 *
 * @param header          its header
 * @param differences     for each of its components the Huffman table of differences, {@code null} where it needs none
 * @param coefficients    for each of its components the Huffman table of AC coefficients, likewise
 * @param steps           for each of its components the quantization steps, likewise
 * @param restartInterval MCUs from one restart to the next, 0 for none
 * @param from            index of the first byte of the entropy coded data
 * @param to              index after the last one, or after what follows it
 */
record Scan(ScanHeader header, HuffmanTable[] differences, HuffmanTable[] coefficients, int[][] steps,
		int restartInterval, int from, int to) {

	/** {@return number of components} */
	int size() {
		return header.components().size();
	}

	/** {@return index in the frame of one of its components} */
	int component(int position) {
		return header.components().get(position).index();
	}

	/** {@return position in this scan of a component of the frame, or -1} */
	int indexOf(int component) {
		for (int i = 0; i < size(); i++) {
			if (component(i) == component) {
				return i;
			}
		}
		return -1;
	}
}
