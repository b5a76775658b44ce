package org.dicompreview.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes that come as a stream: an entry of an archive, a deflated data set. Forward positions are skipped to; for a
 * position that has gone by, the stream is opened anew. Not for several threads at once.
 */
final class StreamBytes implements InstanceBytes {

	private final Opener opener;
	private final long size;
	private final long limit;
	private InputStream stream;
	private long position;

	/**
	 * @param opener opens the stream
	 * @param size   its length, or {@link InstanceBytes#UNKNOWN}
	 * @param limit  how many bytes it may give before reading fails
	 */
	StreamBytes(Opener opener, long size, long limit) {
		this.opener = opener;
		this.size = size;
		this.limit = limit;
	}

	@Override
	public int read(long from, byte[] target, int offset, int length) throws IOException {
		if (from >= size || !goTo(from)) {
			return 0;
		}
		if (from + length > limit) {
			throw new SizeLimitException(limit);
		}
		int read = stream.readNBytes(target, offset, length);
		position += read;
		return read;
	}

	private boolean goTo(long from) throws IOException {
		if (stream == null || from < position) {
			close();
			stream = opener.open();
			position = 0;
		}
		if (from > limit) {
			throw new SizeLimitException(limit);
		}
		try {
			stream.skipNBytes(from - position);
		} catch (EOFException e) {
			close();
			return false;
		}
		position = from;
		return true;
	}

	@Override
	public long size() {
		return size;
	}

	@Override
	public void close() throws IOException {
		if (stream != null) {
			stream.close();
			stream = null;
		}
	}
}
