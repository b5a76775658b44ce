package org.dicompreview.ui.internal.settings;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The chosen providers as the preference store keeps them. */
public final class Choices {

	private static final String ENTRY = ";"; //$NON-NLS-1$
	private static final String VALUE = "="; //$NON-NLS-1$

	private Choices() {
	}

	/** {@return the provider by UID of the transfer syntax; what is malformed is left out} */
	public static Map<String, String> parse(String text) {
		Map<String, String> choices = new TreeMap<>();
		for (String entry : text.split(ENTRY)) {
			int at = entry.indexOf(VALUE);
			if (at > 0 && at < entry.length() - 1) {
				choices.put(entry.substring(0, at), entry.substring(at + 1));
			}
		}
		return choices;
	}

	/** {@return what {@link #parse} reads again} */
	public static String format(Map<String, String> choices) {
		return new TreeMap<>(choices).entrySet().stream().map(entry -> entry.getKey() + VALUE + entry.getValue())
				.collect(Collectors.joining(ENTRY));
	}
}
