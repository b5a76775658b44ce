package org.dicompreview.codec.internal.j2k;

import org.dicompreview.codec.DecodeException;

/**
 * Where the codestream lies within a frame. PS3.5 A.4.4 wants bare codestreams, but some writers wrap them in a JP2 or
 * JPH file (ISO/IEC 15444-1 annex I).
 *
 * @param start     index of the SOC marker
 * @param end       index after the last byte
 * @param luminance whether the file's colour specification says that the values are luminance and chrominances (sYCC)
 */
record Wrapper(int start, int end, boolean luminance) {

	private static final int JP2C = 0x6A703263;
	private static final int JP2H = 0x6A703268;
	private static final int COLR = 0x636F6C72;
	private static final int SYCC = 18;

	/** Finds the codestream in {@code bytes[offset .. offset + length)}. */
	static Wrapper find(byte[] bytes, int offset, int length) throws DecodeException {
		int end = offset + length;
		if (isCodestream(bytes, offset, end)) {
			return new Wrapper(offset, end, false);
		}
		Wrapper inBox = walk(bytes, offset, end);
		if (inBox != null) {
			return inBox;
		}
		for (int i = offset; i <= end - 4; i++) {
			if (isCodestream(bytes, i, end)) {
				return new Wrapper(i, end, false);
			}
		}
		throw new DecodeException(Jpeg2000Text.NO_CODESTREAM, length);
	}

	private static Wrapper walk(byte[] bytes, int offset, int end) {
		boolean luminance = false;
		long at = offset;
		while (end - at >= 8) {
			int box = (int) at;
			long size = int32(bytes, box) & 0xFFFFFFFFL;
			int head = 8;
			if (size == 1 && end - at >= 16) {
				size = (long) int32(bytes, box + 8) << 32 | int32(bytes, box + 12) & 0xFFFFFFFFL;
				head = 16;
			}
			long next = size == 0 ? end : at + size;
			if (size != 0 && size < head || next < at) {
				return null;
			}
			int type = int32(bytes, box + 4);
			int stop = (int) Math.min(next, end);
			if (type == JP2C) {
				return isCodestream(bytes, box + head, end) ? new Wrapper(box + head, stop, luminance) : null;
			}
			if (type == JP2H) {
				luminance = statesLuminance(bytes, box + head, stop);
			}
			at = next;
		}
		return null;
	}

	private static boolean statesLuminance(byte[] bytes, int from, int end) {
		for (int i = from; i <= end - 15; i++) {
			if (int32(bytes, i + 4) == COLR && bytes[i + 8] == 1) {
				return int32(bytes, i + 11) == SYCC;
			}
		}
		return false;
	}

	private static boolean isCodestream(byte[] bytes, int at, int end) {
		return end - at >= 4 && int32(bytes, at) == (Marker.SOC << 16 | Marker.SIZ);
	}

	private static int int32(byte[] bytes, int at) {
		return bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | bytes[at + 3] & 0xFF;
	}
}
