package org.dicompreview.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The materialised product, started on a folder in a real window and used by keyboard as a person would. */
class ProductTest {

	private static final Duration LIMIT = Duration.ofMinutes(1);
	private static final int LEAST_GREYS = 32;

	@Test
	void theFirstSeriesShowsAtOnceAndKeysWalkIt(@TempDir Path scratch) throws IOException, InterruptedException {
		assumeTrue(System.getenv("DISPLAY") != null, "no display to start the product on");
		assumeTrue(Launched.hasTool("xdotool") && Launched.hasTool("import"), "xdotool and ImageMagick are not installed");
		Path study = scratch.resolve("study");
		Sample.make(study);
		Process product = new ProcessBuilder(Launched.command(Path.of(System.getProperty("dicompreview.product")), List.of(),
				List.of("-data", scratch.resolve("workspace").toString(), study.toString())))
				.redirectErrorStream(true).redirectOutput(scratch.resolve("log").toFile()).start();
		try {
			String window = window("");
			BufferedImage shown = picture(window, scratch.resolve("first.png").toFile());
			assertTrue(greys(shown) >= LEAST_GREYS, "the picture of a slice on the screen");
			Launched.tool("xdotool", "mousemove", "--window", window, Integer.toString(shown.getWidth() * 2 / 3),
					Integer.toString(shown.getHeight() / 3), "click", "1");
			// The window manager decides when; a key before that would go to the part that was active.
			Launched.until("focus in the window", LIMIT, () -> focused().equals(window));
			press("ctrl+Down", window, scratch);
			press("Home", window("CT"), scratch);
			opens("Find Actions", "ctrl+3");
			opens("Preferences.*", "ctrl+shift+l", "ctrl+shift+l"); // all keys, then the page to change them
			assertEquals(List.of(), Launched.errors(scratch.resolve("workspace")), "the log of the product");
		} finally {
			product.descendants().forEach(ProcessHandle::destroy);
			product.destroy();
			assertTrue(product.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS), "the product ends");
		}
	}

	/** Presses keys and waits for a dialog; Escape closes it. */
	private static void opens(String dialog, String... keys) throws InterruptedException {
		Launched.tool(Stream.concat(Stream.of("xdotool", "key", "--delay", "500"), Stream.of(keys)).toArray(String[]::new));
		Launched.until(dialog + " after " + String.join(" ", keys), LIMIT, () -> !search("^" + dialog + "$").isEmpty());
		Launched.tool("xdotool", "key", "Escape");
		Launched.until(dialog + " to close", LIMIT, () -> search("^" + dialog + "$").isEmpty());
	}

	/** Presses a key and waits for what it changes. */
	private static void press(String key, String window, Path scratch) throws InterruptedException {
		BufferedImage before = capture(window, scratch.resolve("before.png").toFile());
		Launched.tool("xdotool", "key", key);
		Launched.until("another picture after " + key, LIMIT, () -> differs(before, window, scratch));
	}

	/** The window's title names the series once its first picture is there. */
	private static String window(String series) throws InterruptedException {
		String[] found = { "" };
		Launched.until("the window of the product, showing a series", LIMIT, () -> {
			found[0] = search(".+ \u2013 .*" + series + ".*DICOM Series Preview");
			return !found[0].isEmpty();
		});
		return found[0];
	}

	private static String search(String name) {
		return firstLine("xdotool", "search", "--onlyvisible", "--name", name);
	}

	private static String focused() {
		return firstLine("xdotool", "getwindowfocus");
	}

	/** {@return the first line that a tool prints, empty if there is none} */
	private static String firstLine(String... command) {
		try {
			Launched.Ended ended = Launched.run(LIMIT, Path.of("."), List.of(command));
			return ended.out().lines().findFirst().orElse("");
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return "";
		}
	}

	private static boolean differs(BufferedImage first, String window, Path scratch) {
		BufferedImage now = capture(window, scratch.resolve("now.png").toFile());
		return greys(now) >= LEAST_GREYS && !Arrays.equals(pixels(first), pixels(now));
	}

	private static BufferedImage picture(String window, File file) throws InterruptedException {
		BufferedImage[] last = { null };
		Launched.until("a picture in the window", LIMIT, () -> greys(last[0] = capture(window, file)) >= LEAST_GREYS);
		return last[0];
	}

	private static BufferedImage capture(String window, File file) {
		Launched.tool("import", "-window", window, file.toString());
		try {
			return ImageIO.read(file);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The part of the window where the picture is, whatever the theme. */
	private static int[] pixels(BufferedImage image) {
		int width = image.getWidth();
		int height = image.getHeight();
		return image.getRGB(width / 2, height / 4, width / 3, height / 3, null, 0, width / 3);
	}

	private static int greys(BufferedImage image) {
		Set<Integer> greys = new HashSet<>();
		for (int pixel : pixels(image)) {
			int red = pixel >> 16 & 0xFF;
			if (red == (pixel >> 8 & 0xFF) && red == (pixel & 0xFF)) {
				greys.add(red);
			}
		}
		return greys.size();
	}
}
