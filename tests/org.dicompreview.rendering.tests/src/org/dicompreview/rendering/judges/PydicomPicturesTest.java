package org.dicompreview.rendering.judges;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.dicompreview.dicom.Tag;
import org.dicompreview.rendering.VoiWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compares pictures of the whole corpus and of our own images with what pydicom and numpy make of the same files: at most
 * one level apart. Where we differ on purpose {@link #difference} and the images name the section of the standard.
 */
class PydicomPicturesTest {

	private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");
	private static final int ENOUGH = 660;

	@TempDir
	private Path folder;
	private String python;

	@BeforeEach
	void needsPydicom() {
		python = PYTHONS.stream().filter(PydicomPicturesTest::hasPydicom).findFirst()
				.orElseGet(() -> abort("no judge: there is no Python with pydicom and numpy"));
	}

	@Test
	void ownImages() throws Exception {
		List<Fixture> fixtures = Fixtures.all();
		List<String> pictures = new ArrayList<>();
		try (Judged judged = new Judged()) {
			for (Fixture fixture : fixtures) {
				Path own = Files.createDirectory(folder.resolve(Integer.toString(pictures.size())));
				pictures.add(picture(judged.show(fixture, own), own));
			}
		}
		List<String> verdicts = judge(pictures);
		List<Executable> checks = new ArrayList<>();
		for (int i = 0; i < fixtures.size(); i++) {
			Fixture fixture = fixtures.get(i);
			String verdict = verdicts.get(i).split("\t")[1];
			boolean agrees = !verdict.startsWith("left out") && Double.parseDouble(verdict) <= 1;
			checks.add(() -> assertEquals(fixture.pydicom().isEmpty(), agrees,
					() -> fixture + ": " + verdict + "; said to differ: " + fixture.pydicom()));
		}
		assertAll(checks);
	}

	@Test
	void corpus(TestReporter reporter) throws Exception {
		Comparison comparison = new Comparison();
		List<Corpus.Entry> entries = new ArrayList<>();
		List<Double> allowed = new ArrayList<>();
		List<String> pictures = new ArrayList<>();
		try (Judged judged = new Judged()) {
			for (Corpus.Entry entry : Corpus.images()) {
				Optional<Judged.Shown> shown = judged.show(entry.file());
				String difference = shown.map(each -> difference(entry, each)).orElse("we cannot show it");
				if (difference.isEmpty()) {
					Path own = Files.createDirectory(folder.resolve(Integer.toString(pictures.size())));
					pictures.add(picture(shown.get(), own));
					entries.add(entry);
					allowed.add(entry.lossy() ? Tools.lossy(shown.get()) : 1);
				} else {
					comparison.leaveOut(entry.name(), difference);
				}
			}
		}
		List<String> verdicts = judge(pictures);
		for (int i = 0; i < entries.size(); i++) {
			String[] cells = verdicts.get(i).split("\t");
			if (cells[1].startsWith("left out")) {
				comparison.leaveOut(entries.get(i).name(), "pydicom cannot show it: " + cells[1].substring(10));
			} else {
				boolean color = pictures.get(i).endsWith("color") && entries.get(i).lossy();
				comparison.add(pictures.get(i), Double.parseDouble(color ? cells[2] : cells[1]),
						color ? 0.5 : allowed.get(i));
			}
		}
		comparison.verify(ENOUGH, reporter);
	}

	/** {@return why pydicom shows something else, empty text if it does not} */
	private static String difference(Corpus.Entry entry, Judged.Shown shown) {
		if (entry.lossy() && shown.header().contains(Tag.PIXEL_PADDING_VALUE)) {
			return "PS3.3 C.7.5.1.1.2: lossy values near the padding are padding for one decoder only";
		}
		if (shown.supplemented()) {
			return "PS3.3 C.7.6.19: it does not read supplemental palettes";
		}
		double bits = shown.header().number(Tag.BITS_STORED).orElse(1);
		double high = shown.header().number(Tag.HIGH_BIT).orElse(bits - 1);
		if (high < bits - 1 || high >= shown.header().number(Tag.BITS_ALLOCATED).orElse(64)) {
			return "PS3.5 8.1.1: Bits Stored and High Bit contradict Bits Allocated";
		}
		if (shown.header().number(Tag.RESCALE_SLOPE).orElse(1) == 0) {
			return "PS3.3 C.11.1.1.2: a slope of 0 would make all values equal; we leave them as they are";
		}
		boolean embedded = shown.header().number(Tag.OVERLAY_BIT_POSITION).orElse(0) > 0;
		if (embedded) {
			return "PS3.5 8.1.2: it reads no overlays from unused bits";
		}
		return shown.header().contains(Tag.ICC_PROFILE) ? "PS3.3 C.11.15: it does not apply ICC profiles" : "";
	}

	/** Writes a picture. @return the line that tells the judge of it */
	private static String picture(Judged.Shown shown, Path own) throws IOException {
		byte[] bytes = new byte[shown.pixels().length];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) shown.pixels()[i];
		}
		Path raw = Files.write(own.resolve("picture.raw"), bytes);
		return shown.file() + "\t" + shown.index() + "\t" + raw + "\t" + window(shown);
	}

	private static String window(Judged.Shown shown) {
		if (!shown.frame().windowable()) {
			return "color";
		}
		VoiWindow window = shown.window().window();
		return window == null ? "lut" : window.center() + "\t" + window.width() + "\t" + window.function();
	}

	private List<String> judge(List<String> pictures) throws IOException, InterruptedException {
		Path input = Files.write(folder.resolve("input.tsv"), pictures);
		Path script = folder.resolve("judge.py");
		try (InputStream in = getClass().getResourceAsStream("pydicom_judge.py")) {
			Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
		}
		Path output = folder.resolve("output.tsv");
		Process process = new ProcessBuilder(python, script.toString()).redirectInput(input.toFile())
				.redirectOutput(output.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		assertTrue(process.waitFor(10, TimeUnit.MINUTES), "the judge takes too long");
		List<String> verdicts = Files.readAllLines(output);
		assertEquals(pictures.size(), verdicts.size(), "number of verdicts");
		return verdicts;
	}

	private static boolean hasPydicom(String python) {
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
