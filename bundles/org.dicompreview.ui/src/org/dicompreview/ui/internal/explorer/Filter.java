package org.dicompreview.ui.internal.explorer;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words that a row must contain, each somewhere in its own texts or those of its parents, and the facets of series. Immutable. */
final class Filter {

	private static final Pattern MARKS = Pattern.compile("\\p{M}+"); //$NON-NLS-1$
	private static final Pattern SPACE = Pattern.compile("\\s+"); //$NON-NLS-1$

	/** Lets everything through. */
	static final Filter NONE = new Filter(""); //$NON-NLS-1$

	private final List<String> words;
	private final Facets facets;

	Filter(String text) {
		this(text, Facets.NONE);
	}

	Filter(String text, Facets facets) {
		this.facets = facets;
		words = Arrays.stream(SPACE.split(fold(text))).filter(word -> !word.isEmpty()).toList();
	}

	boolean isEmpty() {
		return words.isEmpty() && facets.isEmpty();
	}

	/** @param folded texts that went through {@link #fold} */
	boolean matches(String folded) {
		return words.stream().allMatch(folded::contains);
	}

	/** {@return what series must be} */
	Facets facets() {
		return facets;
	}

	/** {@return the text without regard to case and accents} */
	static String fold(String text) {
		String plain = Normalizer.isNormalized(text, Form.NFKD) ? text : Normalizer.normalize(text, Form.NFKD);
		return MARKS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT); //$NON-NLS-1$
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Filter filter && words.equals(filter.words) && facets.equals(filter.facets);
	}

	@Override
	public int hashCode() {
		return words.hashCode() * 31 + facets.hashCode();
	}
}
