package org.dicompreview.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Studies that are made for tests. */
final class Sample {

	private Sample() {
	}

	/** Makes the study that {@code ./preview} shows when no folder is given, in a folder that does not exist yet. */
	static void make(Path folder) throws IOException, InterruptedException {
		make("SampleStudy", folder);
	}

	/** Makes many patients with images, and at the end Yvonne and Zora with nothing but a report. */
	static void makeManyPatients(Path folder) throws IOException, InterruptedException {
		make("ManyPatients", folder);
	}

	private static void make(String maker, Path folder) throws IOException, InterruptedException {
		Path root = Path.of(System.getProperty("dicompreview.root"));
		String jars = jar(root.resolve("tests/org.dicompreview.testsupport/target")) + ":"
				+ jar(root.resolve("bundles/org.dicompreview.dicom/target"));
		Launched.Ended ended = Launched.run(Duration.ofMinutes(1), root,
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", jars,
						"org.dicompreview.testsupport." + maker, folder.toString()));
		assertEquals(0, ended.status(), ended::err);
	}

	private static Path jar(Path target) throws IOException {
		try (Stream<Path> files = Files.list(target)) {
			return files.filter(file -> file.getFileName().toString().endsWith("-SNAPSHOT.jar")).findFirst().orElseThrow();
		}
	}
}
