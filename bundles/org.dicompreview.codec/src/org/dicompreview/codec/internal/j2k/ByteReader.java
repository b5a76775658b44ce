package org.dicompreview.codec.internal.j2k;

import java.util.Arrays;

import org.dicompreview.codec.DecodeException;
import org.dicompreview.dicom.Text;
import org.dicompreview.dicom.TextKey;

/** Reads big-endian numbers from a part of the codestream and never past its end. */
final class ByteReader {

	private final byte[] bytes;
	private final int end;
	private int position;

	ByteReader(byte[] bytes, int start, int end) {
		this.bytes = bytes;
		this.position = start;
		this.end = end;
	}

	int position() {
		return position;
	}

	int remaining() {
		return end - position;
	}

	int u8() throws DecodeException {
		need(1);
		return bytes[position++] & 0xFF;
	}

	int u16() throws DecodeException {
		need(2);
		position += 2;
		return (bytes[position - 2] & 0xFF) << 8 | bytes[position - 1] & 0xFF;
	}

	long u32() throws DecodeException {
		return (long) u16() << 16 | u16();
	}

	/** {@return a 32-bit number that has to be an int of at least {@code least}} */
	int u31(TextKey what, int least) throws DecodeException {
		long value = u32();
		if (value < least || value > Integer.MAX_VALUE) {
			throw new DecodeException(Jpeg2000Text.OUT_OF_RANGE, Text.of(what), value, position - 4);
		}
		return (int) value;
	}

	/** A 32-bit size of at least 1; what is beyond an int is as good as its largest value, as nothing lies there. */
	int size(TextKey what) throws DecodeException {
		long value = u32();
		if (value < 1) {
			throw new DecodeException(Jpeg2000Text.OUT_OF_RANGE, Text.of(what), value, position - 4);
		}
		return (int) Math.min(value, Integer.MAX_VALUE);
	}

	/** A component index: one byte, or two where there are more than 256 components. */
	int component(int components) throws DecodeException {
		return components < 257 ? u8() : u16();
	}

	byte[] rest() {
		byte[] rest = Arrays.copyOfRange(bytes, position, end);
		position = end;
		return rest;
	}

	private void need(int count) throws DecodeException {
		if (end - position < count) {
			throw new DecodeException(Jpeg2000Text.HEADER_ENDS_EARLY, end);
		}
	}
}
