package org.dicompreview.codec.internal.jpeg;

import org.dicompreview.codec.internal.stream.FrameHeader;

/**
 * Where a component lies in the frame.
 *
 * @param index         its channel
 * @param channels      number of channels
 * @param horizontal    horizontal sampling factor
 * @param vertical      vertical sampling factor
 * @param blocksAcross  blocks (samples in lossless processes) of the component in a row if it is alone in a scan
 * @param blocksDown    likewise in a column
 * @param maximum       largest sample
 * @param columns       width of the frame that is made, in pixels
 * @param across        how blocks become pixels of a row
 * @param down          how blocks become pixels of a column
 */
record ComponentLayout(int index, int channels, int horizontal, int vertical, int blocksAcross, int blocksDown,
		int maximum, int columns, SampleGrid across, SampleGrid down) {

	/**
	 * {@return the layout of a component}
	 *
	 * @param header    frame header
	 * @param index     which component
	 * @param columns   width of the frame that is made
	 * @param rows      height of the frame that is made
	 * @param blockSize samples of a block that are kept, along each axis; 8 is full size
	 */
	static ComponentLayout of(FrameHeader header, int index, int columns, int rows, int blockSize) {
		FrameHeader.Component component = header.components().get(index);
		int horizontal = component.horizontal();
		int vertical = component.vertical();
		return new ComponentLayout(index, header.components().size(), horizontal, vertical,
				blocks(header.columns(), horizontal, header.maxHorizontal()),
				blocks(header.rows(), vertical, header.maxVertical()), (1 << header.precision()) - 1, columns,
				new SampleGrid(columns, horizontal, header.maxHorizontal(), blockSize),
				new SampleGrid(rows, vertical, header.maxVertical(), blockSize));
	}

	private static int blocks(int pixels, int factor, int maximum) {
		int samples = (pixels * factor + maximum - 1) / maximum;
		return (samples + 7) / 8;
	}
}
