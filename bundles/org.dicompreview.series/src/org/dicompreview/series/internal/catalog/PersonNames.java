package org.dicompreview.series.internal.catalog;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Person names (PS3.5 6.2.1) for people, and as far as they tell people apart. */
final class PersonNames {

	private PersonNames() {
	}

	/** {@return a person name as people write it: family name, comma, given and middle names} */
	static String name(String value) {
		List<String> parts = parts(value);
		if (parts.isEmpty()) {
			return ""; //$NON-NLS-1$
		}
		String family = parts.remove(0).strip();
		String given = String.join(" ", parts.subList(0, Math.min(2, parts.size()))).strip(); //$NON-NLS-1$
		return family.isEmpty() || given.isEmpty() ? family + given : family + ", " + given; //$NON-NLS-1$
	}

	/** {@return the first group of a name that says something, by component; empty if none does} */
	private static List<String> parts(String value) {
		for (String group : value.split("=")) { //$NON-NLS-1$
			List<String> parts = new ArrayList<>(List.of(group.split("\\^", 4))); //$NON-NLS-1$
			if (parts.stream().limit(3).anyMatch(part -> !part.isBlank())) {
				return parts;
			}
		}
		return new ArrayList<>();
	}

	/** {@return a name without regard to case and empty components} */
	static String folded(String value) {
		return name(value).toLowerCase(Locale.ROOT);
	}

	/**
	 * {@return what spellings of one name have in common: family name and first given name, without regard to case,
	 * accents (ü, ue and u are the same), punctuation, middle names, titles, and to whether family and given name are
	 * components ({@code Doe^Jane}), or one text ({@code DOE, JANE}, {@code Doe Jane})}
	 */
	static String spelling(String value) {
		List<String> parts = parts(value);
		String family = parts.isEmpty() ? "" : parts.get(0).strip(); //$NON-NLS-1$
		String given = parts.size() < 2 ? "" : parts.get(1).strip(); //$NON-NLS-1$
		if (given.isEmpty()) {
			String[] words = family.split(family.contains(",") ? "," : "\\s+", 2); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			family = words[0];
			given = words.length > 1 ? words[1].strip() : ""; //$NON-NLS-1$
		}
		return letters(family) + ',' + letters(given.split("[\\s,]+", 2)[0]); //$NON-NLS-1$
	}

	private static String letters(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT).replace("\u00DF", "ss") //$NON-NLS-1$ //$NON-NLS-2$
				.replaceAll("[^\\p{L}\\p{Nd}]", "").replaceAll("([aou])e", "$1"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}
}
