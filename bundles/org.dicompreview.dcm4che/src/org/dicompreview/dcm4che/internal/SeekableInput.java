package org.dicompreview.dcm4che.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file as a stream in which skipping and marking cost nothing, however far. For one thread. */
final class SeekableInput extends InputStream {

	private static final int CAPACITY = 1 << 13;

	private final SeekableByteChannel channel;
	private final long size;
	private final byte[] buffer = new byte[CAPACITY];
	private long bufferStart;
	private int bufferLength;
	private long position;
	private long mark;

	SeekableInput(Path file) throws IOException {
		channel = Files.newByteChannel(file);
		size = channel.size();
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
	public int read(byte[] bytes, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		if (length >= CAPACITY && !isBuffered()) {
			channel.position(position);
			int read = channel.read(ByteBuffer.wrap(bytes, offset, length));
			position += Math.max(0, read);
			return read;
		}
		if (!fill()) {
			return -1;
		}
		int at = (int) (position - bufferStart);
		int count = Math.min(length, bufferLength - at);
		System.arraycopy(buffer, at, bytes, offset, count);
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
		channel.position(position);
		bufferStart = position;
		bufferLength = Math.max(0, channel.read(ByteBuffer.wrap(buffer)));
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
		channel.close();
	}
}
