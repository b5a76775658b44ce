package org.dicompreview.series.internal.archive;

import java.io.IOException;
import java.io.InputStream;

import org.dicompreview.dicom.InstanceBytes;

/** Bytes from their beginning to their end. */
final class BytesStream extends InputStream {

	private final InstanceBytes bytes;
	private long position;

	BytesStream(InstanceBytes bytes) {
		this.bytes = bytes;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		int read = bytes.read(position, target, offset, length);
		position += read;
		return read == 0 && length > 0 ? -1 : read;
	}
}
