package org.dicompreview.dicom;

import java.util.Arrays;
import java.util.List;

/**
 * What is to be said, before it is made into words by {@link Texts}. Immutable.
 *
 * @param key       which text
 * @param arguments what stands in its places: numbers, names, and further texts and problems, which become words with it
 * @since 0.1.0
 */
public record Text(TextKey key, List<Object> arguments) {

	/** Copies the arguments; those that may change later are taken as they read now. */
	public Text {
		arguments = arguments.stream().map(Text::fixed).toList();
	}

	/**
	 * {@return a text}
	 *
	 * @param key       which one
	 * @param arguments what stands in its places
	 */
	public static Text of(TextKey key, Object... arguments) {
		return new Text(key, Arrays.asList(arguments));
	}

	/**
	 * {@return words of others that cannot be translated: of a data set, a library, the operating system}
	 *
	 * @param words the words
	 */
	public static Text verbatim(String words) {
		return of(DicomText.VERBATIM, words);
	}

	private static Object fixed(Object argument) {
		return argument instanceof Number || argument instanceof Text || argument instanceof Problem ? argument
				: argument instanceof Throwable failure ? Problem.of(failure) : String.valueOf(argument);
	}

	/** {@return the words} */
	@Override
	public String toString() {
		return Texts.words(this);
	}
}
