package org.dicompreview.series.internal;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of this bundle for people; a plain resource bundle, since nothing here may depend on Eclipse. */
public final class Messages {

	private static final ResourceBundle TEXTS = ResourceBundle.getBundle(Messages.class.getPackageName() + ".messages", //$NON-NLS-1$
			Locale.getDefault(), Messages.class.getClassLoader());

	private Messages() {
	}

	/**
	 * {@return the text with its placeholders filled; numbers have to be formatted before ({@link Numbers})}
	 *
	 * @param key       a key of messages.properties
	 * @param arguments for {0}, {1} …
	 */
	public static String text(String key, Object... arguments) {
		String text = TEXTS.getString(key);
		return arguments.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(arguments);
	}
}
