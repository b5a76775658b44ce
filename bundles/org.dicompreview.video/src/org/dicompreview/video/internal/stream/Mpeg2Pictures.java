package org.dicompreview.video.internal.stream;

import java.io.IOException;

import org.dicompreview.codec.DecodeException;

/**
 * Finds the pictures of an MPEG-2 video stream (ISO/IEC 13818-2 6.2). Anchors (I and P) are shown when the next anchor
 * comes, B pictures at once: so the order of showing follows from the order of coding (6.1.1.11).
 */
final class Mpeg2Pictures {

	private static final int PICTURE = 0x00;
	private static final int LAST_SLICE = 0xAF;
	private static final int SEQUENCE = 0xB3;
	private static final int EXTENSION = 0xB5;
	private static final int GROUP = 0xB8;
	private static final int SEQUENCE_EXTENSION_ID = 1;
	private static final int PICTURE_EXTENSION_ID = 8;
	private static final int I = 1;
	private static final int B = 3;
	private static final int FRAME_STRUCTURE = 3;
	private static final int HEADER_LIMIT = 1 << 16;

	private final StreamBytes stream;
	private final int limit;
	private final PictureList list = new PictureList();
	private final StartCodes codes;
	private int columns;
	private int rows;
	/** Where the header of the next picture begins: at its sequence or group header, -1 if it has none yet. */
	private long unitAt = -1;
	private long sequenceAt = -1;
	private long sequenceEnd = -1;
	private boolean closed;
	private int heldAnchor = -1;
	private long shown;
	private int anchors;
	private boolean secondField;
	private int lastType;

	/** @param limit most bytes of a coded picture */
	Mpeg2Pictures(StreamBytes stream, int limit) {
		this.stream = stream;
		this.limit = limit;
		codes = new StartCodes(stream);
	}

	VideoIndex index() throws IOException, DecodeException {
		while (codes.next()) {
			int code = codes.at(0);
			if (code == SEQUENCE) {
				sequence();
			} else if (code == GROUP) {
				begin();
				closed = codes.bits(1, 4, false).read(26) % 2 == 1; // time code 25 bits, then closed_gop
			} else if (code == EXTENSION) {
				extension();
			} else if (code == PICTURE) {
				picture();
			} else if (code <= LAST_SLICE) {
				unitAt = -1;
			}
		}
		list.endAt(stream.length(), limit);
		show(heldAnchor);
		if (list.count() == 0 || columns == 0) {
			throw new DecodeException(StreamText.NO_MPEG2_PICTURE);
		}
		return new VideoIndex(Codec.MPEG2, columns, rows, 8, new byte[0], stream, list);
	}

	/** What comes before a picture belongs to it. */
	private void begin() throws IOException {
		if (unitAt < 0) {
			unitAt = codes.position();
		}
		if (sequenceAt >= 0 && sequenceEnd < 0) {
			sequenceEnd = codes.position();
		}
	}

	private void sequence() throws IOException {
		sequenceAt = codes.position();
		sequenceEnd = -1;
		if (unitAt < 0) {
			unitAt = sequenceAt;
		}
		BitReader bits = codes.bits(1, 8, false);
		columns = (int) bits.read(12);
		rows = (int) bits.read(12);
	}

	private void extension() {
		BitReader bits = codes.bits(1, 8, false);
		int id = (int) bits.read(4);
		if (id == SEQUENCE_EXTENSION_ID) { // profile, progressive_sequence, chroma_format, size extensions
			bits.skip(8 + 1 + 2);
			columns |= (int) bits.read(2) << 12;
			rows |= (int) bits.read(2) << 12;
		} else if (id == PICTURE_EXTENSION_ID && list.count() > 0) { // 4 f_codes, intra_dc_precision, picture_structure
			bits.skip(4 * 4 + 2);
			boolean field = bits.read(2) != FRAME_STRUCTURE;
			secondField = field && !secondField;
		}
	}

	private void picture() throws IOException, DecodeException {
		begin();
		int type = (int) codes.bits(1, 4, false).read(13) & 7; // temporal_reference 10 bits, then picture_coding_type
		boolean second = secondField && isSecond(type);
		if (second) {
			return; // both fields are one frame; its extension ends the pair
		}
		secondField = false;
		list.endAt(unitAt, limit);
		list.add(unitAt, type == I, PictureList.HIDDEN);
		if (type == I) {
			list.setHeaders(headers());
		}
		int picture = list.count() - 1;
		if (type != B) {
			show(heldAnchor);
			heldAnchor = picture;
			anchors++;
		} else if (anchors > 1 || closed) { // without its first anchor a B picture cannot be decoded (open group)
			show(picture);
		}
		lastType = type;
	}

	/** An I field may be followed by a P field of the same frame; all others are of one kind. */
	private boolean isSecond(int type) {
		return type == lastType || lastType == I && type != B;
	}

	private void show(int picture) {
		if (picture >= 0) {
			list.setKey(picture, shown++);
		}
	}

	private byte[] headers() throws IOException {
		if (sequenceAt < 0) {
			return new byte[0];
		}
		byte[] header = new byte[(int) Math.min(HEADER_LIMIT, sequenceEnd - sequenceAt)];
		stream.read(sequenceAt, header, 0, header.length);
		return header;
	}
}
