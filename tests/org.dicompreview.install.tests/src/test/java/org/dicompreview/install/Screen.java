package org.dicompreview.install;

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

import javax.imageio.ImageIO;

/** What is on the screen, by xdotool and ImageMagick. */
final class Screen {

	static final Duration LIMIT = Duration.ofMinutes(1);
	private static final int LEAST_GREYS = 32;

	private Screen() {
	}

	/** {@return whether there is a screen, with the tools to look at it} */
	static boolean canBeSeen() {
		return System.getenv("DISPLAY") != null && Launched.hasTool("xdotool") && Launched.hasTool("import");
	}

	/** The window's title names the series once its first picture is there. */
	static String window(String series) throws InterruptedException {
		String[] found = { "" };
		Launched.until("the window of the product, showing a series", LIMIT, () -> {
			found[0] = search(".+ \u2013 .*" + series + ".*DICOM Series Preview");
			return !found[0].isEmpty();
		});
		return found[0];
	}

	/** {@return a visible window whose name matches a pattern, empty if there is none} */
	static String search(String name) {
		return firstLine("xdotool", "search", "--onlyvisible", "--name", name);
	}

	/** {@return the window that has the focus} */
	static String focused() {
		return firstLine("xdotool", "getwindowfocus");
	}

	/** {@return the first line that a tool prints, empty if there is none} */
	static String firstLine(String... command) {
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

	/** {@return whether the picture in a window is another than before} */
	static boolean differs(BufferedImage first, String window, Path scratch) {
		BufferedImage now = capture(window, scratch.resolve("now.png").toFile());
		return greys(now) >= LEAST_GREYS && !Arrays.equals(pixels(first), pixels(now));
	}

	/** {@return what a window shows, once there is a picture in it} */
	static BufferedImage picture(String window, File file) throws InterruptedException {
		BufferedImage[] last = { null };
		Launched.until("a picture in the window", LIMIT, () -> greys(last[0] = capture(window, file)) >= LEAST_GREYS);
		return last[0];
	}

	/** {@return what a window shows} */
	static BufferedImage capture(String window, File file) {
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
