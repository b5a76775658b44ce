package org.dicompreview.dicom;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Makes texts and problems into words, in the language of the user. For the place where they are shown: user interface,
 * headless commands, logs.
 *
 * @since 0.1.0
 */
public final class Texts {

	private Texts() {
	}

	/**
	 * {@return the words of a text}
	 *
	 * @param key       which text; without words it is its own name, so that nothing gets lost
	 * @param arguments what stands in its places
	 */
	public static String words(TextKey key, Object... arguments) {
		return words(Text.of(key, arguments));
	}

	/** {@return the words of a text} */
	public static String words(Text text) {
		return filled(pattern(text.key()), text.arguments());
	}

	/** {@return what is wrong, at which tag and byte, without the file: for those who say elsewhere which file it is} */
	public static String words(Problem problem) {
		StringBuilder words = new StringBuilder(words(problem.what()));
		if (problem.tag() != 0) {
			words.append(' ').append(words(DicomText.AT_TAG, Tag.format(problem.tag())));
		}
		if (problem.offset() >= 0) {
			words.append(' ').append(words(DicomText.AT_BYTE, problem.offset()));
		}
		return words.toString();
	}

	/** {@return the same after the location, where it is known} */
	public static String withLocation(Problem problem) {
		return problem.location() == null ? words(problem) : problem.location() + ": " + words(problem); //$NON-NLS-1$
	}

	private static String pattern(TextKey key) {
		Class<?> home = key.getDeclaringClass();
		try {
			return ResourceBundle.getBundle(home.getPackageName() + ".texts", Locale.getDefault(), home.getClassLoader(), //$NON-NLS-1$
					ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
					.getString(key.name());
		} catch (MissingResourceException e) {
			System.getLogger(Texts.class.getName()).log(System.Logger.Level.WARNING, "no words for " + key, e); //$NON-NLS-1$
			return key.name();
		}
	}

	private static String filled(String pattern, List<Object> arguments) {
		StringBuilder words = new StringBuilder(pattern.length() + 16);
		int from = 0;
		for (int at = pattern.indexOf('{'); at >= 0; at = pattern.indexOf('{', at + 1)) {
			int index = at + 2 < pattern.length() && pattern.charAt(at + 2) == '}' ? pattern.charAt(at + 1) - '0' : -1;
			if (index >= 0 && index < arguments.size()) {
				words.append(pattern, from, at).append(argument(arguments.get(index)));
				from = at + 3;
			}
		}
		return words.append(pattern, from, pattern.length()).toString();
	}

	private static String argument(Object argument) {
		return argument instanceof Problem problem ? words(problem) : argument.toString();
	}
}
