package org.dicompreview.dicom.internal.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.dicompreview.dicom.InstanceBytes;

/**
 * Inflates the part of a source behind a position (PS3.5 A.5). Damage ends the stream where it is met and is
 * remembered, so that what came before it can be used. A zlib header, which the standard does not allow, is accepted.
 */
final class Inflated extends InputStream {

	private final InstanceBytes source;
	private final Inflater inflater;
	private final byte[] input = new byte[8192];
	private long position;
	private boolean ended;

	Inflated(InstanceBytes source, long start) throws IOException {
		this.source = source;
		this.position = start;
		byte[] head = new byte[5];
		int read = source.read(start, head, 0, head.length);
		inflater = new Inflater(!hasZlibHeader(head, read));
	}

	/** A stored block would begin with the same bits, but then its length is followed by the complement of it. */
	private static boolean hasZlibHeader(byte[] head, int length) {
		boolean zlib = length >= 2 && (head[0] & 0x0F) == 8 && ((head[0] & 0xFF) << 8 | head[1] & 0xFF) % 31 == 0;
		boolean stored = length == 5 && (head[0] & 6) == 0 && (head[1] ^ head[3]) == -1 && (head[2] ^ head[4]) == -1;
		return zlib && !stored;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		while (!ended) {
			int count = inflate(target, offset, length);
			if (count > 0) {
				return count;
			}
			ended = ended || inflater.finished() || inflater.needsDictionary() || !refill();
		}
		return -1;
	}

	private int inflate(byte[] target, int offset, int length) {
		try {
			return inflater.inflate(target, offset, length);
		} catch (DataFormatException e) {
			ended = true; // reported as data that end early by whoever needs more
			return 0;
		}
	}

	private boolean refill() throws IOException {
		if (inflater.needsInput()) {
			int read = source.read(position, input, 0, input.length);
			position += read;
			inflater.setInput(input, 0, read);
			return read > 0;
		}
		return true;
	}

	@Override
	public void close() {
		inflater.end();
	}
}
