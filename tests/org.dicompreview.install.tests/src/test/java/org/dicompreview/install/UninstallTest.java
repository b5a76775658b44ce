package org.dicompreview.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The feature comes off again, with all that it has written about patients. The last test: it leaves plain workbenches. */
@Order(Integer.MAX_VALUE)
class UninstallTest {

	private static final Duration LIMIT = Duration.ofMinutes(1);
	/** Parts of the name and the identification of the patient of the sample. */
	private static final List<String> PATIENT = List.of("Phantom^Sample", "Phantom, Sample", "SAMPLE-1");

	@TempDir
	Path home;

	@ParameterizedTest
	@EnumSource
	void nothingRemainsThatNamesAPatient(Host host) throws IOException, InterruptedException {
		host.assumeItStarts();
		Path workspace = home.resolve("workspace");
		Path study = home.resolve("study");
		Sample.make(study);
		Path go = home.resolve("go");
		Path result = home.resolve("found.tsv");
		Process process = host.start(home, Map.of("result", result.toString(), "project", study.toString(), "views",
				Host.EXPLORER + ',' + Host.PREVIEW, "until", go.toString()), "-data", workspace.toString());
		Launched.until("an index that names the patient", LIMIT, () -> !naming(host.folder()).isEmpty());
		Files.createFile(go);
		Host.end(process, home);
		List<Path> indexes = naming(host.folder());
		assertFalse(indexes.isEmpty(), "the index stays until the next start");
		for (Path index : indexes) {
			assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(index)), index::toString);
		}
		assertEquals(List.of(), naming(workspace), "files of the workspace that name the patient");

		host.uninstall(home);
		Files.delete(result);
		host.run(home, Map.of("result", result.toString()), "-data", workspace.toString());
		List<String> errors = Launched.errors(workspace);
		assertTrue(Files.exists(result), () -> "the workbench ended without a word: " + Host.log(home) + errors);
		assertEquals(List.of("workspace\t" + workspace, "active\t"), Files.readAllLines(result), () -> Host.log(home));
		assertEquals(List.of(), naming(host.folder()));
		assertEquals(List.of(), naming(workspace));
	}

	private static List<Path> naming(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).filter(UninstallTest::names).toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static boolean names(Path file) {
		String name = file.getFileName().toString();
		if (name.endsWith(".jar")) {
			return false;
		}
		try {
			byte[] bytes = Files.readAllBytes(file);
			return Stream.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16LE)
					.map(charset -> text(bytes, charset)).anyMatch(text -> PATIENT.stream().anyMatch(text::contains));
		} catch (IOException e) { // a file that was there a moment ago
			return false;
		}
	}

	private static String text(byte[] bytes, Charset charset) {
		return new String(bytes, charset);
	}
}
