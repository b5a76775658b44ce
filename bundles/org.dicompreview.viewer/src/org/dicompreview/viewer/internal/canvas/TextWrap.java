package org.dicompreview.viewer.internal.canvas;

import java.util.function.ToIntFunction;

/** Breaks a text into lines that fit a width. */
final class TextWrap {

	private TextWrap() {
	}

	/**
	 * {@return the text with line breaks between words; a word that is too long stands on a line of its own}
	 *
	 * @param text  the text
	 * @param width the width to fit, in the unit of {@code measure}
	 * @param measure the width of a piece of text
	 */
	static String wrap(String text, int width, ToIntFunction<String> measure) {
		StringBuilder all = new StringBuilder();
		String line = ""; //$NON-NLS-1$
		for (String word : text.split(" ")) { //$NON-NLS-1$
			String longer = line.isEmpty() ? word : line + ' ' + word;
			if (!line.isEmpty() && measure.applyAsInt(longer) > width) {
				all.append(line).append('\n');
				line = word;
			} else {
				line = longer;
			}
		}
		return all.append(line).toString();
	}
}
