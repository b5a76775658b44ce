package org.dicompreview.codec.internal.jpeg;

import java.util.Arrays;

import org.dicompreview.codec.internal.stream.FrameHeader;

/**
 * How the MCUs of a scan lie (T.81 A.2).
 *
 * @param across     MCUs in a row
 * @param down       rows of MCUs
 * @param horizontal for each component of the scan, data units across in an MCU
 * @param vertical   likewise down
 */
record McuGrid(int across, int down, int[] horizontal, int[] vertical) {

	/**
	 * {@return the grid of a scan}
	 *
	 * @param header   the frame header
	 * @param scan     the scan
	 * @param unitSize samples of a data unit along each axis: 8 for DCT, 1 for lossless
	 */
	static McuGrid of(FrameHeader header, Scan scan, int unitSize) {
		int size = scan.size();
		int[] horizontal = new int[size];
		int[] vertical = new int[size];
		int maxHorizontal = header.maxHorizontal();
		int maxVertical = header.maxVertical();
		if (size == 1) {
			FrameHeader.Component component = header.components().get(scan.component(0));
			horizontal[0] = 1;
			vertical[0] = 1;
			return new McuGrid(units(header.columns(), component.horizontal(), maxHorizontal, unitSize),
					units(header.rows(), component.vertical(), maxVertical, unitSize), horizontal, vertical);
		}
		for (int i = 0; i < size; i++) {
			FrameHeader.Component component = header.components().get(scan.component(i));
			horizontal[i] = component.horizontal();
			vertical[i] = component.vertical();
		}
		return new McuGrid(units(header.columns(), 1, maxHorizontal, unitSize),
				units(header.rows(), 1, maxVertical, unitSize), horizontal, vertical);
	}

	/** {@return for each component of the scan, data units in an MCU} */
	int[] blocks() {
		int[] blocks = new int[horizontal.length];
		Arrays.setAll(blocks, i -> horizontal[i] * vertical[i]);
		return blocks;
	}

	/** {@return number of MCUs} */
	int count() {
		return across * down;
	}

	private static int units(int pixels, int factor, int maximum, int unitSize) {
		int samples = (pixels * factor + maximum - 1) / maximum;
		return (samples + unitSize - 1) / unitSize;
	}
}
