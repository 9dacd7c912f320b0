package ru.sosedi.notifications;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import ru.sosedi.shared.Email;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the letters of the outbox say: as it was written, or as it would be now. */
@Component
class OutboxLetters {

	private final ObjectProvider<LetterWriter> writers;

	private final JsonMapper json;

	OutboxLetters(ObjectProvider<LetterWriter> writers, JsonMapper json) {
		this.writers = writers;
		this.json = json;
	}

	/**
	 * @return empty when there is nothing to say any more
	 * @throws LetterUnwritableException when nobody writes letters of that kind, or its
	 * writer failed
	 */
	Optional<Letter> of(OutboxMessage message) {
		if (message.isWritten()) {
			return Optional.of(new Letter(message.getKind(), message.getRecipient(), message.getRecipientName(),
					message.getLanguage(), message.getSubject(), message.getBodyText(), message.getBodyHtml(),
					List.of()));
		}
		UnwrittenLetter letter = new UnwrittenLetter(message.getKind(), message.getAbout(), facts(message.getFacts()),
				new Email(message.getRecipient().value()), message.getRecipientName(),
				Locale.of(message.getLanguage().getLanguage()), null);
		LetterWriter writer = this.writers.stream()
			.filter((one) -> one.writes(letter.kind()))
			.findFirst()
			.orElseThrow(() -> new LetterUnwritableException(letter.kind()));
		try {
			return writer.write(letter);
		}
		catch (RuntimeException ex) {
			throw new LetterUnwritableException(letter.kind(), ex);
		}
	}

	private Map<String, String> facts(String text) {
		return (text == null) ? Map.of() : this.json.readValue(text, new TypeReference<Map<String, String>>() {
		});
	}

}
