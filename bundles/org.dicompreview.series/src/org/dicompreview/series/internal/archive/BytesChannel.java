package org.dicompreview.series.internal.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

import org.dicompreview.dicom.DicomException;
import org.dicompreview.dicom.InstanceBytes;
import org.dicompreview.dicom.Problem;
import org.dicompreview.series.SeriesText;

/** Bytes as a channel, of which no more than a budget is read. For one thread. */
final class BytesChannel implements SeekableByteChannel {

	private static final int PIECE = 1 << 16;

	private final InstanceBytes bytes;
	private long budget;
	private long position;
	private boolean closed;

	/** @param budget how many bytes may be read */
	BytesChannel(InstanceBytes bytes, long budget) {
		this.bytes = bytes;
		this.budget = budget;
	}

	/** @param more how many bytes may be read from now on */
	void setBudget(long more) {
		budget = more;
	}

	@Override
	public int read(ByteBuffer target) throws IOException {
		if (closed) {
			throw new ClosedChannelException();
		}
		if (!target.hasRemaining()) {
			return 0;
		}
		byte[] piece = target.hasArray() ? target.array() : new byte[Math.min(target.remaining(), PIECE)];
		int offset = target.hasArray() ? target.arrayOffset() + target.position() : 0;
		int read = bytes.read(position, piece, offset, target.hasArray() ? target.remaining() : piece.length);
		if (read == 0) {
			return -1;
		}
		budget -= read;
		if (budget < 0) {
			throw new DicomException(Problem.of(SeriesText.ARCHIVE_DIRECTORY_TOO_LARGE));
		}
		if (target.hasArray()) {
			target.position(target.position() + read);
		} else {
			target.put(piece, 0, read);
		}
		position += read;
		return read;
	}

	@Override
	public long position() {
		return position;
	}

	@Override
	public SeekableByteChannel position(long to) throws IOException {
		if (to < 0) {
			throw new IOException("a position before the beginning: " + to); //$NON-NLS-1$
		}
		position = to;
		return this;
	}

	@Override
	public long size() {
		return bytes.size();
	}

	@Override
	public int write(ByteBuffer source) {
		throw new NonWritableChannelException();
	}

	@Override
	public SeekableByteChannel truncate(long size) {
		throw new NonWritableChannelException();
	}

	@Override
	public boolean isOpen() {
		return !closed;
	}

	/** Leaves the bytes open. */
	@Override
	public void close() {
		closed = true;
	}
}
