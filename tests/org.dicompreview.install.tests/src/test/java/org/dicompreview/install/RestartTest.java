package org.dicompreview.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was on the screen comes back with the next start, unless the command line names something else. */
class RestartTest {

	/** Rows above that of a stack: those of its series and the stack and series before, of the study and the patient. */
	private static final int ABOVE = 5;

	@TempDir
	Path scratch;
	private Path patients;

	@BeforeEach
	void makeFiles() throws IOException, InterruptedException {
		assumeTrue(Screen.canBeSeen(), "no display to start the product on, or neither xdotool nor ImageMagick");
		patients = scratch.resolve("patients");
		Sample.makeManyPatients(patients);
	}

	@Test
	void rowSliceWindowInversionAndZoomComeBackAndAFolderOfTheCommandLineComesFirst() throws IOException, InterruptedException {
		BufferedImage left;
		try (StartedProduct product = StartedProduct.start(scratch, patients)) {
			String window = product.window("Many");
			focusTree(product, window);
			product.press("Home"); // what is found first depends on the threads of the scan
			product.picture(product.window("Alba"));
			product.click(window, 0.65, 0.4);
			walkTo(product, window, "Fabio.*Axial and coronal");
			product.pressForPicture("alt+Next", window); // the second stack
			product.pressForPicture("Down", window);
			product.pressForPicture("i", window);
			product.pressForPicture("ctrl+plus", window);
			product.pressForPicture("ctrl+plus", window);
			BufferedImage before = product.capture(window);
			product.drag(60, 40);
			Launched.until("another window of values", Screen.LIMIT, () -> Screen.differs(before, window, scratch));
			left = leave(product, window);
		}
		try (StartedProduct product = StartedProduct.start(scratch)) {
			String window = product.window("Fabio.*Axial and coronal");
			product.point(window, 0.9, 0.01);
			Launched.until("the same picture", Screen.LIMIT,
					() -> Screen.areEqual(picture(left), picture(product.capture(window))));
			Launched.until("the same row, with those above it", Screen.LIMIT, () -> Screen
					.selectedRow(tree(product.capture(window)), ABOVE).filter(row -> Screen.areEqual(row(left), row)).isPresent());
			product.quit(window);
		}
		try (StartedProduct product = StartedProduct.start(scratch, patients.resolve("Zora"))) {
			String window = product.window("Zora.*Findings");
			walkThroughReports(product, window);
			product.quit(window);
		}
		assertEquals(List.of(), Launched.errors(StartedProduct.workspace(scratch)), "the log of the product");
	}

	/** Clicks the tab of the Series Explorer: its tree gets the keys. */
	private static void focusTree(StartedProduct product, String window) throws InterruptedException {
		product.click(window, 0.05, 0.048);
	}

	/** The title of the window names what is shown, also where that has no images. */
	private static void walkThroughReports(StartedProduct product, String window) throws InterruptedException {
		focusTree(product, window);
		product.press("Up", "Up", "Up");
		assertEquals(window, product.window("Yvonne.*Findings"));
		product.press("Down", "Down", "Down");
		assertEquals(window, product.window("Zora.*Findings"));
	}

	/** Goes on to the next series until one is shown. */
	private static void walkTo(StartedProduct product, String window, String series) throws InterruptedException {
		while (Screen.search(series).isEmpty()) {
			String title = Screen.title(window);
			product.press("ctrl+Down");
			Launched.until("the series after " + title, Screen.LIMIT, () -> !Screen.title(window).equals(title));
		}
	}

	/** Ends the product. {@return what it has shown at the end} */
	private static BufferedImage leave(StartedProduct product, String window) throws InterruptedException {
		product.point(window, 0.9, 0.01);
		BufferedImage left = product.still(window);
		product.quit(window);
		return left;
	}

	/** The picture with its texts, the slider and the number of the slice. */
	private static BufferedImage picture(BufferedImage window) {
		return Screen.part(window, 0.3, 0.1, 1, 0.93);
	}

	private static BufferedImage tree(BufferedImage window) {
		return Screen.part(window, 0, 0.1, 0.27, 0.49);
	}

	private static BufferedImage row(BufferedImage window) {
		return Screen.selectedRow(tree(window), ABOVE).orElseThrow(() -> new AssertionError("no row is selected in sight"));
	}
}
