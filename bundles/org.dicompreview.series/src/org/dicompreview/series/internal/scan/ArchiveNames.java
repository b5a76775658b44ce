package org.dicompreview.series.internal.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The names of the entries of a ZIP archive that Java refuses to open for the sake of some of them, and what to put in
 * their place. A name that leads out of the archive is replaced by one that leads nowhere; {@code ./} is left out.
 *
 * @param patches bytes to be read instead of others, by their position in the archive
 * @param refused the entries that lead out of the archive: how they are called there, by their path after the repair
 * @param charset the encoding of the names
 */
record ArchiveNames(Map<Long, byte[]> patches, Map<String, String> refused, Charset charset) {

	/** How names are written that are not UTF-8. */
	private static final Charset OLD = Charset.isSupported("IBM437") ? Charset.forName("IBM437") //$NON-NLS-1$ //$NON-NLS-2$
			: StandardCharsets.ISO_8859_1;

	private static final int END = 0x06054B50;
	private static final int END_LENGTH = 22;
	private static final int LONGEST_COMMENT = 0xFFFF;
	private static final int END_64 = 0x06064B50;
	private static final int END_64_LENGTH = 56;
	private static final int LOCATOR = 0x07064B50;
	private static final int LOCATOR_LENGTH = 20;
	private static final int ENTRY = 0x02014B50;
	private static final int ENTRY_LENGTH = 46;
	private static final int LARGEST_DIRECTORY = 1 << 28;

	/** {@return whether there is nothing here for which Java could have refused the archive} */
	boolean isFine() {
		return patches.isEmpty() && charset.equals(StandardCharsets.UTF_8);
	}

	/**
	 * Reads the directory of an archive.
	 *
	 * @throws IOException if there is none, or it cannot be read
	 */
	static ArchiveNames read(Path archive) throws IOException {
		try (SeekableByteChannel channel = Files.newByteChannel(archive)) {
			long end = end(channel);
			ByteBuffer record = read(channel, end, END_LENGTH);
			long length = record.getInt(12) & 0xFFFFFFFFL;
			if (end >= LOCATOR_LENGTH) {
				ByteBuffer locator = read(channel, end - LOCATOR_LENGTH, LOCATOR_LENGTH);
				long end64 = locator.getLong(8);
				if (locator.getInt(0) == LOCATOR && end64 >= 0 && end64 <= end - END_64_LENGTH) {
					ByteBuffer record64 = read(channel, end64, END_64_LENGTH);
					end = record64.getInt(0) == END_64 ? end64 : end;
					length = record64.getInt(0) == END_64 ? record64.getLong(40) : length;
				}
			}
			if (length < 0 || length > Math.min(end, LARGEST_DIRECTORY)) {
				throw new IOException("the directory of the archive is damaged"); //$NON-NLS-1$
			}
			return names(read(channel, end - length, (int) length), end - length);
		}
	}

	/** {@return the position of the last record, behind which there is nothing but a comment} */
	private static long end(SeekableByteChannel channel) throws IOException {
		long from = Math.max(0, channel.size() - END_LENGTH - LONGEST_COMMENT);
		ByteBuffer tail = read(channel, from, (int) (channel.size() - from));
		for (int at = tail.capacity() - END_LENGTH; at >= 0; at--) {
			if (tail.getInt(at) == END) {
				return from + at;
			}
		}
		throw new IOException("the archive has no end"); //$NON-NLS-1$
	}

	private static ByteBuffer read(SeekableByteChannel channel, long position, int length) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
		channel.position(position);
		while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
			// until all is there
		}
		if (buffer.hasRemaining()) {
			throw new IOException("the archive is truncated"); //$NON-NLS-1$
		}
		return buffer;
	}

	private static ArchiveNames names(ByteBuffer directory, long position) {
		Map<Long, byte[]> patches = new HashMap<>();
		Map<Long, byte[]> upwards = new HashMap<>();
		Charset charset = StandardCharsets.UTF_8;
		int at = 0;
		while (at + ENTRY_LENGTH <= directory.capacity() && directory.getInt(at) == ENTRY) {
			int length = Math.min(directory.getShort(at + 28) & 0xFFFF, directory.capacity() - at - ENTRY_LENGTH);
			byte[] name = Arrays.copyOfRange(directory.array(), at + ENTRY_LENGTH, at + ENTRY_LENGTH + length);
			charset = isUtf8(name) ? charset : OLD;
			byte[] repaired = name.clone();
			if (repair(repaired)) {
				upwards.put(position + at + ENTRY_LENGTH, name);
			}
			if (!Arrays.equals(name, repaired)) {
				patches.put(position + at + ENTRY_LENGTH, repaired);
			}
			at += ENTRY_LENGTH + length + (directory.getShort(at + 30) & 0xFFFF) + (directory.getShort(at + 32) & 0xFFFF);
		}
		Map<String, String> refused = new HashMap<>();
		for (Map.Entry<Long, byte[]> each : upwards.entrySet()) {
			String path = '/' + new String(patches.get(each.getKey()), charset);
			refused.put(path.replaceAll("/+", "/"), new String(each.getValue(), charset)); //$NON-NLS-1$ //$NON-NLS-2$
		}
		return new ArchiveNames(patches, refused, charset);
	}

	/** Replaces the parts that no file system allows. {@return whether there was one that leads upwards} */
	private static boolean repair(byte[] name) {
		boolean upwards = false;
		for (int from = 0, to; from <= name.length; from = to + 1) {
			to = from;
			while (to < name.length && name[to] != '/') {
				to++;
			}
			if (to - from == 1 && name[from] == '.') {
				name[from] = '/'; // several separators count as one
			} else if (to - from == 2 && name[from] == '.' && name[from + 1] == '.') {
				Arrays.fill(name, from, to, (byte) '_');
				upwards = true;
			}
		}
		return upwards;
	}

	private static boolean isUtf8(byte[] name) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name));
			return true;
		} catch (CharacterCodingException e) {
			return false;
		}
	}
}
