package org.dicompreview.testsupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.dicompreview.dicom.TextKey;
import org.junit.jupiter.api.Test;

/** What holds of all enums of texts. */
public abstract class TextKeyContract {

	private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}"); //$NON-NLS-1$

	/** {@return the enums of a bundle, one of each package} */
	protected abstract List<Class<? extends TextKey>> enums();

	/** Each key has words, and all words have a key. */
	@Test
	void eachKeyHasWords() throws IOException {
		for (Class<? extends TextKey> type : enums()) {
			Properties words = words(type);
			TreeSet<String> names = new TreeSet<>();
			Arrays.stream(type.getEnumConstants()).forEach(key -> names.add(key.name()));
			assertEquals(names, new TreeSet<>(words.stringPropertyNames()), type.getName());
		}
	}

	/** Words say something, and their places are numbered without gaps. */
	@Test
	void wordsSaySomething() throws IOException {
		for (Class<? extends TextKey> type : enums()) {
			Properties words = words(type);
			for (String key : words.stringPropertyNames()) {
				String text = words.getProperty(key);
				assertFalse(text.isBlank(), key);
				long places = PLACE.matcher(text).results().map(MatchResult::group).distinct().count();
				int last = PLACE.matcher(text).results().mapToInt(place -> Integer.parseInt(place.group(1))).max().orElse(-1);
				assertEquals(places, last + 1, () -> key + ": " + text); //$NON-NLS-1$
			}
		}
	}

	private static Properties words(Class<?> type) throws IOException {
		Properties words = new Properties();
		try (InputStream in = type.getResourceAsStream("texts.properties")) { //$NON-NLS-1$
			words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		return words;
	}
}
