package org.dicompreview.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;

import org.dicompreview.testsupport.DicomObject;
import org.dicompreview.testsupport.DicomWriter;
import org.dicompreview.testsupport.Phantoms;
import org.dicompreview.testsupport.Study;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowSeriesTest {

	private static final Study STUDY = Study.of("Doe^Jane", "1", 1);
	/** The most that a file may have so that somebody reads it. */
	private static final int LINES = 60;
	private static final Duration LIMIT = Duration.ofSeconds(30);
	/** So bright are pixels of the phantom, and only a few of the texts around it. */
	private static final int BRIGHT = 90;
	private static final int MANY = 500;

	@Test
	void theWindowShowsThePictureAndItsTitle(@TempDir Path folder) throws Exception {
		List<DicomObject> images = Phantoms.ct(STUDY, 1, 3, 5, 64);
		for (int i = 0; i < images.size(); i++) {
			DicomWriter.of(DicomWriter.EXPLICIT_LITTLE).write(folder.resolve("image" + i), images.get(i));
		}
		AtomicReference<Throwable> failure = new AtomicReference<>();
		AtomicReference<Display> made = new AtomicReference<>(); // one that is found by its thread may not be whole yet
		Thread program = new Thread(() -> {
			try {
				made.set(new Display());
				ShowSeries.show(made.get(), folder.toString(), STUDY.seriesUid(1));
			} catch (IOException | RuntimeException | Error e) {
				failure.set(e);
			}
		});
		program.start();
		await("a display", () -> made.get() != null || failure.get() != null);
		assumeTrue(!(failure.get() instanceof UnsatisfiedLinkError), "SWT has no native code for this system here");
		assertEquals(null, failure.get());
		Display display = made.get();
		await("the title", () -> asked(display, shell -> shell.getText(), text -> text.contains("Doe")));
		await("the picture", () -> asked(display, ShowSeriesTest::brightPixels, count -> count > MANY));
		display.syncExec(() -> display.getShells()[0].close());
		program.join(LIMIT.toMillis());
		assertTrue(!program.isAlive(), "the program ends with its window");
		assertEquals(null, failure.get());
	}

	private interface Condition {
		boolean holds();
	}

	private static void await(String what, Condition condition) throws InterruptedException {
		long end = System.nanoTime() + LIMIT.toNanos();
		while (!condition.holds()) {
			assertTrue(System.nanoTime() < end, () -> "timed out waiting for " + what);
			Thread.sleep(20); // and looks again
		}
	}

	private static <T> boolean asked(Display display, Function<Shell, T> question, Predicate<T> expected) {
		AtomicReference<T> answer = new AtomicReference<>();
		display.syncExec(() -> answer.set(display.getShells().length == 0 ? null : question.apply(display.getShells()[0])));
		return answer.get() != null && expected.test(answer.get());
	}

	/** {@return how many pixels of the canvas are bright} */
	private static int brightPixels(Shell shell) {
		Canvas canvas = canvases(shell).get(0);
		if (canvas.getSize().x == 0 || canvas.getSize().y == 0) {
			return 0;
		}
		Image image = new Image(canvas.getDisplay(), canvas.getSize().x, canvas.getSize().y);
		GC gc = new GC(canvas);
		try {
			gc.copyArea(image, 0, 0);
			ImageData data = image.getImageData();
			int bright = 0;
			for (int y = 0; y < data.height; y++) {
				for (int x = 0; x < data.width; x++) {
					RGB color = data.palette.getRGB(data.getPixel(x, y));
					bright += color.red > BRIGHT && color.red == color.green && color.green == color.blue ? 1 : 0;
				}
			}
			return bright;
		} finally {
			gc.dispose();
			image.dispose();
		}
	}

	/** {@return the canvases within, the largest first} */
	private static List<Canvas> canvases(Composite parent) {
		List<Canvas> found = new ArrayList<>();
		for (Control child : parent.getChildren()) {
			if (child instanceof Canvas canvas) {
				found.add(canvas);
			} else if (child instanceof Composite composite) {
				found.addAll(canvases(composite));
			}
		}
		found.sort(Collections.reverseOrder((a, b) -> Integer.compare(a.getSize().x * a.getSize().y, b.getSize().x * b.getSize().y)));
		return found;
	}

	@Test
	void theProgramIsShortAndNamesExportedPackagesOnly() throws IOException {
		List<String> lines = Files.readAllLines(Path.of("src/main/java/org/dicompreview/examples/ShowSeries.java"));
		assertTrue(lines.size() <= LINES, () -> lines.size() + " lines");
		assertTrue(lines.stream().noneMatch(line -> line.contains(".internal") || line.contains("osgi.")
				|| line.contains("eclipse.ui")));
	}
}
