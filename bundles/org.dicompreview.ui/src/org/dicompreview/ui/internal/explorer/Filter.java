package org.dicompreview.ui.internal.explorer;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words that a row must contain, each somewhere in its own texts or those of its parents. Immutable. */
final class Filter {

	private static final Pattern MARKS = Pattern.compile("\\p{M}+"); //$NON-NLS-1$
	private static final Pattern SPACE = Pattern.compile("\\s+"); //$NON-NLS-1$

	/** Lets everything through. */
	static final Filter NONE = new Filter(""); //$NON-NLS-1$

	private final List<String> words;

	Filter(String text) {
		words = Arrays.stream(SPACE.split(fold(text))).filter(word -> !word.isEmpty()).toList();
	}

	boolean isEmpty() {
		return words.isEmpty();
	}

	/** @param folded texts that went through {@link #fold} */
	boolean matches(String folded) {
		return words.stream().allMatch(folded::contains);
	}

	/** {@return the text without regard to case and accents} */
	static String fold(String text) {
		String plain = Normalizer.isNormalized(text, Form.NFKD) ? text : Normalizer.normalize(text, Form.NFKD);
		return MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT); //$NON-NLS-1$
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Filter filter && words.equals(filter.words);
	}

	@Override
	public int hashCode() {
		return words.hashCode();
	}
}
