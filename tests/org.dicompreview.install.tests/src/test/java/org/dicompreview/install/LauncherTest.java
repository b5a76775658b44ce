package org.dicompreview.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive for Linux, unpacked where a person may unpack it, and started by its launcher. */
class LauncherTest {

	private static final Duration LIMIT = Duration.ofMinutes(2);
	private static final Set<PosixFilePermission> WRITE = EnumSet.of(PosixFilePermission.OWNER_WRITE,
			PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

	@TempDir
	Path scratch;
	private Path place;
	private Path product;
	private Path home;

	@BeforeEach
	void unpack() throws IOException, InterruptedException {
		assumeTrue("Linux".equals(System.getProperty("os.name")), "an archive for Linux");
		place = Files.createDirectories(scratch.resolve("für alle $HOME"));
		home = Files.createDirectories(scratch.resolve("Zuhause von Jürgen"));
		Launched.tool("tar", "-xzf", Archives.linux().toString(), "-C", place.toString());
		product = place.resolve("dicom-series-preview");
		setWritable(false);
	}

	@AfterEach
	void makeWritable() throws IOException {
		if (place != null) {
			setWritable(true);
		}
	}

	@Test
	void aReadOnlyProductShowsASplashThenAPictureAndKeepsItsStateInTheHomeOfTheUser() throws IOException, InterruptedException {
		assumeTrue(Screen.canBeSeen(), "no display to start the product on, or neither xdotool nor ImageMagick");
		Path study = scratch.resolve("Bilder für später");
		Sample.make(study);
		Map<Path, String> before = contents();
		Process started = launcher(study.toString()).start();
		try {
			Launched.until("the splash", LIMIT, () -> !splash().isEmpty());
			Screen.picture(Screen.window(""), scratch.resolve("first.png").toFile());
			assertEquals("", splash(), "the splash is gone when there is a picture");
		} finally {
			started.destroy(); // the launcher, which ends the application
			assertTrue(started.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS), "the product ends");
		}
		assertEquals(before, contents(), "nothing was written into the product");
		assertTrue(Files.isDirectory(home.resolve(".local/share/dicom-series-preview/.metadata")), "settings and state");
		assertFalse(Files.exists(home.resolve(".eclipse")), "a folder that nobody asked for");
		assertEquals(1, Launched.found(home, "classes.jsa").size(), "classes for the next start");
		assertEquals("", Files.readString(scratch.resolve("log")), "nothing to complain about");
	}

