package org.dicompreview.rendering.judges;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.dicompreview.rendering.VoiWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares pictures of the corpus with what pydicom and numpy make of the same files, at most one level apart. Files that
 * pydicom cannot decode, and those with overlays or lossy compression, are left out.
 */
class PydicomPicturesTest {

	private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");
	private static final int ENOUGH = 60;

	@TempDir
	private Path folder;

	@Test
	void atMostOneLevelApart() throws Exception {
		String python = PYTHONS.stream().filter(this::hasPydicom).findFirst()
				.orElseGet(() -> abort("there is no Python with pydicom and numpy"));
		Path input = folder.resolve("input.tsv");
		Files.write(input, pictures());
		Path script = folder.resolve("judge.py");
		try (InputStream in = getClass().getResourceAsStream("pydicom_judge.py")) {
			Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
		}
		Path output = folder.resolve("output.tsv");
		Process process = new ProcessBuilder(python, script.toString()).redirectInput(input.toFile())
				.redirectOutput(output.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		assertTrue(process.waitFor(5, TimeUnit.MINUTES), "the judge takes too long");
		List<Executable> checks = new ArrayList<>();
		for (String line : Files.readAllLines(output)) {
			String[] cells = line.split("\t");
			if (!cells[1].startsWith("left out")) {
				checks.add(() -> assertTrue(Double.parseDouble(cells[1]) <= 1, line));
			}
		}
		assertTrue(checks.size() > ENOUGH, () -> "only " + checks.size() + " files could be compared");
		assertAll(checks);
	}

	private List<String> pictures() throws Exception {
		List<String> lines = new ArrayList<>();
		try (Judged judged = new Judged()) {
			for (Corpus.Entry entry : Corpus.images()) {
				Judged.Shown shown = "exact".equals(entry.compare()) ? judged.show(entry).orElse(null) : null;
				if (shown == null || shown.marked() || shown.supplemented()) {
					continue;
				}
				Path raw = folder.resolve(lines.size() + ".raw");
				byte[] bytes = new byte[shown.pixels().length];
				for (int i = 0; i < bytes.length; i++) {
					bytes[i] = (byte) shown.pixels()[i];
				}
				Files.write(raw, bytes);
				lines.add(entry.file() + "\t" + raw + "\t" + window(shown));
			}
		}
		return lines;
	}

	private static String window(Judged.Shown shown) {
		if (!shown.frame().windowable()) {
			return "color";
		}
		VoiWindow window = shown.window().window();
		return window == null ? "lut" : window.center() + "\t" + window.width() + "\t" + window.function();
	}

	private boolean hasPydicom(String python) {
		try {
			Process process = new ProcessBuilder(python, "-c", "import pydicom, numpy")
					.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
			return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
		} catch (IOException e) {
			return false;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}
}
