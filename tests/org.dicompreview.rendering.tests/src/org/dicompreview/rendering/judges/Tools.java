package org.dicompreview.rendering.judges;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.VoiWindow;

/** Runs other programs and reads their pictures. */
final class Tools {

	private Tools() {
	}

	/** {@return whether a program is there, ends in time and succeeds} */
	static boolean run(String... command) throws InterruptedException {
		try {
			Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
					.redirectError(ProcessBuilder.Redirect.DISCARD).start();
			boolean ended = process.waitFor(1, TimeUnit.MINUTES);
			process.destroyForcibly();
			return ended && process.exitValue() == 0;
		} catch (IOException e) {
			return false;
		}
	}

	/**
	 * {@return levels that grey pictures of lossy data may be apart: decoders may differ by two stored values}
	 */
	static double lossy(Judged.Shown shown) {
		VoiWindow window = shown.window().window();
		double slope = Math.abs(shown.header().number(Tag.RESCALE_SLOPE).orElse(1));
		return window == null ? 3 : 1 + Math.ceil(2 * slope * 255 / window.width());
	}

	/** {@return the values of a binary PGM or PPM of 8 bits} */
	static int[] pnm(Path file) throws IOException {
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
			int channels = "P6".equals(word(in)) ? 3 : 1;
			int length = Integer.parseInt(word(in)) * Integer.parseInt(word(in)) * channels;
			assertEquals("255", word(in));
			int[] pixels = new int[length];
			for (int i = 0; i < length; i++) {
				pixels[i] = in.readUnsignedByte();
			}
			return pixels;
		}
	}

	private static String word(DataInputStream in) throws IOException {
		StringBuilder word = new StringBuilder();
		for (int c = in.read(); c > ' '; c = in.read()) {
			word.append((char) c);
		}
		return word.toString();
	}
}
