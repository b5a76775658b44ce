package org.dicompreview.dicom.internal.io;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.dicompreview.dicom.InstanceBytes;

/**
 * A moving window over a {@link InstanceBytes}. Parsers read {@link #buffer()} from {@link #at()} directly after
 * {@link #has(int)} said that the bytes are there; what is skipped is not read. Not for several threads; one is kept
 * for each thread that reads.
 */
public final class Input {

	/** A first read of this size holds nearly every header. */
	public static final int FIRST_READ = 8 << 10;
	/** Capacity of the window, and all that is read of a file whose header fits in it. */
	public static final int CAPACITY = 32 << 10;

	private static final VarHandle LE16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
	private static final VarHandle BE16 = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
	private static final VarHandle LE32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
	private static final VarHandle BE32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

	private final byte[] buffer = new byte[CAPACITY];
	private InstanceBytes source;
	private long origin;
	private int at;
	private int end;
	private int nextRead;
	private long bytesRead;

	/**
	 * Begins with another source.
	 *
	 * @param bytes     the source; the caller closes it
	 * @param firstRead how much to read at first
	 */
	public void open(InstanceBytes bytes, int firstRead) {
		source = bytes;
		origin = 0;
		at = 0;
		end = 0;
		nextRead = Math.min(firstRead, CAPACITY);
		bytesRead = 0;
	}

	/** Lets go of the source. */
	public void release() {
		source = null;
	}

	/** {@return the source} */
	public InstanceBytes source() {
		return source;
	}

	/** {@return the window; valid until the next call that moves it} */
	public byte[] buffer() {
		return buffer;
	}

	/** {@return index in the window of the current position} */
	public int at() {
		return at;
	}

	/** {@return index behind the last byte in the window} */
	public int end() {
		return end;
	}

	/** {@return the current position in the source} */
	public long position() {
		return origin + at;
	}

	/** {@return bytes between here and the end of the source, huge if that is unknown} */
	public long remaining() {
		return source.size() - origin - at;
	}

	/** {@return how many bytes were read from the source since it was opened} */
	public long bytesRead() {
		return bytesRead;
	}

	/**
	 * {@return whether that many bytes follow; if so they are in the window}
	 *
	 * @param count at most a quarter of the capacity
	 * @throws IOException if reading fails
	 */
	public boolean has(int count) throws IOException {
		return end - at >= count || fill(count);
	}

	private boolean fill(int count) throws IOException {
		int kept = end - at;
		System.arraycopy(buffer, at, buffer, 0, kept);
		origin += at;
		at = 0;
		end = kept;
		while (end < count) {
			int wanted = Math.min(Math.max(nextRead, count - end), CAPACITY - end);
			int read = source.read(origin + end, buffer, end, wanted);
			bytesRead += read;
			end += read;
			nextRead = bytesRead < CAPACITY ? (int) (CAPACITY - bytesRead) : CAPACITY - FIRST_READ;
			if (read < wanted) {
				break;
			}
		}
		return end >= count;
	}

	/** Moves forward within bytes that are known to be in the window. */
	public void advance(int count) {
		at += count;
	}

	/** Moves forward by any distance, without reading. */
	public void skip(long count) {
		if (count <= end - at) {
			at += (int) count;
		} else {
			seek(position() + count);
		}
	}

	/** Moves to any position. */
	public void seek(long position) {
		long index = position - origin;
		if (index >= 0 && index <= end) {
			at = (int) index;
			return;
		}
		origin = position;
		at = 0;
		end = 0;
		nextRead = FIRST_READ;
	}

	/**
	 * Copies bytes and moves behind them.
	 *
	 * @return how many there were, less than wanted only at the end of the source
	 * @throws IOException if reading fails
	 */
	public int read(byte[] target, int offset, int length) throws IOException {
		int done = copy(target, offset, length);
		if (done == length) {
			return done;
		}
		if (length - done <= FIRST_READ) {
			has(length - done);
			return done + copy(target, offset + done, length - done);
		}
		int rest = source.read(position(), target, offset + done, length - done);
		bytesRead += rest;
		seek(position() + rest);
		return done + rest;
	}

	private int copy(byte[] target, int offset, int length) {
		int count = Math.min(length, end - at);
		System.arraycopy(buffer, at, target, offset, count);
		at += count;
		return count;
	}

	/** {@return unsigned 16 bits at an index of the window} */
	public int u16(int index, boolean bigEndian) {
		return (bigEndian ? (short) BE16.get(buffer, index) : (short) LE16.get(buffer, index)) & 0xFFFF;
	}

	/** {@return 32 bits at an index of the window} */
	public int i32(int index, boolean bigEndian) {
		return bigEndian ? (int) BE32.get(buffer, index) : (int) LE32.get(buffer, index);
	}

	/** {@return the tag at an index of the window} */
	public int tag(int index, boolean bigEndian) {
		return bigEndian ? (int) BE32.get(buffer, index) : Integer.rotateLeft((int) LE32.get(buffer, index), 16);
	}
}
