package org.dicompreview.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The materialised product in a real window, used by keyboard and mouse as a person would. */
final class StartedProduct implements AutoCloseable {

	private static final String NAME = "DICOM Series Preview";
	/** A window that looks the same so often in turn is at rest. */
	private static final int STILL = 4;

	private final Path scratch;
	private final Process process;

	private StartedProduct(Path scratch, Process process) {
		this.scratch = scratch;
		this.process = process;
	}

	/**
	 * Starts it.
	 *
	 * @param scratch for its workspace, which a further start finds again, its log and what is on the screen
	 * @param folders what the command line names
	 */
	static StartedProduct start(Path scratch, Path... folders) throws IOException {
		List<String> arguments = new ArrayList<>(List.of("-data", workspace(scratch).toString()));
		Stream.of(folders).map(Path::toString).forEach(arguments::add);
		ProcessBuilder product = new ProcessBuilder(
				Launched.command(Path.of(System.getProperty("dicompreview.product")), List.of(), arguments));
		product.environment().remove("GTK_THEME"); // the colours are those of the theme that is chosen in the product
		return new StartedProduct(scratch, product.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(scratch.resolve("log").toFile())).start());
	}

	static Path workspace(Path scratch) {
		return scratch.resolve("workspace");
	}

	/** {@return its window, once the title names what is shown with these words, a regular expression} */
	String window(String shown) throws InterruptedException {
		return await("a window that shows " + shown, ".*" + shown + ".* \u2013 +" + NAME + " *");
	}

	/** {@return a dialog, once it is there; the workbench ends some titles with a blank} */
	String dialog(String title) throws InterruptedException {
		return await("the dialog " + title, "^" + title + " *$");
	}

	private String await(String what, String title) throws InterruptedException {
		String[] found = { "" };
		Launched.until(what, Screen.LIMIT, () -> {
			assertTrue(process.isAlive(), this::log);
			found[0] = Screen.search(title);
			return !found[0].isEmpty();
		});
		return found[0];
	}

	/** {@return how many windows it has that can be seen} */
	int windows() {
		return (int) Screen.lines("xdotool", "search", "--onlyvisible", "--class", NAME).count();
	}

	/** Waits until no window has this title any more. */
	void awaitClosed(String title) throws InterruptedException {
		Launched.until(title + " to close", Screen.LIMIT, () -> Screen.search("^" + title + " *$").isEmpty());
	}

	/** Waits until a window has the focus: the window manager decides when, and keys before that go to another one. */
	void awaitFocus(String window) throws InterruptedException {
		Launched.until("focus in the window", Screen.LIMIT, () -> Screen.focused().equals(window));
	}

	/** Moves the mouse within a window, to parts of its width and height. */
	void point(String window, double right, double down) {
		BufferedImage shown = capture(window);
		Launched.tool("xdotool", "mousemove", "--window", window, Long.toString(Math.round(shown.getWidth() * right)),
				Long.toString(Math.round(shown.getHeight() * down)));
	}

	/** Clicks into a window, at parts of its width and height, and waits until it has the focus. */
	void click(String window, double right, double down) throws InterruptedException {
		point(window, right, down);
		Launched.tool("xdotool", "click", "1");
		awaitFocus(window);
	}

	/** Drags with the left mouse button from where the mouse is. */
	void drag(int right, int down) {
		Launched.tool("xdotool", "mousedown", "1", "mousemove_relative", "--sync", Integer.toString(right / 2), Integer.toString(down / 2),
				"mousemove_relative", "--sync", Integer.toString(right / 2), Integer.toString(down / 2), "mouseup", "1");
	}

	/** Presses keys, one after the other. */
	void press(String... keys) {
		Launched.tool(Stream.concat(Stream.of("xdotool", "key", "--delay", "200"), Stream.of(keys)).toArray(String[]::new));
	}

	/** Types a text. */
	void type(String text) {
		Launched.tool("xdotool", "type", text);
	}

	/** Presses a key and waits for another picture. */
	void pressForPicture(String key, String window) throws InterruptedException {
		BufferedImage before = capture(window);
		press(key);
		Launched.until("another picture after " + key, Screen.LIMIT, () -> Screen.differs(before, window, scratch));
	}

	/** {@return what a window shows, once there is a picture in it} */
	BufferedImage picture(String window) throws InterruptedException {
		return Screen.picture(window, scratch.resolve("picture.png").toFile());
	}

	/** {@return what a window shows, once it stays as it is} */
	BufferedImage still(String window) throws InterruptedException {
		BufferedImage[] last = { capture(window) };
		int[] times = { 0 };
		Launched.until("a window that stays as it is", Screen.LIMIT, () -> {
			BufferedImage now = capture(window);
			times[0] = Screen.areEqual(last[0], now) ? times[0] + 1 : 0;
			last[0] = now;
			return times[0] == STILL;
		});
		return last[0];
	}

	/** {@return what a window shows} */
	BufferedImage capture(String window) {
		return Screen.capture(window, scratch.resolve("now.png").toFile());
	}

	/** Closes the window, as a person does, and waits until the product has ended well. */
	void quit(String window) throws InterruptedException {
		awaitFocus(window);
		press("alt+F4");
		awaitEnd();
	}

	/** Waits until the product has ended well. */
	void awaitEnd() throws InterruptedException {
		assertTrue(process.waitFor(Screen.LIMIT.toSeconds(), TimeUnit.SECONDS), "the product ends");
		assertEquals(0, process.exitValue(), this::log);
	}

	private String log() {
		try {
			return Files.readString(scratch.resolve("log"));
		} catch (IOException e) {
			return e.toString();
		}
	}

	@Override
	public void close() throws InterruptedException {
		process.descendants().forEach(ProcessHandle::destroy);
		process.destroy();
		assertTrue(process.waitFor(Screen.LIMIT.toSeconds(), TimeUnit.SECONDS), "the product ends");
	}
}
