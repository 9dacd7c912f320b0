package ru.sosedi.notifications;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

import ru.sosedi.shared.Email;

/**
 * One letter to one person, ready to be sent.
 *
 * @param kind what the letter is about: {@code <module>.<name>}, for the outbox's list
 * @param recipient never {@code null}
 * @param recipientName how the person is called; {@code null} when not known. A control
 * character in it, or in the subject, becomes a space: neither can open a header line.
 * @param language the language that the letter is written in
 * @param subject one line, not empty
 * @param text the plain text part
 * @param html the HTML part, a whole document
 * @param attachments files and pictures that it carries
 */
public record Letter(String kind, Email recipient, String recipientName, Locale language, String subject, String text,
		String html, List<Attachment> attachments) {

	/** A letter that carries no files. */
	public Letter(String kind, Email recipient, String recipientName, Locale language, String subject, String text,
			String html) {
		this(kind, recipient, recipientName, language, subject, text, html, List.of());
	}

	public Letter {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(recipient);
		Objects.requireNonNull(language);
		Objects.requireNonNull(text);
		Objects.requireNonNull(html);
		recipientName = (recipientName != null) ? oneLine(recipientName) : null;
		if (recipientName != null && recipientName.isEmpty()) {
			recipientName = null;
		}
		attachments = List.copyOf(attachments);
		subject = oneLine(subject);
		if (subject.isEmpty()) {
			throw new IllegalArgumentException("a letter needs a subject");
		}
	}

	// Cc also holds U+0085, which some mail servers take for a line end, as do the two
	// Unicode separators.
	private static String oneLine(String text) {
		return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
	}

}
