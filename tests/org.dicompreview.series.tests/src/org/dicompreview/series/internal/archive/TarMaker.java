package org.dicompreview.series.internal.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Makes TAR archives, also those that nobody should make. */
final class TarMaker {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private Charset names = StandardCharsets.UTF_8;

	TarMaker names(Charset charset) {
		names = charset;
		return this;
	}

	TarMaker file(String name, byte[] content) {
		return entry(name, '0', content, content.length);
	}

	/** With the long name of GNU's tar. */
	TarMaker longFile(String name, byte[] content) {
		byte[] bytes = (name + '\0').getBytes(names);
		entry("././@LongLink", 'L', bytes, bytes.length);
		return file(name.substring(0, 90), content);
	}

	/** With a header of pax. */
	TarMaker paxFile(String name, byte[] content) {
		String pair = " path=" + name + '\n';
		int length = pair.getBytes(StandardCharsets.UTF_8).length;
		int total = length + Integer.toString(length + 3).length();
		byte[] bytes = (total + pair).getBytes(StandardCharsets.UTF_8);
		entry("PaxHeader/x", 'x', bytes, bytes.length);
		return file("short", content);
	}

	/** @param stated the size that the header states */
	TarMaker entry(String name, char type, byte[] content, long stated) {
		byte[] block = new byte[512];
		byte[] bytes = name.getBytes(names);
		System.arraycopy(bytes, 0, block, 0, Math.min(100, bytes.length));
		put(block, 100, "0000644");
		put(block, 124, String.format(Locale.ROOT, "%011o", stated));
		put(block, 136, String.format(Locale.ROOT, "%011o", 1_700_000_000L));
		block[156] = (byte) type;
		put(block, 257, "ustar");
		block[263] = '0';
		block[264] = '0';
		int sum = 8 * ' ';
		for (byte each : block) {
			sum += each & 0xFF;
		}
		put(block, 148, String.format(Locale.ROOT, "%06o", sum));
		block[155] = ' ';
		out.writeBytes(block);
		out.writeBytes(content);
		out.writeBytes(new byte[(512 - content.length % 512) % 512]);
		return this;
	}

	private static void put(byte[] block, int at, String text) {
		System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, block, at, text.length());
	}

	byte[] bytes() {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		all.writeBytes(out.toByteArray());
		all.writeBytes(new byte[1024]);
		return all.toByteArray();
	}

	static byte[] gzip(byte[] bytes) throws IOException {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(bytes);
		}
		return packed.toByteArray();
	}
}
