package org.dicompreview.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code list} and {@code export} of the product on the corpus of real files, against its expected results. */
class CorpusTest {

	private static final double TOLERANCE_MM = 0.001;
	/** Implicit and explicit little endian, explicit big endian, deflated. */
	private static final Set<String> UNCOMPRESSED = Set.of("1.2.840.10008.1.2", "1.2.840.10008.1.2.1",
			"1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99");

	private static Path corpus;

	@BeforeAll
	static void findCorpus() {
		corpus = Path.of(System.getProperty("dicompreview.corpus"));
		assumeTrue(Files.exists(corpus.resolve("manifest.tsv")), "no corpus at " + corpus);
	}

	@Test
	void everySeriesIsInItsExpectedOrder() throws IOException, InterruptedException {
		Launched.Ended ended = Headless.run("list", corpus.resolve("series").toString());
		assertEquals(0, ended.status(), ended::err);
		Map<String, List<Map<String, String>>> listed = new HashMap<>();
		for (Map<String, String> row : Table.parse(ended.out())) {
			listed.computeIfAbsent(row.get("path").split("/")[0], name -> new ArrayList<>()).add(row);
		}
		for (Map<String, String> series : Table.read(corpus.resolve("series.tsv"))) {
			String name = Path.of(series.get("folder")).getFileName().toString();
			compare(name, listed.get(name), Table.read(corpus.resolve(series.get("order_file"))));
		}
	}

	private static void compare(String name, List<Map<String, String>> listed, List<Map<String, String>> expected) {
		Map<String, Double> offsets = new TreeMap<>();
		Map<String, Double> last = new HashMap<>();
		for (Map<String, String> row : listed) {
			double offset = Double.parseDouble(row.get("offset_mm"));
			String image = row.get("path").substring(name.length() + 1) + '#' + row.get("frame");
			assertEquals(null, offsets.put(image, offset), () -> name + ": twice: " + image);
			assertTrue(offset >= last.getOrDefault(row.get("stack"), offset), () -> name + ": descends at " + image);
			last.put(row.get("stack"), offset);
		}
		assertEquals(expected.size(), offsets.size(), name);
		for (Map<String, String> row : expected) {
			String image = row.get("file") + '#' + row.get("frame");
			assertTrue(offsets.containsKey(image), () -> name + ": not listed: " + image);
			assertEquals(Double.parseDouble(row.get("offset_mm")), offsets.get(image), TOLERANCE_MM, () -> name + ": " + image);
		}
	}

	@Test
	void storedValuesOfUncompressedImagesAreExact(@TempDir Path scratch) throws IOException, InterruptedException {
		Map<String, Map<String, String>> exact = new TreeMap<>();
		for (Map<String, String> row : Table.read(corpus.resolve("manifest.tsv"))) {
			if (row.get("compare").equals("exact") && UNCOMPRESSED.contains(row.get("transfer_syntax"))) {
				exact.put(row.get("path"), row);
			}
		}
		Launched.Ended ended = Headless.run("export", corpus.toString(), "--to", scratch.toString(), "--format", "raw");
		Set<String> seen = new TreeSet<>();
		Map<String, Map<String, String>> lastFrames = new TreeMap<>();
		for (Map<String, String> row : Table.parse(ended.out())) {
			Map<String, String> expected = exact.get(row.get("path"));
			if (expected != null) {
				assertEquals("ok", row.get("status"), row::toString);
				if (row.get("frame").equals("1")) {
					seen.add(row.get("path"));
					assertEquals(expected.get("frame0_sha256"), sha256(scratch.resolve(row.get("file"))), row::toString);
				}
				lastFrames.merge(row.get("path"), row, CorpusTest::later);
			}
		}
		assertEquals(exact.keySet(), seen, "images that were exported");
		for (Map<String, String> row : lastFrames.values()) {
			assertEquals(exact.get(row.get("path")).get("last_frame_sha256"), sha256(scratch.resolve(row.get("file"))),
					row::toString);
		}
	}

	private static Map<String, String> later(Map<String, String> one, Map<String, String> other) {
		return Integer.parseInt(one.get("frame")) > Integer.parseInt(other.get("frame")) ? one : other;
	}

	private static String sha256(Path file) throws IOException {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
