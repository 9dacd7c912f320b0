package ru.sosedi.registrations;

import java.time.Instant;
import java.util.UUID;

/**
 * Seats kept for somebody who is filling in the form.
 *
 * @param expiresAt from then on they are anybody's
 * @param extended whether the time was extended, which goes once
 */
public record SeatHold(UUID id, UUID occurrenceId, int seats, Instant expiresAt, boolean extended) {

}
