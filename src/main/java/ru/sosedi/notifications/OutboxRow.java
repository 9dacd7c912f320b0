package ru.sosedi.notifications;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of the outbox's list.
 *
 * @param subject {@code null} when there are no words to show
 * @param silence why there is no subject, as a message key; {@code null} when there is
 * one
 */
public record OutboxRow(UUID id, String kind, String recipient, String recipientName, String subject, String silence,
		Instant createdAt, OutboxMessage.State state) {

	OutboxRow saying(OutboxWords words) {
		return new OutboxRow(this.id, this.kind, this.recipient, this.recipientName,
				(words.letter() != null) ? words.letter().subject() : null, words.silence(), this.createdAt,
				this.state);
	}

}
