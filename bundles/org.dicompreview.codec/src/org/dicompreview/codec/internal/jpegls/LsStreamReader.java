package org.dicompreview.codec.internal.jpegls;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.internal.jpegls.LsScan.Interleave;
import org.dicompreview.codec.internal.stream.FrameHeader;
import org.dicompreview.codec.internal.stream.Marker;
import org.dicompreview.codec.internal.stream.MarkerReader;
import org.dicompreview.codec.internal.stream.ScanHeader;
import org.dicompreview.codec.internal.stream.Segment;
import org.dicompreview.codec.internal.stream.Stuffing;
import org.dicompreview.dicom.EncodedFrame;
import org.dicompreview.dicom.Photometric;

/** Reads the markers of a JPEG-LS stream (T.87 annex C). For one stream. */
final class LsStreamReader {

	private static final int PRESET = 1;
	private static final int OVERSIZE = 4;
	/** Lines are decoded in arrays of their own, which are to stay small. */
	private static final int MOST_COLUMNS = 1 << 24;

	private final MarkerReader markers;
	private final Damage damage;
	private final List<LsScan> scans = new ArrayList<>();
	private final BitSet seen = new BitSet();
	private FrameHeader header;
	private long columns;
	private long rows;
	private Segment preset;
	private int restartInterval;
	private int transform;
	private Optional<Photometric> colour = Optional.empty();

	private LsStreamReader(EncodedFrame frame, Damage damage) {
		markers = new MarkerReader(frame.bytes(), frame.offset(), frame.length());
		this.damage = damage;
	}

	/**
	 * Reads a stream.
	 *
	 * @param frame  the frame
	 * @param damage gets what is wrong but leaves something to be decoded
	 * @throws DecodeException if there is nothing to be decoded
	 */
	static LsStream read(EncodedFrame frame, Damage damage) throws DecodeException {
		LsStreamReader reader = new LsStreamReader(frame, damage);
		try {
			reader.readSegments();
		} catch (DecodeException e) {
			if (reader.scans.isEmpty()) {
				throw e;
			}
			damage.report(e.problem());
		}
		return reader.finish(frame);
	}

	private LsStream finish(EncodedFrame frame) throws DecodeException {
		if (header == null) {
			throw new DecodeException(JpegLsText.NO_STREAM, frame.length());
		}
		if (scans.isEmpty()) {
			throw new DecodeException(JpegLsText.NO_IMAGE_DATA);
		}
		long width = columns != 0 ? columns : frame.format().columns();
		long height = rows != 0 ? rows : frame.format().rows();
		if (width > MOST_COLUMNS || height > Integer.MAX_VALUE) {
			throw new DecodeException(JpegLsText.IMAGE_SIZE, width, height);
		}
		int channels = header.components().size();
		if (seen.cardinality() < channels) {
			damage.report(JpegLsText.COMPONENTS_MISSING, seen.cardinality(), channels);
		}
		return new LsStream(header, (int) width, (int) height, List.copyOf(scans), transform, colour);
	}

	private void readSegments() throws DecodeException {
		for (Optional<Segment> next = markers.next(); next.isPresent(); next = markers.next()) {
			Segment segment = next.get();
			switch (segment.marker()) {
				case Marker.EOI -> {
					if (header != null) {
						return;
					}
				}
				case Marker.SOF55 -> readHeader(segment);
				case Marker.LSE -> readExtension(segment);
				case Marker.DRI -> restartInterval = restartInterval(segment);
				case Marker.DNL -> rows = rows == 0 ? segment.u16(0) : rows;
				case Marker.SOS -> readScan(segment);
				case Marker.APP8 -> readApplication(segment);
				default -> {
					if (header == null && Marker.isStartOfFrame(segment.marker())) {
						throw segment.failure(JpegLsText.BELONGS_TO_OTHER_JPEG);
					}
				}
			}
		}
	}

