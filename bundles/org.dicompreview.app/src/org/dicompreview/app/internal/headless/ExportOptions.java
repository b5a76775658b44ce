package org.dicompreview.app.internal.headless;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import org.dicompreview.rendering.VoiWindow;

/**
 * The command line of {@code export}.
 *
 * @param folders what to export
 * @param to      where to
 * @param series  Series Instance UID, or absent for all
 * @param stack   number of the stack from 1, or 0 for all
 * @param slices  positions within each stack
 * @param raw     stored values instead of pictures
 * @param window  the window, absent for the frame's own
 * @param preset  id of a window preset, absent for none
 * @param overlays whether overlays are drawn
 * @param width   of the picture in pixels, or 0 for stored resolution
 * @param height  of the picture in pixels, or 0 for stored resolution
 */
record ExportOptions(List<String> folders, Path to, Optional<String> series, int stack, SliceNumbers slices, boolean raw,
		Optional<VoiWindow> window, Optional<String> preset, boolean overlays, int width, int height) {

	private static final int LARGEST = 1 << 15;

	static ExportOptions parse(String[] arguments) throws UsageException {
		Parser parser = new Parser();
		Iterator<String> rest = List.of(arguments).iterator();
		while (rest.hasNext()) {
			parser.take(rest.next(), rest);
		}
		return parser.finish();
	}

	private static final class Parser {
		private final List<String> folders = new ArrayList<>();
		private Path to;
		private Optional<String> series = Optional.empty();
		private int stack;
		private SliceNumbers slices = SliceNumbers.ALL;
		private boolean raw;
		private Optional<VoiWindow> window = Optional.empty();
		private Optional<String> preset = Optional.empty();
		private boolean overlays = true;
		private int width;
		private int height;

		void take(String argument, Iterator<String> rest) throws UsageException {
			switch (argument) {
				case "--to" -> to = Headless.path(value(argument, rest)); //$NON-NLS-1$
				case "--series" -> series = Optional.of(value(argument, rest)); //$NON-NLS-1$
				case "--stack" -> stack = number(argument, value(argument, rest)); //$NON-NLS-1$
				case "--slices" -> slices = SliceNumbers.parse(value(argument, rest)); //$NON-NLS-1$
				case "--format" -> raw = choice(argument, value(argument, rest), "png", "raw"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				case "--window" -> window = Optional.of(window(value(argument, rest))); //$NON-NLS-1$
				case "--preset" -> preset = Optional.of(value(argument, rest)); //$NON-NLS-1$
				case "--overlays" -> overlays = choice(argument, value(argument, rest), "off", "on"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
				case "--size" -> size(value(argument, rest)); //$NON-NLS-1$
				default -> {
					if (argument.startsWith("--")) { //$NON-NLS-1$
						throw new UsageException("there is no option " + argument); //$NON-NLS-1$
					}
					folders.add(argument);
				}
			}
		}

		ExportOptions finish() throws UsageException {
			if (folders.isEmpty()) {
				throw new UsageException("name a folder to export"); //$NON-NLS-1$
			}
			if (to == null) {
				throw new UsageException("--to names the folder to write into"); //$NON-NLS-1$
			}
			if (window.isPresent() && preset.isPresent()) {
				throw new UsageException("--window and --preset exclude each other"); //$NON-NLS-1$
			}
			return new ExportOptions(List.copyOf(folders), to, series, stack, slices, raw, window, preset, overlays, width,
					height);
		}

		private static String value(String option, Iterator<String> rest) throws UsageException {
			if (!rest.hasNext()) {
				throw new UsageException(option + " wants a value"); //$NON-NLS-1$
			}
			return rest.next();
		}

		private static int number(String option, String text) throws UsageException {
			if (!text.matches("[1-9]\\d{0,8}")) { //$NON-NLS-1$
				throw new UsageException(option + " wants a number from 1, not " + text); //$NON-NLS-1$
			}
			return Integer.parseInt(text);
		}

		/** {@return false for the first word, true for the second} */
		private static boolean choice(String option, String text, String no, String yes) throws UsageException {
			if (!text.equals(no) && !text.equals(yes)) {
				throw new UsageException(option + " is " + no + " or " + yes + ", not " + text); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			}
			return text.equals(yes);
		}

		private static VoiWindow window(String text) throws UsageException {
			String[] parts = text.split("/"); //$NON-NLS-1$
			try {
				if (parts.length == 2) {
					return VoiWindow.linear(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
				}
			} catch (IllegalArgumentException e) {
				throw new UsageException("--window wants CENTER/WIDTH with a width above 0, not " + text); //$NON-NLS-1$
			}
			throw new UsageException("--window wants CENTER/WIDTH, not " + text); //$NON-NLS-1$
		}

		private void size(String text) throws UsageException {
			if (!text.matches("[1-9]\\d{0,4}x[1-9]\\d{0,4}")) { //$NON-NLS-1$
				throw new UsageException("--size wants WIDTHxHEIGHT, not " + text); //$NON-NLS-1$
			}
			String[] parts = text.split("x"); //$NON-NLS-1$
			width = Integer.parseInt(parts[0]);
			height = Integer.parseInt(parts[1]);
			if (width > LARGEST || height > LARGEST) {
				throw new UsageException("--size is at most " + LARGEST + " each way"); //$NON-NLS-1$ //$NON-NLS-2$
			}
		}
	}
}
