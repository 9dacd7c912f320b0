package ru.sosedi.notifications;

import java.time.Instant;
import java.util.UUID;

/**
 * A line of the outbox's list.
 *
 * @param subject {@code null} when there is nothing to say any more
 */
public record OutboxRow(UUID id, String kind, String recipient, String recipientName, String subject, Instant createdAt,
		OutboxMessage.State state) {

}
