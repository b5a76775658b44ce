package org.dicompreview.dicom;

import java.io.IOException;
import java.io.InputStream;

/** What follows a position, to the end. */
final class BytesStream extends InputStream {

	private final InstanceBytes bytes;
	private long position;

	BytesStream(InstanceBytes bytes, long start) {
		this.bytes = bytes;
		position = start;
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

	/** Passes over what can be passed over without reading it. */
	@Override
	public long skip(long count) throws IOException {
		long size = bytes.size();
		if (size == InstanceBytes.UNKNOWN) {
			return super.skip(count);
		}
		long skipped = Math.max(0, Math.min(count, size - position));
		position += skipped;
		return skipped;
	}
}
