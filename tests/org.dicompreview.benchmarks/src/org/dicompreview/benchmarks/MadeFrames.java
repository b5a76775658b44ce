package org.dicompreview.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** DICOM files that benchmarks make for themselves: a soft gradient with noise, as smooth as an image of a body. */
final class MadeFrames {

	private MadeFrames() {
	}

	/** Writes an uncompressed image with one grey sample of 16 bits, 12 of them in use. */
	static void grey(Path file, int columns, int rows) throws IOException {
		ByteBuffer pixels = ByteBuffer.allocate(2 * columns * rows).order(ByteOrder.LITTLE_ENDIAN);
		int noise = 1;
		for (int y = 0; y < rows; y++) {
			for (int x = 0; x < columns; x++) {
				noise = noise * 1103515245 + 12345;
				pixels.putShort((short) Math.min(4095, 3500 * x / columns + 500 * y / rows + (noise >>> 26)));
			}
		}
		write(file, columns, rows, 1, "MONOCHROME2", 16, 12, pixels.array());
	}

	/** Writes an uncompressed colour image of 8 bits. */
	static void color(Path file, int columns, int rows) throws IOException {
		byte[] pixels = new byte[3 * columns * rows];
		int noise = 1;
		for (int i = 0; i < pixels.length; i++) {
			noise = noise * 1103515245 + 12345;
			pixels[i] = (byte) (i / 3 % columns * 200 / columns + (noise >>> 27));
		}
		write(file, columns, rows, 3, "RGB", 8, 8, pixels);
	}

	private static void write(Path file, int columns, int rows, int samples, String photometric, int allocated,
			int stored, byte[] pixels) throws IOException {
		ByteBuffer data = ByteBuffer.allocate(2000).order(ByteOrder.LITTLE_ENDIAN);
		text(data, 0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.2");
		text(data, 0x00080018, "UI", "2.25." + Integer.toUnsignedString(file.hashCode()));
		text(data, 0x00080060, "CS", "CT");
		number(data, 0x00280002, samples);
		text(data, 0x00280004, "CS", photometric);
		if (samples > 1) {
			number(data, 0x00280006, 0);
		}
		number(data, 0x00280010, rows);
		number(data, 0x00280011, columns);
		number(data, 0x00280100, allocated);
		number(data, 0x00280101, stored);
		number(data, 0x00280102, stored - 1);
		number(data, 0x00280103, 0);
		text(data, 0x00281050, "DS", "1040");
		text(data, 0x00281051, "DS", "400");
		text(data, 0x00281052, "DS", "-1024");
		text(data, 0x00281053, "DS", "1");
		header(data, 0x7FE00010, allocated > 8 ? "OW" : "OB").putShort((short) 0).putInt(pixels.length);
		try (OutputStream out = Files.newOutputStream(file)) {
			out.write(meta());
			out.write(data.array(), 0, data.position());
			out.write(pixels);
		}
	}

	private static byte[] meta() {
		ByteBuffer meta = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
		text(meta, 0x00020002, "UI", "1.2.840.10008.5.1.4.1.1.2");
		text(meta, 0x00020003, "UI", "2.25.1");
		text(meta, 0x00020010, "UI", "1.2.840.10008.1.2.1");
		ByteBuffer all = ByteBuffer.allocate(144 + meta.position()).order(ByteOrder.LITTLE_ENDIAN);
		all.position(128);
		all.put("DICM".getBytes(StandardCharsets.US_ASCII));
		header(all, 0x00020000, "UL").putShort((short) 4).putInt(meta.position());
		return all.put(meta.array(), 0, meta.position()).array();
	}

	private static ByteBuffer header(ByteBuffer out, int tag, String vr) {
		return out.putShort((short) (tag >> 16)).putShort((short) tag).put(vr.getBytes(StandardCharsets.US_ASCII));
	}

	private static void text(ByteBuffer out, int tag, String vr, String value) {
		String padded = value.length() % 2 == 0 ? value : value + ("UI".equals(vr) ? '\0' : ' ');
		header(out, tag, vr).putShort((short) padded.length()).put(padded.getBytes(StandardCharsets.US_ASCII));
	}

	private static void number(ByteBuffer out, int tag, int value) {
		header(out, tag, "US").putShort((short) 2).putShort((short) value);
	}
}
