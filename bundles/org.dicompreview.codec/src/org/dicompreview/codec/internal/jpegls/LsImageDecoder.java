package org.dicompreview.codec.internal.jpegls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.internal.Parallel;
import org.dicompreview.codec.internal.jpegls.LsScan.Lines;
import org.dicompreview.codec.internal.stream.MarkerReader;
import org.dicompreview.codec.internal.stream.Stuffing;
import org.dicompreview.dicom.EncodedFrame;

/**
 * Decodes the scans of a stream.
 *
 * @param stream  what the markers say
 * @param frame   the frame
 * @param sink    gets the values
 * @param threads how many threads may work
 */
record LsImageDecoder(LsStream stream, EncodedFrame frame, LineSink sink, int threads) {

	/** Bits that encoders leave behind the last value, at most: some write a byte more than they need. */
	private static final int PADDING = 16;

	/**
	 * Decodes all scans. A damaged one whose stream does not state its coding parameters is tried again with those that
	 * JAI Image I/O took for the default ones: they are right if the data end where the image ends.
	 */
	void decode(Damage damage) throws DecodeException {
		Damage found = decode(scan -> scan);
		if (!found.isEmpty() && stream.scans().stream().anyMatch(LsScan::mayBeUnbounded)) {
			sink.clear();
			if (decode(LsScan::unbounded).isEmpty()) {
				return;
			}
			sink.clear();
			found = decode(scan -> scan);
		}
		found.problem().ifPresent(damage::report);
	}

	private Damage decode(UnaryOperator<LsScan> assumption) throws DecodeException {
		List<Lines> pieces = new ArrayList<>();
		Damage damage = new Damage();
		for (LsScan scan : stream.scans()) {
			List<Lines> intervals = assumption.apply(scan).split(stream.rows(), restartMarkers(scan), frame.bytes());
			int lines = intervals.stream().mapToInt(each -> each.end() - each.first()).sum();
			if (lines < stream.rows()) {
				damage.report(JpegLsText.LINES_MISSING, stream.rows() - lines, scan.from() - frame.offset());
			}
			pieces.addAll(intervals);
		}
		Parallel.run(pieces.size(), threads, () -> new IntervalDecoder(stream.columns(), sink),
				(decoder, index) -> decode(decoder, pieces.get(index), damage));
		return damage;
	}

	private void decode(IntervalDecoder decoder, Lines lines, Damage damage) {
		int end = decoder.decode(lines, frame.bytes());
		if (end < lines.end()) {
			damage.report(decoder.bitsLeft() > PADDING ? JpegLsText.DATA_CORRUPT_AT_LINE : JpegLsText.DATA_INCOMPLETE_AT_LINE,
					lines.from() - frame.offset(), end + 1);
		} else if (decoder.bitsLeft() > PADDING) {
			damage.report(JpegLsText.DATA_DO_NOT_END, lines.from() - frame.offset());
		}
	}

	private List<Integer> restartMarkers(LsScan scan) {
		if (scan.restartInterval() == 0) {
			return List.of();
		}
		List<Integer> result = new ArrayList<>();
		MarkerReader reader = new MarkerReader(frame.bytes(), scan.from(), scan.to() - scan.from());
		for (int at = reader.findMarker(scan.from(), Stuffing.BIT); at < scan.to(); at = reader.findMarker(at + 2,
				Stuffing.BIT)) {
			result.add(at);
		}
		return result;
	}
}