	@Test
	void theNextStartTakesItsClassesFromTheArchive() throws IOException, InterruptedException {
		assumeTrue(Screen.canBeSeen(), "no display to start the product on, or neither xdotool nor ImageMagick");
		Path study = scratch.resolve("study");
		Sample.make(study);
		Path classes = scratch.resolve("classes.log");
		for (int start = 0; start < 2; start++) {
			ProcessBuilder launcher = launcher(study.toString());
			launcher.environment().put("DICOM_PREVIEW_VMARGS", "-Xlog:class+load:file=" + classes);
			Process started = launcher.start();
			try {
				Screen.picture(Screen.window(""), scratch.resolve("first.png").toFile());
			} finally {
				started.destroy();
				assertTrue(started.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS), "the product ends");
			}
		}
		try (Stream<String> loaded = Files.lines(classes)) {
			assertTrue(loaded.anyMatch(line -> line.contains(" org.dicompreview.ui.internal.preview.PreviewView source: shared")),
					"a class of a bundle comes from the archive");
		}
	}

	@Test
	void aJavaThatIsNewEnoughIsFoundAndGetsTheArguments() throws IOException, InterruptedException {
		Path old = java("old", "11.0.20");
		Path fit = java("fit one", "17.0.1");
		ProcessBuilder launcher = launcher("first folder", "second");
		launcher.environment().put("JAVA_HOME", old.toString());
		launcher.environment().put("PATH", fit.resolve("bin") + ":" + System.getenv("PATH"));
		launcher.environment().put("DICOM_PREVIEW_WORKSPACE", "/some where");
		Process started = launcher.start();
		assertTrue(started.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS));
		List<String> arguments = Files.readAllLines(scratch.resolve("log"));
		assertEquals(fit.resolve("bin/java").toRealPath().toString(), arguments.get(0));
		assertTrue(arguments.contains("@" + product.toRealPath() + "/java.options"), arguments::toString);
		assertEquals(List.of("-data", "/some where", "first folder", "second"),
				arguments.subList(arguments.size() - 4, arguments.size()));
	}

	@Test
	void aWorkbenchThatAsksToBeStartedAnewIs() throws IOException, InterruptedException {
		Path java = java("asks once", "21.0.1");
		Files.writeString(java.resolve("bin/java"), "#!/bin/sh\necho started\n[ -e \"$0.again\" ] && exit 5\n"
				+ "touch \"$0.again\"\nexit 23\n");
		ProcessBuilder launcher = launcher();
		launcher.environment().put("JAVA_HOME", java.toString());
		assertEquals(5, launcher.start().waitFor());
		assertEquals(List.of("started", "started"), Files.readAllLines(scratch.resolve("log")));
	}

	@Test
	void anArchiveOfClassesThatWasCutOffIsMadeAnew() throws IOException, InterruptedException {
		Path java = java("prints", "21.0.1");
		List<String> kinds = new ArrayList<>();
		for (int start = 0; start < 3; start++) {
			ProcessBuilder launcher = launcher();
			launcher.environment().put("JAVA_HOME", java.toString());
			assertEquals(0, launcher.start().waitFor());
			kinds.add(Files.readAllLines(scratch.resolve("log")).get(1).replaceAll("=.*", ""));
			Path cache = Launched.found(home, "state").get(0).getParent();
			Files.write(cache.resolve("classes.jsa"), start == 0 ? new byte[4096] : new byte[] { -8, 1, 2, 3 });
		}
		assertEquals(List.of("-XX:ArchiveClassesAtExit", "-XX:ArchiveClassesAtExit", "-XX:SharedArchiveFile"), kinds);
	}

	@Test
	void theMenuOfTheDesktopStartsItFromWhereItIs() throws IOException, InterruptedException {
		assertEquals(0, launcher("--add-to-menu").start().waitFor());
		Path entry = home.resolve(".local/share/applications/dicom-series-preview.desktop");
		String text = Files.readString(entry);
		// What a desktop makes of it: a string of the entry, in it an argument in quotes.
		String path = product.toRealPath().toString().replace("$", "\\\\$");
		assertTrue(text.contains("\nExec=\"" + path + "/dicom-series-preview\" %F\n"), text);
		assertTrue(text.contains("\nIcon=" + product.toRealPath() + "/launcher/dicom-series-preview.svg\n"), text);
		if (Launched.hasTool("desktop-file-validate")) {
			Launched.tool("desktop-file-validate", entry.toString());
		}
		assertEquals(0, launcher("--remove-from-menu").start().waitFor());
		assertFalse(Files.exists(entry));
	}

	/** The launcher in a home of its own, without what this environment says of locale and folders. */
	private ProcessBuilder launcher(String... arguments) {
		ProcessBuilder launcher = new ProcessBuilder(product.resolve("dicom-series-preview").toString());
		launcher.command().addAll(List.of(arguments));
		Map<String, String> environment = launcher.environment();
		environment.keySet().removeIf(key -> key.startsWith("LC_") || key.startsWith("XDG_") || key.startsWith("DICOM_PREVIEW_"));
		environment.remove("LANG");
		environment.put("HOME", home.toString());
		environment.put("JAVA_HOME", System.getProperty("java.home"));
		return launcher.redirectErrorStream(true).redirectOutput(scratch.resolve("log").toFile());
	}

	/** Makes what looks like a Java and prints how it is called. */
	private Path java(String name, String version) throws IOException {
		Path folder = scratch.resolve(name);
		Path program = Files.createDirectories(folder.resolve("bin")).resolve("java");
		Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
		Files.writeString(program, "#!/bin/sh\nprintf '%s\\n' \"$0\" \"$@\"\n");
		assertTrue(program.toFile().setExecutable(true));
		return folder;
	}

	private static String splash() {
		return Screen.firstLine("sh", "-c", "xdotool search --onlyvisible --class '' 2>/dev/null | while read -r window; do "
				+ "xdotool getwindowgeometry --shell \"$window\" 2>/dev/null | tr '\\n' ' ' | "
				+ "grep -q 'WIDTH=480 HEIGHT=160 ' && echo \"$window\"; done; true");
	}

	/** Size and time of all that the product holds: whoever may do everything can write in read-only folders, too. */
	private Map<Path, String> contents() throws IOException {
		Map<Path, String> contents = new TreeMap<>();
		try (Stream<Path> files = Files.walk(product)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				contents.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
			}
		}
		return contents;
	}

	private void setWritable(boolean writable) throws IOException {
		try (Stream<Path> files = Files.walk(place)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
				permissions.removeAll(WRITE);
				if (writable) {
					permissions.add(PosixFilePermission.OWNER_WRITE);
				}
				Files.setPosixFilePermissions(file, permissions);
			}
		}
	}
}
