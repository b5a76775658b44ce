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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** What is on the screen, by xdotool and ImageMagick. */
final class Screen {

	static final Duration LIMIT = Duration.ofMinutes(1);
	private static final int LEAST_GREYS = 32;
	private static final int MARGIN = 3;
	private static final int BLUER_THAN_RED = 120;

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

	/** {@return the title of a window} */
	static String title(String window) {
		return firstLine("xdotool", "getwindowname", window);
	}

	/** {@return the window that has the focus} */
	static String focused() {
		return firstLine("xdotool", "getwindowfocus");
	}

	/** {@return the first line that a tool prints, empty if there is none} */
	static String firstLine(String... command) {
		return lines(command).findFirst().orElse("");
	}

	/** {@return the lines that a tool prints} */
	static Stream<String> lines(String... command) {
		try {
			return Launched.run(LIMIT, Path.of("."), List.of(command)).out().lines();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return Stream.empty();
		}
	}

	/** {@return whether the picture in a window is another than before} */
	static boolean differs(BufferedImage first, String window, Path scratch) {
		BufferedImage now = capture(window, scratch.resolve("now.png").toFile());
		return greys(now) >= LEAST_GREYS && !Arrays.equals(pixels(first), pixels(now));
	}

	/** {@return whether two windows look the same} */
	static boolean areEqual(BufferedImage one, BufferedImage other) {
		return one.getWidth() == other.getWidth() && one.getHeight() == other.getHeight()
				&& Arrays.equals(all(one), all(other));
	}

	private static int[] all(BufferedImage image) {
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
	}

	/** {@return the part of a window between two parts of its width and of its height} */
	static BufferedImage part(BufferedImage window, double left, double top, double right, double bottom) {
		int x = (int) (window.getWidth() * left);
		int y = (int) (window.getHeight() * top);
		return window.getSubimage(x, y, (int) (window.getWidth() * right) - x, (int) (window.getHeight() * bottom) - y);
	}

	/**
	 * {@return the row of a tree that is selected, with some rows above it; absent if there are none}
	 *
	 * @param tree  the part of a window with the tree
	 * @param above how many rows above it
	 */
	static Optional<BufferedImage> selectedRow(BufferedImage tree, int above) {
		int first = 0;
		while (first < tree.getHeight() && !isSelection(tree, first)) {
			first++;
		}
		int end = first;
		while (end < tree.getHeight() && isSelection(tree, end)) {
			end++;
		}
		int top = first - above * (end - first);
		return first == end || top < 0 ? Optional.empty()
				: Optional.of(tree.getSubimage(0, top, tree.getWidth(), end - top));
	}

	/** {@return whether a line of pixels begins and ends in the blue of what is selected} */
	private static boolean isSelection(BufferedImage tree, int y) {
		return isBlue(tree.getRGB(MARGIN, y)) && isBlue(tree.getRGB(tree.getWidth() - MARGIN, y));
	}

	private static boolean isBlue(int pixel) {
		return (pixel & 0xFF) - (pixel >> 16 & 0xFF) > BLUER_THAN_RED;
	}

	/** {@return the mean grey of what a window shows, from 0 for black to 255 for white} */
	static double brightness(BufferedImage image) {
		return Arrays.stream(all(image)).map(pixel -> (pixel >> 16 & 0xFF) + (pixel >> 8 & 0xFF) + (pixel & 0xFF)).average()
				.orElseThrow() / 3;
	}

	/** {@return what a window shows, once there is a picture in it} */
	static BufferedImage picture(String window, File file) throws InterruptedException {
		BufferedImage[] last = { null };
		Launched.until("a picture in the window", LIMIT, () -> greys(last[0] = capture(window, file)) >= LEAST_GREYS);
		return last[0];
	}

	/** {@return what a window shows} */
	static BufferedImage capture(String window, File file) {
		Launched.tool("import", "-quality", "0", "-window", window, file.toString()); // hardly compressed: quick
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
