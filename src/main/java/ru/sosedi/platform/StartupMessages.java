package ru.sosedi.platform;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What the log says to the operator, in the language of the operating system: Russian
 * where it is Russian, else English. Needed before there is any bean.
 */
final class StartupMessages {

	private static final String BUNDLE = "messages/startup";

	private StartupMessages() {
	}

	static String text(String key, Object... arguments) {
		boolean russian = "ru".equals(Locale.getDefault().getLanguage());
		ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, russian ? Locale.ROOT : Locale.ENGLISH,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		Object[] texts = Arrays.stream(arguments).map(String::valueOf).toArray();
		return new MessageFormat(bundle.getString(key), Locale.ROOT).format(texts);
	}

}
