package org.dicompreview.series.internal.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.dicompreview.dicom.InstanceBytes;

/** Passes over the entries of a TAR archive (POSIX.1 ustar and pax, and the long names of GNU). For one thread. */
final class TarReader {

	private static final int BLOCK = 512;
	private static final int LONGEST_NAME = 1 << 16;
	private static final int CHECKSUM = 148;

	/**
	 * A regular file.
	 *
	 * @param name     its name, with {@code /} between its parts
	 * @param offset   of its first byte in the archive
	 * @param size     number of bytes
	 * @param modified in ms since 1970
	 */
	record Entry(String name, long offset, long size, long modified) {
	}

	private final InstanceBytes bytes;
	private final byte[] block = new byte[BLOCK];
	private long position;

	TarReader(InstanceBytes bytes) {
		this.bytes = bytes;
	}

	/**
	 * {@return the next regular file; {@code null} at the end}
	 *
	 * @throws EOFException if the archive ends within an entry, or what follows is no entry
	 * @throws IOException  if it cannot be read
	 */
	Entry next() throws IOException {
		String longName = null;
		while (true) {
			int read = bytes.read(position, block, 0, BLOCK);
			if (read == 0 || isZero()) {
				return null;
			}
			if (read < BLOCK || !isHeader()) {
				throw new EOFException();
			}
			long size = number(124, 12);
			long start = position + BLOCK;
			long end = start + size;
			if (size < 0 || end < start || end > bytes.size()) {
				throw new EOFException();
			}
			position = (end + BLOCK - 1) / BLOCK * BLOCK;
			switch (block[156]) {
				case 'L' -> longName = text(content(start, size));
				case 'x' -> longName = paxPath(content(start, size), longName);
				case '0', 0, '7' -> {
					String name = longName == null ? name() : longName;
					if (!name.endsWith("/")) { // old archives have folders so //$NON-NLS-1$
						return new Entry(name.startsWith("./") ? name.substring(2) : name, start, size, number(136, 12) * 1000); //$NON-NLS-1$
					}
					longName = null;
				}
				default -> longName = null; // folders, links, devices
			}
		}
	}

	private byte[] content(long start, long size) throws IOException {
		byte[] content = new byte[(int) Math.min(size, LONGEST_NAME)];
		bytes.read(start, content, 0, content.length);
		return content;
	}

	/** {@return the path that a pax header gives, else the one that is known} */
	private static String paxPath(byte[] records, String known) {
		String path = known;
		int at = 0;
		while (at < records.length) {
			int space = at;
			int length = 0;
			while (space < records.length && records[space] >= '0' && records[space] <= '9' && length < LONGEST_NAME) {
				length = length * 10 + records[space++] - '0';
			}
			int end = at + length - 1;
			if (length < 5 || space >= records.length || end > records.length || end <= space) {
				return path;
			}
			String pair = text(Arrays.copyOfRange(records, space + 1, end));
			if (pair.startsWith("path=")) { //$NON-NLS-1$
				path = pair.substring(5);
			}
			at += length;
		}
		return path;
	}

	private String name() {
		String name = text(Arrays.copyOfRange(block, 0, 100));
		boolean ustar = block[257] == 'u' && block[258] == 's' && block[262] == 0;
		String prefix = ustar ? text(Arrays.copyOfRange(block, 345, 500)) : ""; //$NON-NLS-1$
		return prefix.isEmpty() ? name : prefix + '/' + name;
	}

	/** {@return a text up to its zero, as UTF-8 if it is that, else byte by byte} */
	private static String text(byte[] field) {
		int length = 0;
		while (length < field.length && field[length] != 0) {
			length++;
		}
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(field, 0, length)).toString();
		} catch (CharacterCodingException e) {
			return new String(field, 0, length, StandardCharsets.ISO_8859_1);
		}
	}

	/** {@return a number in octal digits, or in binary where those do not suffice; -1 if it is neither} */
	private long number(int at, int length) {
		long number = 0;
		if ((block[at] & 0x80) != 0) {
			for (int i = at + length - 8; i < at + length; i++) {
				number = number << 8 | block[i] & 0xFF;
			}
			return number;
		}
		for (int i = at; i < at + length && block[i] != 0; i++) {
			if (block[i] >= '0' && block[i] <= '7') {
				number = number << 3 | block[i] - '0';
			} else if (block[i] != ' ') {
				return -1;
			}
		}
		return number;
	}

	private boolean isZero() {
		for (byte each : block) {
			if (each != 0) {
				return false;
			}
		}
		return true;
	}

	private boolean isHeader() {
		long sum = 0;
		for (int i = 0; i < BLOCK; i++) {
			sum += i >= CHECKSUM && i < CHECKSUM + 8 ? ' ' : block[i] & 0xFF;
		}
		return number(CHECKSUM, 8) == sum;
	}
}
