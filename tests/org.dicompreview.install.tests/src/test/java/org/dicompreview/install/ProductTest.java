package org.dicompreview.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The materialised product, started on a folder in a real window and used by keyboard as a person would. */
class ProductTest {

	@Test
	void theFirstSeriesShowsAtOnceAndKeysWalkIt(@TempDir Path scratch) throws IOException, InterruptedException {
		assumeTrue(Screen.canBeSeen(), "no display to start the product on, or neither xdotool nor ImageMagick");
		Path study = scratch.resolve("study");
		Sample.make(study);
		Process product = new ProcessBuilder(Launched.command(Path.of(System.getProperty("dicompreview.product")), List.of(),
				List.of("-data", scratch.resolve("workspace").toString(), study.toString())))
				.redirectErrorStream(true).redirectOutput(scratch.resolve("log").toFile()).start();
		try {
			String window = Screen.window("");
			BufferedImage shown = Screen.picture(window, scratch.resolve("first.png").toFile());
			Launched.tool("xdotool", "mousemove", "--window", window, Integer.toString(shown.getWidth() * 2 / 3),
					Integer.toString(shown.getHeight() / 3), "click", "1");
			// The window manager decides when; a key before that would go to the part that was active.
			Launched.until("focus in the window", Screen.LIMIT, () -> Screen.focused().equals(window));
			press("ctrl+Down", window, scratch);
			press("Home", Screen.window("CT"), scratch);
			opens("Find Actions *", "ctrl+3"); // the workbench ends this title with a blank
			opens("DICOM Series Preview", "ctrl+shift+l"); // the list of all keys has the name of the application
			assertEquals(List.of(), Launched.errors(scratch.resolve("workspace")), "the log of the product");
		} finally {
			product.descendants().forEach(ProcessHandle::destroy);
			product.destroy();
			assertTrue(product.waitFor(Screen.LIMIT.toSeconds(), TimeUnit.SECONDS), "the product ends");
		}
	}

	/** Presses keys and waits for a dialog; Escape closes it. */
	private static void opens(String dialog, String... keys) throws InterruptedException {
		Launched.tool(Stream.concat(Stream.of("xdotool", "key", "--delay", "500"), Stream.of(keys)).toArray(String[]::new));
		Launched.until(dialog + " after " + String.join(" ", keys), Screen.LIMIT, () -> !Screen.search("^" + dialog + "$").isEmpty());
		Launched.tool("xdotool", "key", "Escape");
		Launched.until(dialog + " to close", Screen.LIMIT, () -> Screen.search("^" + dialog + "$").isEmpty());
	}

	/** Presses a key and waits for what it changes. */
	private static void press(String key, String window, Path scratch) throws InterruptedException {
		BufferedImage before = Screen.capture(window, scratch.resolve("before.png").toFile());
		Launched.tool("xdotool", "key", key);
		Launched.until("another picture after " + key, Screen.LIMIT, () -> Screen.differs(before, window, scratch));
	}
}
