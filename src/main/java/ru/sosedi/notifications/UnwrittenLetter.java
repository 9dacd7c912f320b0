package ru.sosedi.notifications;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import ru.sosedi.shared.Email;

/**
 * A letter that is written when it is sent, by the {@link LetterWriter} of its kind: what
 * it says is then as fresh as can be, and whoever causes it does not wait for it.
 *
 * @param kind {@code <module>.<name>}
 * @param about what the writer needs to know first: a row of its own module
 * @param facts what else it needs and could not find out later; never {@code null}
 * @param recipientName how the person is called; may be {@code null}
 * @param once of letters with the same key only the first leaves; {@code null} for one
 * that may leave again
 */
public record UnwrittenLetter(String kind, UUID about, Map<String, String> facts, Email recipient, String recipientName,
		Locale language, String once) {

	public UnwrittenLetter {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(about);
		Objects.requireNonNull(recipient);
		Objects.requireNonNull(language);
		facts = Map.copyOf(facts);
	}

}
