package org.dicompreview.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextPainterTest {

	@Test
	void breaksBetweenWordsOnly() {
		assertEquals("one two\nthree", wrap("one two three", 9)); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("a\nverylongword\nb", wrap("a verylongword b", 4)); //$NON-NLS-1$ //$NON-NLS-2$
		assertEquals("", wrap("", 4)); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String wrap(String text, int width) {
		return TextPainter.wrap(text, width, String::length);
	}
}
