package org.dicompreview.codec.internal.jpeg;

import java.util.ArrayList;
import java.util.List;

import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.internal.stream.Marker;
import org.dicompreview.codec.internal.stream.MarkerReader;
import org.dicompreview.codec.internal.stream.Stuffing;

/**
 * Entropy coded data that can be decoded without what stands before: a restart interval, or a scan without any.
 *
 * @param first index of its first MCU in the scan
 * @param count number of MCUs
 * @param from  index of its first byte
 * @param to    index after its last byte
 */
record Interval(int first, int count, int from, int to) {

	/** How many restart markers in a row may be missing; more seem to be less likely than a wrong number. */
	private static final int MOST_LOST = 3;

	/**
	 * Finds the intervals of a scan by their restart markers. Where markers are missing, the numbers of the others tell
	 * which intervals are lost.
	 *
	 * @param reader reader of the codestream; its position stays
	 * @param scan   the scan
	 * @param mcus   number of MCUs in the scan
	 * @param damage takes what is wrong
	 * @return all intervals in order; those that are lost are empty
	 */
	static List<Interval> of(MarkerReader reader, Scan scan, int mcus, Damage damage) {
		int length = scan.restartInterval();
		if (length == 0 || length >= mcus) {
			return List.of(new Interval(0, mcus, scan.from(), scan.to()));
		}
		List<Integer> markers = markers(reader, scan);
		int expected = (mcus - 1) / length;
		if (markers.isEmpty()) { // there are encoders that announce restarts and make none
			return List.of(new Interval(0, mcus, scan.from(), scan.to()));
		}
		if (markers.size() != expected) {
			damage.report(JpegText.RESTART_MARKERS, markers.size(), expected);
		}
		List<Interval> intervals = new ArrayList<>(markers.size() + 1);
		int from = scan.from();
		for (int marker : markers) {
			int index = intervals.size();
			add(intervals, length, mcus, from, marker);
			int lost = (reader.byteAt(marker + 1) - Marker.RST0 - index) & 7;
			if (markers.size() < expected && lost <= MOST_LOST) {
				for (int i = 0; i < lost; i++) {
					add(intervals, length, mcus, marker, marker);
				}
			}
			from = marker + 2;
		}
		add(intervals, length, mcus, from, scan.to());
		while (intervals.size() <= expected) {
			add(intervals, length, mcus, scan.to(), scan.to());
		}
		return intervals;
	}

	private static void add(List<Interval> intervals, int length, int mcus, int from, int to) {
		long first = (long) intervals.size() * length;
		if (first < mcus) {
			intervals.add(new Interval((int) first, Math.min(length, mcus - (int) first), from, to));
		}
	}

	private static List<Integer> markers(MarkerReader reader, Scan scan) {
		List<Integer> found = new ArrayList<>();
		int at = reader.findMarker(scan.from(), Stuffing.BYTE);
		while (at < scan.to() && Marker.isRestart(reader.byteAt(at + 1))) {
			found.add(at);
			at = reader.findMarker(at + 2, Stuffing.BYTE);
		}
		return found;
	}
}
