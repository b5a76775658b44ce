package org.dicompreview.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * A file of the default file system. Safe for several threads: reads carry their position. An interrupt of one reading
 * thread closes its channel (that is how interruptible channels work), so the next read opens the file again.
 */
final class FileBytes implements InstanceBytes {

	/** Larger reads go in pieces: the JDK keeps a native buffer as large as the largest piece for every thread. */
	private static final int PIECE = 1 << 22;
	private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ);

	private final Path file;
	private volatile FileChannel channel;
	private volatile boolean closed;

	private final long size;

	FileBytes(Path file) throws IOException {
		this.file = file;
		channel = FileChannel.open(file, READ);
		try {
			size = channel.size();
		} catch (IOException e) {
			channel.close();
			throw e;
		}
	}

	@Override
	public boolean isRandomAccess() {
		return true;
	}

	@Override
	public int read(long position, byte[] target, int offset, int length) throws IOException {
		int done = 0;
		while (done < length) {
			int piece = Math.min(length - done, PIECE);
			int read = read(ByteBuffer.wrap(target, offset + done, piece), position + done);
			if (read < 0) {
				break;
			}
			done += read;
		}
		return done;
	}

	private int read(ByteBuffer target, long position) throws IOException {
		FileChannel current = channel;
		try {
			return current.read(target, position);
		} catch (ClosedByInterruptException e) {
			throw e;
		} catch (ClosedChannelException e) {
			return reopened(current, e).read(target, position);
		}
	}

	private synchronized FileChannel reopened(FileChannel lost, ClosedChannelException cause) throws IOException {
		if (closed) {
			throw cause;
		}
		if (channel == lost) {
			channel = FileChannel.open(file, READ);
		}
		return channel;
	}

	/** {@return the size when the file was opened} */
	@Override
	public long size() {
		return size;
	}

	@Override
	public synchronized void close() throws IOException {
		closed = true;
		channel.close();
	}
}
