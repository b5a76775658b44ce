package org.dicompreview.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The materialised product, started on a folder in a real window and used by keyboard and mouse as a person would. */
class ProductTest {

	private static final String PREFERENCES = "Preferences";
	private static final double LIGHT = 200;
	private static final double DARK = 90;

	@Test
	void aSeriesShowsAtOnceKeysWalkItAndTheDarkThemeCanBeChosen(@TempDir Path scratch)
			throws IOException, InterruptedException {
		assumeTrue(Screen.canBeSeen(), "no display to start the product on, or neither xdotool nor ImageMagick");
		Path study = scratch.resolve("study");
		Sample.make(study);
		try (StartedProduct product = StartedProduct.start(scratch, study.resolve("3-mr"), study.resolve("2-ct"))) {
			String window = product.window("CT");
			product.picture(window);
			product.click(window, 0.65, 0.35);
			product.pressForPicture("ctrl+Down", window);
			product.pressForPicture("Home", product.window("MR"));
			open(product, "Find Actions", "ctrl+3");
			close(product, "Find Actions", window);
			int windows = product.windows();
			product.press("ctrl+shift+l");
			Launched.until("the list of all keys, which has no title", Screen.LIMIT, () -> product.windows() > windows);
			open(product, PREFERENCES, "ctrl+shift+l"); // once more: their page in the preferences
			close(product, PREFERENCES, window);
			assertTrue(Screen.brightness(bars(product, window)) > LIGHT);
			chooseDarkTheme(product, window);
			awaitDark(product, window);
			product.quit(window);
		}
		try (StartedProduct product = StartedProduct.start(scratch)) {
			awaitDark(product, product.window("MR"));
		}
		assertEquals(List.of(), Launched.errors(StartedProduct.workspace(scratch)), "the log of the product");
	}

	/** Presses keys and waits for a dialog. */
	private static String open(StartedProduct product, String dialog, String... keys) throws InterruptedException {
		product.press(keys);
		return product.dialog(dialog);
	}

	/** Closes a dialog. @param window gets the focus then */
	private static void close(StartedProduct product, String dialog, String window) throws InterruptedException {
		product.press("Escape");
		product.awaitClosed(dialog);
		product.awaitFocus(window);
	}

	private static void chooseDarkTheme(StartedProduct product, String window) throws InterruptedException {
		String dialog = open(product, PREFERENCES, "alt+w", "p");
		product.awaitFocus(dialog);
		product.still(dialog);
		product.type("Appearance");
		product.still(dialog);
		product.press("Down", "Down");
		product.still(dialog);
		product.click(dialog, 0.65, 0.11); // the list of themes: Classic, Dark and, at first, Light
		product.press("Up", "Return");
		product.click(dialog, 0.92, 0.96); // Apply and Close
		product.awaitFocus(product.dialog("Theme Changed")); // asks whether to start anew
		close(product, "Theme Changed", window);
	}

	/** Menu bar, tabs and tool bars: what the theme colours. */
	private static BufferedImage bars(StartedProduct product, String window) {
		return Screen.part(product.capture(window), 0, 0, 1, 0.06);
	}

	private static void awaitDark(StartedProduct product, String window) throws InterruptedException {
		Launched.until("a dark window", Screen.LIMIT, () -> Screen.brightness(bars(product, window)) < DARK);
	}
}
