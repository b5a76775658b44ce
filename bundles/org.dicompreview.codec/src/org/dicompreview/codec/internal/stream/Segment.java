package org.dicompreview.codec.internal.stream;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.TextKey;

/**
 * A marker and its parameters. All reads are checked against the end of the segment.
 *
 * @param data   the array that holds the codestream
 * @param base   index in the array of the first byte of the codestream; offsets in messages count from here
 * @param marker the second byte of the marker
 * @param at     index of the marker's FF
 * @param start  index of the first parameter
 * @param end    index after the last parameter
 */
public record Segment(byte[] data, int base, int marker, int at, int start, int end) {

	/** {@return number of bytes of the parameters} */
	public int length() {
		return end - start;
	}

	/** {@return offset of the marker from the beginning of the codestream} */
	public int offset() {
		return at - base;
	}

	/** {@return the byte at this position of the parameters} */
	public int u8(int position) throws DecodeException {
		return (int) unsigned(position, 1);
	}

	/** {@return the 16-bit number at this position of the parameters} */
	public int u16(int position) throws DecodeException {
		return (int) unsigned(position, 2);
	}

	/** {@return the number of {@code bytes} 1-4 at this position, most significant byte first} */
	public long unsigned(int position, int bytes) throws DecodeException {
		if (position < 0 || position > length() - bytes) {
			throw failure(SegmentText.IS_TOO_SHORT, length());
		}
		long value = 0;
		for (int i = 0; i < bytes; i++) {
			value = value << 8 | data[start + position + i] & 0xFF;
		}
		return value;
	}

	/** {@return whether the parameters begin with this text} */
	public boolean startsWith(String text) {
		if (length() < text.length()) {
			return false;
		}
		for (int i = 0; i < text.length(); i++) {
			if (data[start + i] != (byte) text.charAt(i)) {
				return false;
			}
		}
		return true;
	}

	/** {@return an exception "The DHT segment at byte 20 ..."} */
	public DecodeException failure(TextKey what, Object... arguments) {
		return new DecodeException(SegmentText.SEGMENT, Marker.name(marker), offset(), Text.of(what, arguments));
	}
}
