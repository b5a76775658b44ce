package org.dicompreview.codec.internal.jpeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.codec.internal.Damage;
import org.dicompreview.codec.internal.stream.FrameHeader;
import org.dicompreview.codec.internal.stream.Marker;
import org.dicompreview.codec.internal.stream.MarkerReader;
import org.dicompreview.codec.internal.stream.ScanHeader;
import org.dicompreview.codec.internal.stream.Segment;
import org.dicompreview.codec.internal.stream.Stuffing;
import org.dicompreview.dicom.EncodedFrame;

/** A JPEG codestream whose headers were read and whose scans were found; nothing of them is decoded yet. */
final class Codestream {

	private static final int MAX_SCANS = 500;
	private static final int SOF5 = 0xC5;
	private static final int SOF7 = 0xC7;
	private static final int SOF9 = 0xC9;
	private static final int DHP = 0xDE;

	private final MarkerReader reader;
	private final HuffmanCache cache;
	private final Damage damage;
	private final int statedRows;
	private final QuantizationTables quantization = new QuantizationTables();
	private final HuffmanTables huffman = new HuffmanTables();
	private final ColourSigns signs = new ColourSigns();
	private final List<Scan> scans = new ArrayList<>();
	private FrameHeader header;
	private int restartInterval;
	/** Components of which a scan was found, a bit each. */
	private int found;

	private Codestream(EncodedFrame frame, HuffmanCache cache, Damage damage) {
		reader = new MarkerReader(frame.bytes(), frame.offset(), frame.length());
		statedRows = frame.format().rows();
		this.cache = cache;
		this.damage = damage;
	}

	/**
	 * Reads all headers.
	 *
	 * @param frame  the encoded frame
	 * @param cache  where to look for Huffman tables
	 * @param damage takes what is wrong but does no harm to all of the image
	 * @return the codestream with at least one scan
	 * @throws DecodeException if there is no image data, or a kind that is not supported
	 */
	static Codestream read(EncodedFrame frame, HuffmanCache cache, Damage damage) throws DecodeException {
		Codestream stream = new Codestream(frame, cache, damage);
		stream.findStart();
		try {
			stream.readSegments();
		} catch (DecodeException e) {
			if (stream.scans.isEmpty()) {
				throw e;
			}
			damage.report(e.problem());
		}
		if (stream.scans.isEmpty()) {
			throw new DecodeException(JpegText.NO_IMAGE_DATA, stream.reader.offsetOf(stream.reader.end()));
		}
		return stream;
	}

	/** {@return the reader of the codestream} */
	MarkerReader reader() {
		return reader;
	}

	/** {@return the frame header} */
	FrameHeader header() {
		return header;
	}

	/** {@return what it tells of colours} */
	ColourSigns signs() {
		return signs;
	}

	/** {@return the scans in order} */
	List<Scan> scans() {
		return scans;
	}

	/**
	 * Reports what was wrong with the entropy coded data of an interval.
	 *
	 * @param in       reader of the interval, where it stopped
	 * @param badCodes how many codes no Huffman table has
	 * @param decoded  how many of its MCUs were decoded
	 */
	void report(Interval interval, EntropyReader in, int badCodes, int decoded) {
		int offset = reader.offsetOf(in.sourceIndex());
		if (decoded < interval.count()) {
			damage.report(JpegText.IMAGE_DATA_END_EARLY, offset, interval.count() - decoded, interval.count());
		}
		if (badCodes > 0) {
			damage.report(JpegText.UNKNOWN_CODES, offset, badCodes);
		}
	}

	private void findStart() throws DecodeException {
		int begin = reader.position();
		int at = reader.findMarker(begin, Stuffing.BYTE);
		while (at < reader.end() && reader.byteAt(at + 1) != Marker.SOI) {
			at = reader.findMarker(at + 2, Stuffing.BYTE);
		}
		if (at >= reader.end()) {
			throw new DecodeException(JpegText.NO_START_OF_IMAGE);
		}
		if (at > begin) {
			damage.report(JpegText.BYTES_BEFORE_CODESTREAM, at - begin);
		}
		reader.moveTo(at + 2);
	}

	private void readSegments() throws DecodeException {
		boolean more = true;
		while (more) {
			Optional<Segment> segment = reader.next();
			more = segment.isPresent() && read(segment.get());
		}
	}

	/** Reads a segment. {@return whether to go on} */
	private boolean read(Segment segment) throws DecodeException {
		int marker = segment.marker();
		if (Marker.isStartOfFrame(marker)) {
			return readHeader(segment);
		}
		switch (marker) {
			case Marker.DHT -> huffman.read(segment);
			case Marker.DQT -> quantization.read(segment);
			case Marker.DRI -> restartInterval = segment.u16(0);
			case Marker.APP0, Marker.APP14 -> signs.read(segment);
			case DHP -> throw segment.failure(JpegText.BEGINS_HIERARCHICAL_IMAGE);
			case Marker.SOS -> {
				return readScan(segment);
			}
			default -> {
				return marker != Marker.EOI;
			}
		}
		return true;
	}

