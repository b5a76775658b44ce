package org.dicompreview.ui.internal.explorer;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a row shows.
 *
 * @param prefix  a short dimmed text before the main text (the number of a series), or empty text
 * @param text    the main text
 * @param details dimmed text after it, or empty text
 * @param warns   whether the icon carries a sign that something is wrong
 * @param color   the colour that stands in place of the icon, as 0xRRGGBB; empty for the icon
 */
record Label(String prefix, String text, String details, boolean warns, OptionalInt color) {

	static final Label NONE = of(""); //$NON-NLS-1$

	/** Stands between the texts. */
	static final String GAP = "  "; //$NON-NLS-1$

	/** A label of a row that has its icon, without a sign. */
	Label(String prefix, String text, String details) {
		this(prefix, text, details, false, OptionalInt.empty());
	}

	/** A label without a prefix whose details are those of the given texts that are not empty. */
	static Label of(String text, String... details) {
		return new Label("", text, join(details)); //$NON-NLS-1$
	}

	Label warning(boolean sign) {
		return new Label(prefix, text, details, sign, color);
	}

	Label withDetails(String other) {
		return new Label(prefix, text, other, warns, color);
	}

	/** {@return this with a colour, empty for none} */
	Label colored(OptionalInt other) {
		return new Label(prefix, text, details, warns, other);
	}

	static String join(String... parts) {
		return Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" \u00b7 ")); //$NON-NLS-1$
	}

	/** {@return all in one line, for the tree, the clipboard and screen readers} */
	String line() {
		return Stream.of(prefix, text, details).filter(part -> !part.isEmpty()).collect(Collectors.joining(GAP));
	}
}
