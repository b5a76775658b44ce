package org.dicompreview.rendering.internal.scale;

/** Display values of a frame, part of a row at a time. For several threads. */
public interface RowSource {

	/** {@return bytes a pixel: 1 for grey, 3 for red, green, blue} */
	int channels();

	/**
	 * Writes display values.
	 *
	 * @param row  of the frame, from 0
	 * @param from first column
	 * @param to   column after the last
	 * @param out  receives {@code (to - from) * channels} bytes
	 * @param at   index of the first of them
	 */
	void read(int row, int from, int to, byte[] out, int at);
}
