package org.dicompreview.install;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code list} and {@code export} of the materialised product, on the sample study. */
class HeadlessTest {

	@TempDir
	static Path scratch;
	private static Path study;

	@BeforeAll
	static void makeStudy() throws IOException, InterruptedException {
		study = scratch.resolve("study");
		Sample.make(study);
		Files.writeString(study.resolve("notes.txt"), "Not DICOM at all.\n".repeat(20));
		Path good;
		try (Stream<Path> files = Files.walk(study)) {
			good = files.filter(file -> file.toString().endsWith(".dcm")).sorted().findFirst().orElseThrow();
		}
		Files.write(study.resolve("cut.dcm"), Arrays.copyOf(Files.readAllBytes(good), 300));
	}

	@Test
	void listShowsEverySliceOnceInAscendingOffset() throws IOException, InterruptedException {
		Launched.Ended ended = Headless.run("list", study.toString());
		assertEquals(0, ended.status(), ended::err);
		List<Map<String, String>> rows = Table.parse(ended.out());
		Set<String> seen = new HashSet<>();
		Map<String, Double> last = new HashMap<>();
		for (Map<String, String> row : rows) {
			if (!row.get("frame").isEmpty()) {
				assertTrue(seen.add(row.get("path") + '#' + row.get("frame")), row::toString);
				assertEquals("ok", row.get("status"), row::toString);
			}
			if (!row.get("offset_mm").isEmpty()) {
				double offset = Double.parseDouble(row.get("offset_mm"));
				assertTrue(offset >= last.getOrDefault(row.get("series_uid") + row.get("stack"), offset), row::toString);
				last.put(row.get("series_uid") + row.get("stack"), offset);
			}
		}
		assertTrue(Set.copyOf(rows.stream().map(row -> row.get("modality")).toList()).containsAll(Set.of("CT", "MR", "US")));
		assertTrue(ended.err().contains("cut.dcm"), ended::err);
		assertTrue(ended.err().strip().endsWith("1 file is not DICOM."), ended::err);
	}

	@Test
	void exportWritesPicturesAndStoredValues() throws IOException, InterruptedException {
		Map<String, String> ct = Table.parse(Headless.run("list", study.toString()).out()).stream()
				.filter(row -> row.get("modality").equals("CT") && !row.get("offset_mm").isEmpty()).findFirst().orElseThrow();
		Path pictures = scratch.resolve("pictures");
		Launched.Ended ended = Headless.run("export", study.toString(), "--to", pictures.toString(), "--series",
				ct.get("series_uid"), "--stack", ct.get("stack"), "--slices", "2-3", "--size", "200x100");
		assertEquals(0, ended.status(), ended::err);
		List<String> names = names(pictures);
		assertEquals(2, names.size());
		assertTrue(names.get(0).matches("0002_[0-9.]+_1\\.png"), names::toString);
		assertEquals(names, Table.parse(ended.out()).stream().map(row -> row.get("file")).toList());
		var picture = ImageIO.read(pictures.resolve(names.get(0)).toFile());
		assertEquals(200, picture.getWidth());
		assertEquals(100, picture.getHeight());

		Path raw = scratch.resolve("raw");
		assertEquals(0, Headless.run("export", study.toString(), "--to", raw.toString(), "--series", ct.get("series_uid"),
				"--stack", ct.get("stack"), "--slices", "1", "--format", "raw").status());
		byte[] values = Files.readAllBytes(raw.resolve(names(raw).get(0)));
		byte[] file = Files.readAllBytes(study.resolve(ct.get("path")));
		assertArrayEquals(values, Arrays.copyOfRange(file, file.length - values.length, file.length),
				"16 bits stored of 16 at the end of a little-endian file");
	}

	@Test
	void wrongUsageExitsWithTwoAndFailuresWithOne() throws IOException, InterruptedException {
		for (String[] wrong : List.of(new String[] { "list" }, new String[] { "list", "/nonexistent/folder" },
				new String[] { "export", study.toString() },
				new String[] { "export", study.toString(), "--to", "x", "--format", "bmp" },
				new String[] { "export", study.toString(), "--to", "x", "--window", "1/0" })) {
			Launched.Ended ended = Headless.run(wrong);
			assertEquals(2, ended.status(), () -> Arrays.toString(wrong) + ended.err());
			assertTrue(!ended.err().isBlank());
		}
		Launched.Ended failed = Headless.run("export", study.toString(), "--to", scratch.resolve("none").toString(),
				"--preset", "no-such-preset");
		assertEquals(1, failed.status(), failed::err);
		assertTrue(failed.err().contains("no-such-preset"), failed::err);
	}

	private static List<String> names(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return new ArrayList<>(files.map(file -> file.getFileName().toString()).sorted().toList());
		}
	}
}