	private boolean readHeader(Segment segment) throws DecodeException {
		if (header != null) {
			throw segment.failure(JpegText.BEGINS_SECOND_IMAGE);
		}
		int marker = segment.marker();
		if (marker == Marker.SOF55) {
			throw segment.failure(JpegText.SAYS_JPEG_LS);
		}
		if (marker >= SOF9) {
			throw segment.failure(JpegText.SAYS_ARITHMETIC_CODING);
		}
		if (marker >= SOF5 && marker <= SOF7) {
			throw segment.failure(JpegText.BELONGS_TO_HIERARCHICAL_IMAGE);
		}
		header = FrameHeader.parse(segment);
		return true;
	}

	private boolean readScan(Segment segment) throws DecodeException {
		if (header == null) {
			throw segment.failure(JpegText.STANDS_BEFORE_FRAME_HEADER);
		}
		ScanHeader scanHeader = ScanHeader.parse(segment, header);
		boolean progressive = header.marker() == Marker.SOF2;
		boolean only = scanHeader.components().size() == header.components().size() && !progressive
				&& header.rows() > 0;
		int to = only ? reader.end() : reader.findEndOfScan(reader.position(), Stuffing.BYTE);
		int all = (1 << header.components().size()) - 1;
		int mask = scanHeader.components().stream().mapToInt(each -> 1 << each.index()).sum();
		if (progressive || (found & mask) != mask) {
			scans.add(scan(segment, scanHeader, to));
			found |= mask;
		}
		reader.moveTo(to);
		if (header.rows() == 0) {
			readNumberOfLines();
		}
		if (scans.size() == MAX_SCANS) {
			throw segment.failure(JpegText.TOO_MANY_SCANS, MAX_SCANS);
		}
		return !only && (progressive || found != all);
	}

	private Scan scan(Segment segment, ScanHeader scanHeader, int to) throws DecodeException {
		int size = scanHeader.components().size();
		HuffmanTable[] differences = new HuffmanTable[size];
		HuffmanTable[] coefficients = new HuffmanTable[size];
		int[][] steps = new int[size][];
		boolean lossless = header.marker() == Marker.SOF3;
		boolean progressive = header.marker() == Marker.SOF2;
		HuffmanTable.Use use = HuffmanTable.Use.COEFFICIENT;
		if (progressive) {
			use = scanHeader.high() > 0 ? HuffmanTable.Use.SYMBOL : HuffmanTable.Use.BAND;
		}
		for (int i = 0; i < size; i++) {
			ScanHeader.Component component = scanHeader.components().get(i);
			if (!progressive || scanHeader.start() == 0 && scanHeader.high() == 0) {
				differences[i] = difference(segment, component.dc());
			}
			if (!lossless && (!progressive || scanHeader.start() > 0)) {
				coefficients[i] = coefficient(segment, component.ac(), use);
			}
			if (!lossless) {
				int destination = header.components().get(component.index()).quantization();
				steps[i] = quantization.get(destination);
				if (steps[i] == null) {
					throw segment.failure(JpegText.QUANTIZATION_TABLE_MISSING, destination);
				}
			}
		}
		return new Scan(scanHeader, differences, coefficients, steps, restartInterval, reader.position(), to);
	}

	private HuffmanTable difference(Segment segment, int destination) throws DecodeException {
		Optional<byte[]> found = huffman.difference(destination);
		if (found.isEmpty() && header.marker() == Marker.SOF0) {
			found = DefaultHuffmanTables.difference(destination);
		}
		return table(segment, found, destination, HuffmanTable.Use.DIFFERENCE);
	}

	private HuffmanTable coefficient(Segment segment, int destination, HuffmanTable.Use use) throws DecodeException {
		Optional<byte[]> found = huffman.coefficient(destination);
		if (found.isEmpty() && header.marker() == Marker.SOF0) {
			found = DefaultHuffmanTables.coefficient(destination);
		}
		return table(segment, found, destination,
				use);
	}

	private HuffmanTable table(Segment segment, Optional<byte[]> specification, int destination, HuffmanTable.Use use)
			throws DecodeException {
		if (specification.isEmpty()) {
			throw segment.failure(JpegText.HUFFMAN_TABLE_MISSING, destination);
		}
		return cache.get(specification.get(), use);
	}

	/** The number of lines may be left open until the end of the first scan, T.81 B.2.5. */
	private void readNumberOfLines() throws DecodeException {
		int at = reader.position();
		int rows = 0;
		Optional<Segment> segment = reader.next();
		if (segment.isPresent() && segment.get().marker() == Marker.DNL) {
			rows = segment.get().u16(0);
		} else {
			reader.moveTo(at);
		}
		if (rows == 0) {
			damage.report(JpegText.NUMBER_OF_LINES_MISSING);
			rows = statedRows;
		}
		header = header.withRows(rows);
	}
}
