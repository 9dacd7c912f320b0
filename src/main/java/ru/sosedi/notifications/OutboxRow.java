package ru.sosedi.notifications;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of the outbox's list.
 *
 * @param subject {@code null} when there is nothing to say any more, or no way to say it
 * @param isUnwritable whether nobody writes letters of that kind, or its writer fails
 */
public record OutboxRow(UUID id, String kind, String recipient, String recipientName, String subject, Instant createdAt,
		OutboxMessage.State state, boolean isUnwritable) {

	OutboxRow saying(String words) {
		return new OutboxRow(this.id, this.kind, this.recipient, this.recipientName, words, this.createdAt, this.state,
				false);
	}

	OutboxRow unwritable() {
		return new OutboxRow(this.id, this.kind, this.recipient, this.recipientName, null, this.createdAt, this.state,
				true);
	}

}
