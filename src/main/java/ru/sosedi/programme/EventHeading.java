package ru.sosedi.programme;

import java.util.List;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The full title of an event in two parts, so that a page can set the form lighter than
 * the name. Templates call it by its bean name: <code>${@eventHeading.of(card)}</code>.
 */
@Component
public class EventHeading {

	private final MessageSource messages;

	EventHeading(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * A title in parts.
	 *
	 * @param kind the form, or {@code null} when the name says it already
	 * @param name in quotation marks when a form stands before it
	 */
	public record Heading(String kind, List<FoundText.Piece> name) {

	}

	/** In the language of the present request, with the searched words marked. */
	public Heading of(EventCard card) {
		return of(card.form(), card.title(), card.foundTitle());
	}

	/** In the language of the present request. */
	public Heading of(EventForm form, String title) {
		return of(form, title, FoundText.of(title));
	}

	private Heading of(EventForm form, String title, FoundText found) {
		String kind = this.messages.getMessage(form.messageKey(), null, LocaleContextHolder.getLocale());
		String whole = EventTitle.display(kind, title);
		if (form == EventForm.OTHER || whole.equals(title.strip())) {
			return new Heading(null, found.pieces());
		}
		String quoted = whole.substring(kind.length() + 1);
		return new Heading(kind, found.isMarked() ? found.within(quoted) : FoundText.of(quoted).pieces());
	}

}
