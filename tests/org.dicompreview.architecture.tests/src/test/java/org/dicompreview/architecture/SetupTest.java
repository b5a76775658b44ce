package org.dicompreview.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./preview} builds, and when, with a Maven that only writes down how it was called. */
class SetupTest {

	private static final Path ROOT = Path.of(System.getProperty("dicompreview.root"));
	private static final String DEFINITION = "releng/org.dicompreview.dcm4che.target/org.dicompreview.dcm4che.target.target";
	private static final Pattern ARTIFACT = Pattern
			.compile("<groupId>org.dcm4che</groupId><artifactId>([^<]*)</artifactId><version>([^<]*)<");

	@TempDir
	Path scratch;
	private Path root;
	private Path home;

	@BeforeEach
	void makeCheckout() throws IOException {
		assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.exists(Path.of(folder, "bash"))),
				"no bash");
		root = scratch.resolve("checkout");
		home = Files.createDirectory(scratch.resolve("home"));
		for (String file : List.of("releng/scripts/setup.sh", DEFINITION)) {
			Files.createDirectories(root.resolve(file).getParent());
			Files.copy(ROOT.resolve(file), root.resolve(file));
		}
		for (String folder : List.of("bundles", "features", ".mvn", "tests/org.dicompreview.testsupport",
				".tooling/apache-maven-3.9.16/bin")) {
			Files.createDirectories(root.resolve(folder));
		}
		Files.writeString(root.resolve("pom.xml"), "<project/>");
		Path maven = root.resolve(".tooling/apache-maven-3.9.16/bin/mvn");
		Files.write(maven, List.of("#!/bin/sh", "case \"$*\" in", "*dependency*) exit 1 ;;", "esac",
				"echo \"$@\" >>calls", "mkdir -p \"$PRODUCT\""));
		assertTrue(maven.toFile().setExecutable(true));
	}

	/** {@return how Maven was called for a build of the product since the checkout was made} */
	private List<String> build() throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder("bash", "-euc",
				"root=$1; . releng/scripts/setup.sh; java=/java/bin/java; export PRODUCT=$(product_folder); need_product", "-",
				root.toString()).directory(root.toFile()).redirectErrorStream(true)
				.redirectOutput(scratch.resolve("log").toFile());
		builder.environment().put("HOME", home.toString());
		Process process = builder.start();
		assertTrue(process.waitFor(1, TimeUnit.MINUTES));
		assertEquals(0, process.exitValue(), Files.readString(scratch.resolve("log")));
		return Files.readAllLines(root.resolve("calls"));
	}

	private void installDcm4che() throws IOException {
		List<Path> made = new ArrayList<>();
		Matcher artifact = ARTIFACT.matcher(Files.readString(root.resolve(DEFINITION)));
		while (artifact.find()) {
			Path folder = home.resolve(".m2/repository/org/dcm4che/" + artifact.group(1) + '/' + artifact.group(2));
			made.add(Files.createFile(Files.createDirectories(folder)
					.resolve(artifact.group(1) + '-' + artifact.group(2) + ".jar")));
		}
		assertTrue(made.size() > 1, made::toString);
	}

	@Test
	void theProductIsBuiltWithDcm4cheWhereItResolves() throws IOException, InterruptedException {
		installDcm4che();
		assertEquals(List.of("-B -ntp package -Dwithout.tests -Pdcm4che"), build());
		assertEquals(1, build().size(), "builds");
		Files.writeString(root.resolve("releng/org.dicompreview.dcm4che.target/changed"), "a source");
		assertEquals(2, build().size(), "builds after a change");
	}

	@Test
	void theProductIsBuiltWithoutUntilItResolves() throws IOException, InterruptedException {
		assertEquals(List.of("-B -ntp package -Dwithout.tests"), build());
		assertEquals(1, build().size(), "builds");
		installDcm4che();
		assertEquals("-B -ntp package -Dwithout.tests -Pdcm4che", build().get(1));
		assertEquals(2, build().size(), "builds");
	}
}
