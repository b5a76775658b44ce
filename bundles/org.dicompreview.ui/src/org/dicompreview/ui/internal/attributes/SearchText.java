package org.dicompreview.ui.internal.attributes;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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

	boolean finds(Row row) {
		if (!(row instanceof ElementRow element)) {
			return false;
		}
		String text = fold(text(element));
		return words.stream().allMatch(text::contains);
	}

	/** Tags are found as (0010,0020), 0010,0020 and 00100020. */
	private static String text(ElementRow row) {
		String tag = row.tag();
		return tag + '\n' + tag.substring(1, 5) + tag.substring(6, 10) + '\n' + row.keyword() + '\n' + row.name() + '\n'
				+ row.shown();
	}

	private static String fold(String text) {
		String plain = Normalizer.isNormalized(text, Form.NFKD) ? text
				: MARKS.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll(""); //$NON-NLS-1$
		return plain.toLowerCase(Locale.ROOT);
	}
}
