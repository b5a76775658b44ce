package org.dicompreview.codec.internal.jpeg;

import org.dicompreview.codec.internal.stream.FrameHeader;

/**
 * Where a component lies in the frame.
 *
 * @param index         its channel
 * @param channels      number of channels
 * @param maximum       largest sample
 * @param blank         sample of what could not be decoded
 * @param columns       width of the frame that is made, in pixels
 * @param across        how blocks become pixels of a row
 * @param down          how blocks become pixels of a column
 */
record ComponentLayout(int index, int channels, int maximum, int blank, int columns, SampleGrid across,
		SampleGrid down) {

	/**
	 * {@return the layout of a component}
	 *
	 * @param header    frame header
	 * @param index     which component
	 * @param blank     sample of what could not be decoded
	 * @param columns   width of the frame that is made
	 * @param rows      height of the frame that is made
	 * @param blockSize samples of a block that are kept, along each axis; 8 is full size
	 */
	static ComponentLayout of(FrameHeader header, int index, int blank, int columns, int rows, int blockSize) {
		FrameHeader.Component component = header.components().get(index);
		return new ComponentLayout(index, header.components().size(), (1 << header.precision()) - 1, blank, columns,
				new SampleGrid(columns, component.horizontal(), header.maxHorizontal(), blockSize),
				new SampleGrid(rows, component.vertical(), header.maxVertical(), blockSize));
	}
}
