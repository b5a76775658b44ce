package org.dicompreview.codec.internal.jpegls;

import java.util.Arrays;

import org.dicompreview.codec.internal.jpegls.LsScan.Interleave;
import org.dicompreview.codec.internal.jpegls.LsScan.Lines;

/** Decodes the lines of a scan, or of one restart interval of it. Keeps its buffers. For one thread. */
final class IntervalDecoder {

	private final int width;
	private final LineSink sink;
	private ValueDecoder decoder;
	private int[][] rows = {};

	IntervalDecoder(int width, LineSink sink) {
		this.width = width;
		this.sink = sink;
	}

	/**
	 * Decodes lines and stores them.
	 *
	 * @param data the frame's array
	 * @return the number of the line in which the data turned out to be damaged; {@code lines.end()} if they are whole
	 */
	int decode(Lines lines, byte[] data) {
		LsScan scan = lines.scan();
		int[] components = scan.components();
		if (rows.length != components.length) {
			rows = new int[components.length][width + 2];
		}
		for (int[] row : rows) {
			Arrays.fill(row, 0);
		}
		int[] runIndices = new int[components.length];
		if (decoder == null || !decoder.parameters.equals(scan.parameters())
				|| decoder instanceof SampleLineDecoder != (scan.interleave() == Interleave.SAMPLE)) {
			decoder = decoderFor(scan);
		}
		decoder.begin(data, lines.from(), lines.to());
		for (int number = lines.first(); number < lines.end(); number++) {
			if (decoder instanceof SampleLineDecoder samples) {
				samples.decode(rows, width);
			} else if (decoder instanceof LineDecoder line) {
				decode(line, runIndices);
			}
			for (int c = 0; c < components.length; c++) {
				sink.store(rows[c], components[c], number);
			}
			if (decoder.failed()) {
				return number;
			}
		}
		return lines.end();
	}

	private void decode(LineDecoder line, int[] runIndices) {
		for (int c = 0; c < rows.length; c++) {
			line.runIndex(runIndices[c]);
			line.decode(rows[c], width);
			runIndices[c] = line.runIndex();
		}
	}

	/** {@return the number of bits that the last lines left over} */
	long bitsLeft() {
		return decoder.bits.left();
	}

	private static ValueDecoder decoderFor(LsScan scan) {
		LsParameters parameters = scan.parameters();
		if (scan.interleave() == Interleave.SAMPLE) {
			return new SampleLineDecoder(parameters);
		}
		return LosslessLineDecoder.suits(parameters) ? new LosslessLineDecoder(parameters)
				: new LineDecoder(parameters);
	}
}
