package org.dicompreview.codec.internal.jpegls;

import java.util.ArrayList;
import java.util.List;

/**
 * A scan and its entropy coded data.
 *
 * @param components      indices of its components
 * @param parameters      coding parameters
 * @param interleave      how the components are mixed
 * @param restartInterval lines after which coding begins anew, 0 for never
 * @param from            index in the frame's array of the first byte of the data
 * @param to              index after the last byte
 * @param explicit        whether the stream states the parameters
 */
record LsScan(int[] components, LsParameters parameters, Interleave interleave, int restartInterval, int from, int to,
		boolean explicit) {

	/** ILV, T.87 C.2.3. */
	enum Interleave {
		NONE, LINE, SAMPLE
	}

	/**
	 * Lines that can be decoded without any others.
	 *
	 * @param scan  the scan
	 * @param first first line
	 * @param end   line after the last
	 * @param from  index of the first byte of the data
	 * @param to    index after the last byte
	 */
	record Lines(LsScan scan, int first, int end, int from, int to) {
	}

	/** {@return whether the encoder may have taken other parameters than the default ones without stating them} */
	boolean mayBeUnbounded() {
		return !explicit && !parameters.equals(LsParameters.unbounded(parameters.maxVal(), parameters.near()));
	}

	/** {@return this scan with the thresholds of {@link LsParameters#unbounded}, unless the stream states others} */
	LsScan unbounded() {
		return explicit ? this
				: new LsScan(components, LsParameters.unbounded(parameters.maxVal(), parameters.near()), interleave,
						restartInterval, from, to, false);
	}

	/**
	 * Cuts the scan at its restart markers. A marker that has another number than it should have tells how many
	 * intervals were lost.
	 *
	 * @param rows    lines of the image
	 * @param markers indices of the restart markers between {@code from} and {@code to}
	 * @param data    the frame's array
	 */
	List<Lines> split(int rows, List<Integer> markers, byte[] data) {
		if (restartInterval == 0) {
			return List.of(new Lines(this, 0, rows, from, to));
		}
		List<Lines> result = new ArrayList<>();
		long line = 0;
		int begin = from;
		for (int i = 0; i <= markers.size() && line < rows; i++) {
			int end = i < markers.size() ? markers.get(i) : to;
			result.add(new Lines(this, (int) line, (int) Math.min(rows, line + restartInterval), begin, end));
			if (i < markers.size()) {
				int number = data[end + 1] & 7;
				long expected = line / restartInterval;
				line += (1 + (number - expected & 7)) * restartInterval;
				begin = end + 2;
			}
		}
		return result;
	}
}
