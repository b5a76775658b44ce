package org.dicompreview.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Plain workbenches of two platforms, into which the pom has installed the feature from the built update site. */
enum Host {

	/** The oldest platform that the manifests ask for. */
	OLDEST,
	/** The newest that is published, if this machine has a Java that it runs on. */
	NEWEST;

	private static final Duration LIMIT = Duration.ofMinutes(2);
	static final String EXPLORER = "org.dicompreview.ui.seriesExplorer";
	static final String PREVIEW = "org.dicompreview.ui.preview";

	/** {@return where it is} */
	Path folder() {
		return Path.of(System.getProperty("dicompreview.host." + name().toLowerCase(Locale.ROOT)));
	}

	/** Skips a test that needs what this machine does not have. */
	void assumeItStarts() {
		assumeTrue(System.getenv("DISPLAY") != null, "no display to start a workbench on");
		assumeTrue(this == OLDEST || !newestJava().isEmpty(),
				"no Java 21 or newer on this machine, which the newest platform needs");
	}

	private static String newestJava() {
		return System.getProperty("dicompreview.newest.java", "");
	}

	private Path java() {
		return Path.of(this == OLDEST ? System.getProperty("java.home") : newestJava(), "bin", "java");
	}

	/** Starts it. @param home the user's home and the working folder */
	Process start(Path home, Map<String, String> probe, String... arguments) throws IOException {
		List<String> vmArguments = new ArrayList<>(List.of("-Duser.home=" + home));
		probe.forEach((name, value) -> vmArguments.add("-Ddicompreview.probe." + name + '=' + value));
		List<String> command = Launched.command(folder(), vmArguments, List.of(arguments));
		command.set(0, java().toString());
		return new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true)
				.redirectOutput(home.resolve("log").toFile()).start();
	}

	/** Starts it, and waits until it has ended as the probe wants. */
	void run(Path home, Map<String, String> probe, String... arguments) throws IOException, InterruptedException {
		end(start(home, probe, arguments), home);
	}

	/** Waits until it has ended well. */
	static void end(Process process, Path home) throws IOException, InterruptedException {
		boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
		process.destroyForcibly();
		assertEquals(true, ended, () -> "still running; " + log(home));
		assertEquals(0, process.exitValue(), () -> log(home));
	}

	static String log(Path home) {
		try {
			return Files.readString(home.resolve("log"));
		} catch (IOException e) {
			return e.toString();
		}
	}

	/** Takes the feature away with the director of p2. */
	void uninstall(Path scratch) throws IOException, InterruptedException {
		String maven = System.getProperty("dicompreview.maven") + "/bin/mvn" + (File.separatorChar == '/' ? "" : ".cmd");
		Launched.Ended ended = Launched.run(LIMIT, scratch, List.of(maven, "-B", "-o", "-q",
				"-Dmaven.repo.local=" + System.getProperty("dicompreview.maven.repository"),
				"org.eclipse.tycho:tycho-p2-director-plugin:" + System.getProperty("dicompreview.tycho") + ":director",
				"-Drepositories=" + System.getProperty("dicompreview.site"),
				"-DuninstallIUs=org.dicompreview.ide.feature.feature.group", "-Ddestination=" + folder(),
				"-Dprofile=DefaultProfile"));
		assertEquals(0, ended.status(), () -> ended.out() + ended.err());
	}
}
