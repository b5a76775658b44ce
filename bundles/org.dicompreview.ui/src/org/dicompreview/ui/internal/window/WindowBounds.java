package org.dicompreview.ui.internal.window;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

import org.dicompreview.rendering.DisplayFrame;
import org.dicompreview.rendering.DisplaySettings;
import org.dicompreview.rendering.VoiWindow;
import org.dicompreview.rendering.VoiWindow.Function;
import org.dicompreview.rendering.WindowPreset;

/** Windows from numbers that people type. Plain functions without widgets. */
final class WindowBounds {

	/** Which of the four numbers of a window. */
	enum Part {
		CENTER, WIDTH, LOWER, UPPER
	}

	private WindowBounds() {
	}

	/** {@return one of the numbers of a window} */
	static double number(VoiWindow window, Part part) {
		return switch (part) {
			case CENTER -> window.center();
			case WIDTH -> window.width();
			case LOWER -> window.lower();
			case UPPER -> window.upper();
		};
	}

	/**
	 * {@return the window with another number in the place of one: a centre keeps the width, a width the centre, a bound the
	 * other bound; absent if there is no such window}
	 *
	 * @param window the window
	 * @param part   the number that is another one
	 * @param number the number
	 */
	static Optional<VoiWindow> with(VoiWindow window, Part part, double number) {
		Function function = window.function();
		return switch (part) {
			case CENTER -> window(number, window.width(), function);
			case WIDTH -> window(window.center(), number, function);
			case LOWER -> between(number, window.upper(), function);
			case UPPER -> between(window.lower(), number, function);
		};
	}

	private static Optional<VoiWindow> window(double center, double width, Function function) {
		boolean possible = Double.isFinite(center) && Double.isFinite(width) && (function == Function.LINEAR ? width >= 1 : width > 0);
		return possible ? Optional.of(new VoiWindow(center, width, function)) : Optional.empty();
	}

	private static Optional<VoiWindow> between(double lower, double upper, Function function) {
		return lower < upper || function == Function.LINEAR && lower == upper
				? Optional.of(VoiWindow.between(lower, upper, function)) : Optional.empty();
	}

	/** {@return the number that a person typed, as people of this place or as programs write it; empty if it is none} */
	static OptionalDouble parse(String text) {
		String stripped = text.strip().replace('\u2212', '-');
		ParsePosition position = new ParsePosition(0);
		Number number = NumberFormat.getNumberInstance().parse(stripped, position);
		if (number != null && position.getIndex() == stripped.length()) {
			return OptionalDouble.of(number.doubleValue());
		}
		try {
			double value = Double.parseDouble(stripped);
			return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
		} catch (NumberFormatException e) {
			return OptionalDouble.empty();
		}
	}

	/** {@return the window that a frame is shown with; absent if that is a VOI LUT} */
	static Optional<VoiWindow> of(DisplayFrame frame, DisplaySettings settings) {
		Optional<VoiWindow> chosen = settings.window().voiWindow();
		return chosen.isPresent() || settings.window().voiLut() > 0 ? chosen : Optional.ofNullable(frame.initialWindow().window());
	}

	/** {@return the window to begin with: the one on show, else, under a VOI LUT, the first that could be chosen} */
	static Optional<VoiWindow> base(DisplayFrame frame, DisplaySettings settings) {
		return of(frame, settings)
				.or(() -> frame.presets().stream().map(WindowPreset::window).filter(Objects::nonNull).findFirst());
	}
}
