package org.dicompreview.rendering.judges;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.VoiWindow.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares pictures of the corpus with those of DCMTK, at most one level apart. Left out, beside files that DCMTK cannot
 * show: lossy ones, whose decoders differ; those whose modality values are no whole numbers, which DCMTK rounds before
 * the window (the standard does not: PS3.3 C.11.1); windows narrower than 1 under LINEAR (C.11.2.1.2.1 forbids them);
 * functional groups and supplemental palettes (C.7.6.16, C.7.6.19), which it does not
 * read; uncompressed YBR_FULL, where DCMTK's tables are two levels off the formula of C.7.6.3.1.2; and one file whose rescale
 * attributes have VR UN, which DCMTK does not read.
 */
class DcmtkPicturesTest {

	private static final List<String> TOOLS = List.of("dcm2pnm", "dcmj2pnm", "dcml2pnm");
	private static final int ENOUGH = 100;

	@TempDir
	private Path folder;

	@Test
	void atMostOneLevelApart() throws Exception {
		assumeTrue(run(List.of("dcm2pnm", "--version")), "dcm2pnm is not installed");
		List<Executable> checks = new ArrayList<>();
		try (Judged judged = new Judged()) {
			for (Corpus.Entry entry : Corpus.images()) {
				if (!"exact".equals(entry.compare()) || entry.name().contains("CTImage.dcm_JPEG")
						|| entry.name().contains("ybr_full_uncompressed")) {
					continue;
				}
				Optional<Judged.Shown> shown = judged.show(entry).filter(DcmtkPicturesTest::comparable);
				if (shown.isPresent()) {
					Optional<int[]> other = dcmtk(entry.file(), shown.get());
					other.ifPresent(pixels -> checks.add(() -> compare(entry.name(), shown.get(), pixels)));
				}
			}
		}
		assertTrue(checks.size() > ENOUGH, () -> "only " + checks.size() + " files could be compared");
		assertAll(checks);
	}

	private static boolean comparable(Judged.Shown shown) {
		VoiWindow window = shown.window().window();
		return !shown.grouped() && !shown.supplemented() && (window == null || window.function() != Function.LINEAR_EXACT && window.width() >= 1);
	}

	private Optional<int[]> dcmtk(Path file, Judged.Shown shown) throws IOException, InterruptedException {
		Path picture = folder.resolve("picture.pnm");
		for (String tool : TOOLS) {
			List<String> command = new ArrayList<>(List.of(tool, "-q", "+F", "1", "-S"));
			if (shown.frame().windowable() && shown.window().window() == null) {
				command.addAll(List.of("+Wl", "1"));
			} else if (shown.frame().windowable()) {
				VoiWindow window = shown.window().window();
				command.addAll(List.of("+Ww", Double.toString(window.center()), Double.toString(window.width()),
						window.function() == Function.SIGMOID ? "+Wfs" : "+Wfl"));
			}
			command.addAll(List.of(file.toString(), picture.toString()));
			if (run(command)) {
				return Optional.of(pnm(Files.readAllBytes(picture)));
			}
		}
		return Optional.empty();
	}

	private static boolean run(List<String> command) throws InterruptedException {
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

	/** Binary PGM or PPM of 8 bits. */
	private static int[] pnm(byte[] bytes) throws IOException {
		try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
			int channels = "P6".equals(word(in)) ? 3 : 1;
			int length = Integer.parseInt(word(in)) * Integer.parseInt(word(in)) * channels;
			assertTrue("255".equals(word(in)));
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

	private static void compare(String name, Judged.Shown shown, int[] other) {
		int repeat = other.length / shown.pixels().length;
		assertTrue(repeat > 0 && other.length == repeat * shown.pixels().length, () -> name + " has another size");
		int worst = 0;
		for (int i = 0; i < other.length; i++) {
			worst = Math.max(worst, Math.abs(other[i] - shown.pixels()[i / repeat]));
		}
		int apart = worst;
		assertTrue(apart <= 1, () -> name + " is " + apart + " levels apart with " + shown.window());
	}
}
