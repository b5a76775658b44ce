package org.dicompreview.ui.internal.attributes;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Words, each of which must occur in the tag, keyword, name or value of an element. Case and accents do not count. */
record SearchText(List<String> words) {

	private static final Pattern MARKS = Pattern.compile("\\p{M}+"); //$NON-NLS-1$
	private static final Pattern SPACE = Pattern.compile("\\s+"); //$NON-NLS-1$

	/** Finds everything. */
	static final SearchText NONE = new SearchText(List.of());

	static SearchText of(String typed) {
		return new SearchText(Arrays.stream(SPACE.split(fold(typed))).filter(word -> !word.isEmpty()).toList());
	}

	boolean isEmpty() {
		return words.isEmpty();
	}

	/** {@return a test for many rows in turn, for one thread} */
	Predicate<ElementRow> finder() {
		Map<Integer, String> known = new HashMap<>();
		return row -> {
			int tag = row.element().tag();
			String what = row.element().creator().isEmpty() ? known.computeIfAbsent(tag, key -> what(row)) : what(row);
			String value = row.isSequence() ? "" : fold(row.shown()); //$NON-NLS-1$
			return words.stream().allMatch(word -> what.contains(word) || value.contains(word));
		};
	}

	/** Tags are found as (0010,0020), 0010,0020 and 00100020. */
	private static String what(ElementRow row) {
		String tag = row.tag();
		return fold(tag + '\n' + tag.substring(1, 5) + tag.substring(6, 10) + '\n' + row.keyword() + '\n' + row.name());
	}

	private static String fold(String text) {
		String plain = Normalizer.isNormalized(text, Form.NFKD) ? text
				: MARKS.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll(""); //$NON-NLS-1$
		return plain.toLowerCase(Locale.ROOT);
	}
}
