package ru.sosedi.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.springframework.context.i18n.LocaleContextHolder;

/** The languages that the portal speaks: Russian first, English complete. */
public final class Languages {

	/** The cookie that remembers the chosen language. */
	public static final String COOKIE = "lang";

	public static final Locale RUSSIAN = Locale.of("ru", "RU");

	public static final Locale ENGLISH = Locale.UK;

	private static final List<Locale> ALL = List.of(RUSSIAN, ENGLISH);

	private Languages() {
	}

	/** Exactly {@code ru} or {@code en}; anything else is no language of the portal. */
	public static Optional<Locale> of(String code) {
		return ALL.stream().filter((language) -> language.getLanguage().equals(code)).findFirst();
	}

	/** The language of the page (or letter) that is being written on this thread. */
	public static Locale current() {
		var context = LocaleContextHolder.getLocaleContext();
		Locale locale = (context != null) ? context.getLocale() : null;
		return (locale != null) ? of(locale.getLanguage()).orElse(RUSSIAN) : RUSSIAN;
	}

}
