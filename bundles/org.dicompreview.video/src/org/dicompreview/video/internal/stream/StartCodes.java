package org.dicompreview.video.internal.stream;

import java.io.IOException;

/** Finds the start codes 00 00 01 of a stream, one after the other. Not for several threads. */
final class StartCodes {

	/** So many bytes behind a start code can be looked at, if the stream has them. */
	static final int LOOK = 1 << 12;
	private static final int CODE = 3;
	private static final int WINDOW = 1 << 18;

	private final StreamBytes stream;
	private final byte[] window = new byte[WINDOW];
	private long windowAt;
	private int filled;
	private long position = -CODE;

	StartCodes(StreamBytes stream) {
		this.stream = stream;
	}

	/** {@return whether there is another start code with a byte behind it; the stream is at it then} */
	boolean next() throws IOException {
		long from = position + CODE;
		while (holds(from, CODE + 1) || load(from)) {
			int found = search((int) (from - windowAt));
			if (found >= 0) {
				position = windowAt + found;
				if (!holds(position, CODE + LOOK)) {
					load(position);
				}
				return true;
			}
			from = windowAt + filled - CODE;
			if (filled < window.length) {
				return false;
			}
		}
		return false;
	}

	private boolean holds(long from, int count) {
		return from >= windowAt && from + count <= windowAt + filled;
	}

	/** Moves the window. {@return whether a start code could be there} */
	private boolean load(long from) throws IOException {
		windowAt = from;
		filled = stream.read(from, window, 0, window.length);
		return filled > CODE;
	}

	private int search(int from) {
		for (int i = from; i + CODE < filled; i++) {
			int third = window[i + 2];
			if (third < 0 || third > 1) {
				i += 2; // no start code begins here or at one of the next two bytes
			} else if (third == 1 && window[i] == 0 && window[i + 1] == 0) {
				return i;
			}
		}
		return -1;
	}

	/** {@return position of the first byte of the start code in the stream} */
	long position() {
		return position;
	}

	/** {@return a byte behind the start code, 0 behind the end} @param index from 0, less than {@link #LOOK} */
	int at(int index) {
		int at = (int) (position - windowAt) + CODE + index;
		return at < filled ? window[at] & 0xFF : 0;
	}

	/**
	 * {@return a reader of bytes behind the start code}
	 *
	 * @param skip    how many of them to pass over
	 * @param count   how many to read at the most
	 * @param escaped see {@link BitReader}
	 */
	BitReader bits(int skip, int count, boolean escaped) {
		int from = Math.min(filled, (int) (position - windowAt) + CODE + skip);
		return new BitReader(window, from, Math.min(filled, from + count), escaped);
	}
}
