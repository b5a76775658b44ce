package org.dicompreview.codec.internal.jxl;

import java.io.ByteArrayOutputStream;

import org.dicompreview.codec.DecodeException;

/**
 * Where the codestream lies within a frame: bare, or in one or several boxes of a file (ISO/IEC 18181-2, clause 9),
 * whose other boxes (metadata, what is needed to make a JPEG file again) are passed.
 *
 * @param bytes has it
 * @param start index of its first byte
 * @param end   index after its last byte
 */
record Container(byte[] bytes, int start, int end) {

	private static final int BARE = 0xFF0A;
	private static final int SIGNATURE_BOX = 0x4A584C20;
	private static final int WHOLE = 0x6A786C63;
	private static final int PART = 0x6A786C70;
	private static final int HEAD = 8;
	private static final int LONG_HEAD = 16;
	private static final int PART_NUMBER = 4;

	/** Finds the codestream in {@code bytes[offset .. offset + length)}. */
	static Container find(byte[] bytes, int offset, int length) throws DecodeException {
		int end = offset + length;
		if (length >= 2 && ((bytes[offset] & 0xFF) << 8 | bytes[offset + 1] & 0xFF) == BARE) {
			return new Container(bytes, offset, end);
		}
		if (length < HEAD || int32(bytes, offset + 4) != SIGNATURE_BOX) {
			throw new DecodeException(JxlText.NO_CODESTREAM, length);
		}
		return walk(bytes, offset, end);
	}

	private static Container walk(byte[] bytes, int offset, int end) throws DecodeException {
		ByteArrayOutputStream parts = new ByteArrayOutputStream();
		long at = offset;
		while (end - at >= HEAD) {
			int box = (int) at;
			long size = int32(bytes, box) & 0xFFFFFFFFL;
			int head = HEAD;
			if (size == 1 && end - at >= LONG_HEAD) {
				size = (long) int32(bytes, box + 8) << 32 | int32(bytes, box + 12) & 0xFFFFFFFFL;
				head = LONG_HEAD;
			}
			long next = size == 0 ? end : at + size;
			if (size != 0 && size < head || next < at) {
				break;
			}
			int type = int32(bytes, box + 4);
			int from = Math.min(box + head, end);
			int stop = (int) Math.min(next, end);
			if (type == WHOLE) {
				return new Container(bytes, from, stop);
			}
			if (type == PART && stop - from >= PART_NUMBER) {
				parts.write(bytes, from + PART_NUMBER, stop - from - PART_NUMBER);
			}
			at = next;
		}
		if (parts.size() == 0) {
			throw new DecodeException(JxlText.NO_CODESTREAM_IN_BOXES);
		}
		byte[] joined = parts.toByteArray();
		return new Container(joined, 0, joined.length);
	}

	private static int int32(byte[] bytes, int at) {
		return bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
	}
}
