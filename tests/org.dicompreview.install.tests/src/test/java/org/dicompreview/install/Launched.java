package org.dicompreview.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Programs that tests start: a product by its launcher, and tools of the system. */
final class Launched {

	private static final Duration TOOL_LIMIT = Duration.ofSeconds(30);

	/** How a program ended. */
	record Ended(int status, String out, String err) {
	}

	private Launched() {
	}

	/** {@return the command that starts a product} */
	static List<String> command(Path product, List<String> vmArguments, List<String> arguments) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(vmArguments);
		command.addAll(List.of("-jar", launcher(product).toString(), "-nosplash"));
		command.addAll(arguments);
		return command;
	}

	private static Path launcher(Path product) throws IOException {
		return found(product.resolve("plugins"), "org\\.eclipse\\.equinox\\.launcher_.*").get(0);
	}

	/** {@return files in a folder and below whose names match a pattern} */
	static List<Path> found(Path folder, String pattern) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> file.getFileName().toString().matches(pattern)).toList();
		}
	}

	/** Runs a program to its end. */
	static Ended run(Duration limit, Path folder, List<String> command) throws IOException, InterruptedException {
		Path out = Files.createTempFile("dicompreview", ".out");
		Path err = Files.createTempFile("dicompreview", ".err");
		try {
			Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectOutput(out.toFile())
					.redirectError(err.toFile()).start();
			boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
			process.destroyForcibly();
			assertTrue(ended, () -> "still running after " + limit + ": " + command);
			return new Ended(process.exitValue(), text(out), text(err));
		} finally {
			Files.delete(out);
			Files.delete(err);
		}
	}

	/** {@return the errors in the log of a workspace, each with what follows up to the next entry} */
	static List<String> errors(Path workspace) throws IOException {
		Path log = workspace.resolve(".metadata/.log");
		return Files.exists(log) ? Stream.of(text(log).split("(?m)^(?=!ENTRY )"))
				.filter(entry -> entry.matches("(?s)!ENTRY \\S+ 4 .*")).toList() : List.of();
	}

	/** {@return what a tool prints, after it ended well} */
	static String tool(String... command) {
		try {
			Ended ended = run(TOOL_LIMIT, Path.of("."), List.of(command));
			assertEquals(0, ended.status(), () -> String.join(" ", command) + ": " + ended.err());
			return ended.out().strip();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	/** {@return the titles of the visible windows of a process; empty if it has none} */
	static List<String> titles(long pid) {
		try {
			Ended ended = run(TOOL_LIMIT, Path.of("."), List.of("xdotool", "search", "--all", "--onlyvisible", "--pid", Long.toString(pid),
					"--name", ".", "getwindowname", "%@"));
			return ended.out().lines().toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	/** {@return whether a tool is on this machine} */
	static boolean hasTool(String name) {
		return Stream.of(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
	}

	/** Waits for something outside this process, which tells nobody when it happens. */
	static void until(String what, Duration limit, BooleanSupplier condition) throws InterruptedException {
		long end = System.nanoTime() + limit.toNanos();
		while (!condition.getAsBoolean()) {
			assertTrue(System.nanoTime() < end, () -> "Timed out waiting for: " + what);
			TimeUnit.MILLISECONDS.sleep(100);
		}
	}

	private static String text(Path file) throws IOException {
		return Files.readString(file, StandardCharsets.UTF_8);
	}
}