	private void readHeader(Segment segment) throws DecodeException {
		if (header != null) {
			throw segment.failure(JpegLsText.IS_SECOND_ONE);
		}
		FrameHeader read = FrameHeader.parse(segment);
		if (read.precision() < 2) {
			throw segment.failure(JpegLsText.STATES_PRECISION, read.precision());
		}
		if (read.maxHorizontal() != 1 || read.maxVertical() != 1) {
			throw segment.failure(JpegLsText.STATES_COMPONENT_SIZES);
		}
		header = read;
		columns = read.columns() != 0 ? read.columns() : columns;
		rows = read.rows() != 0 ? read.rows() : rows;
	}

	private void readExtension(Segment segment) throws DecodeException {
		switch (segment.u8(0)) {
			case PRESET -> preset = segment;
			case OVERSIZE -> {
				int bytes = segment.u8(1);
				if (bytes < 2 || bytes > 4) {
					throw segment.failure(JpegLsText.STATES_SIZE_OF_NUMBERS, bytes);
				}
				rows = rows != 0 ? rows : segment.unsigned(2, bytes);
				columns = columns != 0 ? columns : segment.unsigned(2 + bytes, bytes);
			}
			default -> {
				// mapping tables are looked at only where a scan uses them
			}
		}
	}

	private static int restartInterval(Segment segment) throws DecodeException {
		int bytes = Math.min(4, Math.max(2, segment.length()));
		return (int) Math.min(Integer.MAX_VALUE, segment.unsigned(0, bytes));
	}

	private void readApplication(Segment segment) throws DecodeException {
		if (segment.startsWith("mrfx") && segment.length() >= 5) {
			transform = segment.u8(4);
			if (transform > ColourTransform.LAST) {
				throw segment.failure(JpegLsText.NAMES_COLOUR_TRANSFORM, transform);
			}
		} else if (segment.startsWith("SPIFF\0") && segment.length() >= 19) {
			colour = switch (segment.u8(18)) {
				case 3, 4 -> Optional.of(Photometric.YBR_FULL);
				case 10 -> Optional.of(Photometric.RGB);
				default -> Optional.empty();
			};
		}
	}

	private void readScan(Segment segment) throws DecodeException {
		if (header == null) {
			throw segment.failure(JpegLsText.COMES_BEFORE_FRAME_HEADER);
		}
		int end = markers.findEndOfScan(segment.end(), Stuffing.BIT);
		markers.moveTo(end);
		ScanHeader scan = ScanHeader.parse(segment, header);
		int mode = scan.end();
		if (mode >= Interleave.values().length || mode == 0 && scan.components().size() > 1) {
			throw segment.failure(JpegLsText.STATES_INTERLEAVE_MODE, mode, scan.components().size());
		}
		if (scan.components().stream().anyMatch(each -> each.tables() != 0)) {
			damage.report(JpegLsText.TABLE_NOT_APPLIED);
		}
		int[] components = scan.components().stream().mapToInt(ScanHeader.Component::index).toArray();
		for (int component : components) {
			if (seen.get(component)) {
				throw segment.failure(JpegLsText.CODES_COMPONENT_AGAIN, component);
			}
			seen.set(component);
		}
		Interleave interleave = components.length == 1 ? Interleave.NONE : Interleave.values()[mode];
		LsParameters parameters = parameters(segment, scan.start());
		scans.add(new LsScan(components, parameters, interleave, restartInterval, segment.end(), end, preset != null));
	}

	private LsParameters parameters(Segment scan, int near) throws DecodeException {
		int most = (1 << header.precision()) - 1;
		int maxVal = preset == null || preset.u16(1) == 0 ? most : preset.u16(1);
		LsParameters result = LsParameters.standard(Math.min(maxVal, most), near);
		if (preset != null) {
			result = result.with(preset.u16(3), preset.u16(5), preset.u16(7), preset.u16(9));
		}
		if (maxVal > most || !result.valid()) {
			throw scan.failure(JpegLsText.USES_INVALID_PARAMETERS, result);
		}
		return result;
	}
}
