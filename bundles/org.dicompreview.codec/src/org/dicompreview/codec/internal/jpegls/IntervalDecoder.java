package org.dicompreview.codec.internal.jpegls;

import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.internal.jpegls.LsScan.Interleave;
import org.dicompreview.codec.internal.jpegls.LsScan.Lines;

/** Decodes the lines of a scan, or of one restart interval of it. Keeps its buffers. For one thread. */
final class IntervalDecoder {

	private final int width;
	private final LineSink sink;
	private final Damage damage;
	private LineDecoder decoder;
	private int[][] above = {};
	private int[][] line = {};

	IntervalDecoder(int width, LineSink sink, Damage damage) {
		this.width = width;
		this.sink = sink;
		this.damage = damage;
	}

	/**
	 * Decodes lines and stores them.
	 *
	 * @param data the frame's array
	 * @param base index of the first byte of the frame, for messages
	 * @return whether the data end where the lines end
	 */
	boolean decode(Lines lines, byte[] data, int base) {
		LsScan scan = lines.scan();
		prepare(scan);
		decoder.begin(data, lines.from(), lines.to());
		int components = scan.components().length;
		int[] runIndices = new int[components];
		for (int row = lines.first(); row < lines.end(); row++) {
			if (scan.interleave() == Interleave.SAMPLE) {
				new SampleLine((GeneralLineDecoder) decoder, above, line).decode(width);
			} else {
				for (int c = 0; c < components; c++) {
					decoder.runIndex(runIndices[c]);
					decoder.decode(above[c], line[c], width);
					runIndices[c] = decoder.runIndex();
				}
			}
			for (int c = 0; c < components; c++) {
				sink.store(line[c], scan.components()[c], row);
			}
			int[][] swap = above;
			above = line;
			line = swap;
			if (decoder.corrupt || decoder.bits.overrun()) {
				damage.report("The data " + (decoder.corrupt ? "are corrupt" : "end") + " at line " + (row + 1) + " near byte "
						+ (decoder.bits.position() - base) + " of the frame");
				return false;
			}
		}
		return true;
	}

	private void prepare(LsScan scan) {
		boolean fast = scan.interleave() != Interleave.SAMPLE && scan.parameters().losslessPowerOfTwo();
		if (decoder == null || !decoder.parameters.equals(scan.parameters())
				|| decoder instanceof LosslessLineDecoder != fast) {
			decoder = fast ? new LosslessLineDecoder(scan.parameters()) : new GeneralLineDecoder(scan.parameters());
		}
		above = new int[scan.components().length][width + 2];
		line = new int[scan.components().length][width + 2];
	}
}
