package ru.sosedi.programme;

import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The full title of an event: form and name in quotation marks, the way libraries print
 * it. Templates call it by its bean name: <code>${@eventTitle.of(form, title)}</code>.
 */
@Component
public class EventTitle {

	// Guillemets and the inner marks of Russian typography, by code point.
	private static final String OPEN = "\u00ab";

	private static final String CLOSE = "\u00bb";

	private static final String INNER_OPEN = "\u201e";

	private static final String INNER_CLOSE = "\u201c";

	private final MessageSource messages;

	EventTitle(MessageSource messages) {
		this.messages = messages;
	}

	/** In the language of the present request. */
	public String of(EventForm form, String title) {
		return of(form, title, LocaleContextHolder.getLocale());
	}

	public String of(EventForm form, String title, Locale locale) {
		if (form == EventForm.OTHER) {
			return title;
		}
		return display(this.messages.getMessage(form.messageKey(), null, locale), title);
	}

	/**
	 * Form and title together. A title that already begins with the form, or stands in
	 * quotation marks, is not given them twice; marks inside become inner marks.
	 */
	public static String display(String form, String title) {
		String name = title.strip();
		if (name.toLowerCase(Locale.ROOT).startsWith(form.toLowerCase(Locale.ROOT))) {
			return name;
		}
		if (name.startsWith(OPEN) && name.indexOf(CLOSE) == name.length() - 1) {
			return form + " " + name;
		}
		String inner = name.replace(OPEN, INNER_OPEN)
			.replace(CLOSE, INNER_CLOSE)
			.replaceAll("\"([^\"]*)\"", INNER_OPEN + "$1" + INNER_CLOSE);
		return form + " " + OPEN + inner + CLOSE;
	}

}
