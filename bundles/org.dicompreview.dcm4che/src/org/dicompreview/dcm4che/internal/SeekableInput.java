package org.dicompreview.dcm4che.internal;

import java.io.IOException;
import java.io.InputStream;

import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.InstanceLocation;

/** An instance as a stream in which skipping and marking cost nothing, however far. For one thread. */
final class SeekableInput extends InputStream {

	private static final int CAPACITY = 1 << 13;

	private final InstanceBytes bytes;
	private final long size;
	private final byte[] buffer = new byte[CAPACITY];
	private long bufferStart;
	private int bufferLength;
	private long position;
	private long mark;

	SeekableInput(InstanceLocation location) throws IOException {
		bytes = location.source().open(location);
		size = bytes.size();
	}

	/** {@return length of the file in bytes} */
	long size() {
		return size;
	}

	@Override
	public int read() throws IOException {
		return fill() ? buffer[(int) (position++ - bufferStart)] & 0xFF : -1;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		if (length >= CAPACITY && !isBuffered()) {
			int read = bytes.read(position, target, offset, length);
			position += read;
			return read == 0 ? -1 : read;
		}
		if (!fill()) {
			return -1;
		}
		int at = (int) (position - bufferStart);
		int count = Math.min(length, bufferLength - at);
		System.arraycopy(buffer, at, target, offset, count);
		position += count;
		return count;
	}

	private boolean isBuffered() {
		return position >= bufferStart && position < bufferStart + bufferLength;
	}

	/** {@return whether there is a byte at the position} */
	private boolean fill() throws IOException {
		if (isBuffered()) {
			return true;
		}
		bufferStart = position;
		bufferLength = bytes.read(position, buffer, 0, CAPACITY);
		return bufferLength > 0;
	}

	@Override
	public long skip(long count) {
		long skipped = Math.max(0, Math.min(count, size - position));
		position += skipped;
		return skipped;
	}

	@Override
	public int available() {
		return (int) Math.min(Integer.MAX_VALUE, Math.max(0, size - position));
	}

	@Override
	public boolean markSupported() {
		return true;
	}

	@Override
	public synchronized void mark(int limit) {
		mark = position;
	}

	@Override
	public synchronized void reset() {
		position = mark;
	}

	@Override
	public void close() throws IOException {
		bytes.close();
	}
}
